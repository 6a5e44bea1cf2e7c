/** One thing about the channel, in words that one can act on. */
export interface Finding {
  /** `wrong` must be mended; `noted` is to be known or to be looked at by a person. */
  readonly is: "well" | "noted" | "wrong";
  readonly text: string;
}
