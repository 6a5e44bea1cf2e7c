import type { PhotoKey } from "./ports/ceremony-store.ts";
import type { PictureType } from "./pictures/picture-head.ts";

/** Where an original rests, the same on every try. */
export function originalKey({ eventId, guestId, photoId }: PhotoKey, type: PictureType): string {
  return `originals/${eventId}/${guestId}/${photoId}.${type === "png" ? "png" : "jpg"}`;
}

/** Every key under which an original of the photo can rest. */
export function originalKeys(key: PhotoKey): readonly [string, string] {
  return [originalKey(key, "jpeg"), originalKey(key, "png")];
}

/** The private copies: what hosts see of every photo, and what becomes public when it is shown. */
export function copyKeysOf({ eventId, guestId, photoId }: PhotoKey): {
  readonly display: string;
  readonly thumbnail: string;
} {
  const name = `copies/${eventId}/${guestId}/${photoId}`;
  return { display: `${name}.jpg`, thumbnail: `${name}-s.jpg` };
}
