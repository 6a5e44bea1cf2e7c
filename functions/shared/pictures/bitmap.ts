/** Pixels line by line; three channels are RGB, four RGBA. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly pixels: Uint8Array;
}

export type RgbaBitmap = Bitmap & { readonly channels: 4 };
