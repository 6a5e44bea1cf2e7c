import type { GuestKey } from "../shared/ports/ceremony-store.ts";
import { together } from "../shared/together.ts";
import type { GuestPorts } from "./guest-ports.ts";
import type { GuestRefusal } from "./update-me.ts";

/** As the API answers it. */
interface MyPicture {
  readonly photoId: string;
  readonly display: string;
  readonly thumbnail: string;
}

const MOST_PHOTOS = 50;

/**
 * P9: addresses of the guest's own pictures, those that nobody else sees included. Nothing for what is no photo of the
 * guest, was taken back, or could not be read.
 */
export async function showMyPictures(
  { store, pictures }: Pick<GuestPorts, "store" | "pictures">,
  { eventId, guestId }: GuestKey,
  photoIds: readonly string[],
): Promise<readonly MyPicture[] | GuestRefusal> {
  if (photoIds.length > MOST_PHOTOS)
    return { refused: "BadInput", words: `photoIds: at most ${MOST_PHOTOS}` };
  const keys = [...new Set(photoIds)].map((photoId) => ({ eventId, guestId, photoId }));
  const photos = await together(keys.map((key) => store.photo(key)));
  return photos.flatMap((photo) => {
    if (photo === undefined || photo.state === "removed" || photo.width === undefined) return [];
    return [{ photoId: photo.photoId, ...pictures.addressesOf(photo) }];
  });
}
