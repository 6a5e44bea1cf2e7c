import type { DisplayCopies } from "../pictures/display-copies.ts";
import type { PictureHead } from "../pictures/picture-head.ts";

export type Copies =
  | {
      readonly kind: "made";
      readonly copies: DisplayCopies;
      /** 64 bits of what the picture looks like, 16 hexadecimal digits. */
      readonly lookHash: string;
    }
  | { readonly kind: "refused"; readonly reason: "unreadable" | "too-large" };

/** Makes what may be seen of a picture: slow, and the same for the same bytes. */
export interface CopyMaker {
  makeCopies(bytes: Buffer, head: PictureHead): Promise<Copies>;
}
