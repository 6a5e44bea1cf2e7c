import type { ExportImages } from "#domain/event-export";
import { copyKeysOf } from "../shared/picture-keys.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";

/** X2: where the picture lies that is taken away; `undefined`: there is none. */
export function pictureOf(photo: StoredPhoto, images: ExportImages): string | undefined {
  if (images === "originals") return photo.original;
  // Without a size it could not be read, and was never copied.
  return photo.width === undefined ? undefined : copyKeysOf(photo).display;
}
