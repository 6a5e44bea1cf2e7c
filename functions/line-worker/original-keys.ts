import type { PictureType } from "../shared/pictures/picture-head.ts";
import type { PhotoKey } from "../shared/ports/ceremony-store.ts";

/** Where an original rests, the same on every try. */
export function originalKey({ eventId, guestId, photoId }: PhotoKey, type: PictureType): string {
  return `originals/${eventId}/${guestId}/${photoId}.${type === "png" ? "png" : "jpg"}`;
}

/** Every key under which an original of the photo can rest. */
export function originalKeys(key: PhotoKey): readonly [string, string] {
  return [originalKey(key, "jpeg"), originalKey(key, "png")];
}
