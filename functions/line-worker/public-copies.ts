import { Fault } from "../shared/fault.ts";
import { imageNameOf } from "../shared/keyed-names.ts";
import { pictureTypeOf, readPictureHead } from "../shared/pictures/picture-head.ts";
import type { PhotoDraft } from "../shared/ports/ceremony-store.ts";
import type { WorkerPorts } from "./worker-ports.ts";
import { together } from "../shared/together.ts";

/** The public copies of a kept photo, made anew from its original; gives back how the row names them. */
export async function putCopiesOf(
  { photos, copyMaker, guestIdKey }: Pick<WorkerPorts, "photos" | "copyMaker" | "guestIdKey">,
  { original, photoId }: PhotoDraft,
): Promise<{ readonly image: string; readonly width: number; readonly height: number }> {
  const bytes = original === undefined ? undefined : await photos.original(original);
  const type = bytes && pictureTypeOf(bytes);
  const head = bytes && type && readPictureHead(bytes, type);
  if (bytes === undefined || head === undefined) throw new Fault("photo-store-failed", "no original");
  const made = await copyMaker.makeCopies(bytes, head);
  if (made.kind === "refused") throw new Fault("photo-store-failed", made.reason);
  const image = imageNameOf(guestIdKey, photoId);
  await photos.putCopies(image, made.copies);
  const { width, height } = made.copies;
  return { image, width, height };
}

/** Out of the store and out of all caches. */
export async function takeCopiesAway(
  { photos, copyCache }: Pick<WorkerPorts, "photos" | "copyCache">,
  image: string,
): Promise<void> {
  await together([photos.deleteCopies(image), copyCache.forget(image)]);
}
