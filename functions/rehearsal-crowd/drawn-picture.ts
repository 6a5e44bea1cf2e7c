/** A drawn picture that the crowd sends in many lights. */
export interface DrawnPicture {
  readonly name: string;
  /** How often it is sent, compared with the others. */
  readonly weight: number;
  /** Ellipses that keep their light, as ratios of the picture's width and height. */
  readonly heads: readonly {
    readonly x: number;
    readonly y: number;
    readonly rx: number;
    readonly ry: number;
  }[];
  /** Base64. */
  readonly jpeg: string;
}
