import sharp, { type Sharp } from "sharp";
import { pictureTypeOf } from "../../functions/shared/pictures/picture-head.ts";

/** The picture as Rekognition sees it: a JPEG turned as its camera says, a PNG as it lies. */
export function upright(bytes: Buffer, options?: { readonly failOn: "none" | "error" }): Sharp {
  const picture = sharp(bytes, options);
  return pictureTypeOf(bytes) === "jpeg" ? picture.rotate() : picture;
}
