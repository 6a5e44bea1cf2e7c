import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";

interface PhotoPictures {
  readonly photoId: string;
  readonly display: string;
  readonly thumbnail: string;
}

const MOST_PHOTOS = 100;

/** Addresses of pictures, those that are not public included. */
export function showPictures(
  { pictures }: Pick<HostPorts, "pictures">,
  eventId: string,
  photos: readonly { readonly guestId: string; readonly photoId: string }[],
): readonly PhotoPictures[] | Refusal {
  if (photos.length > MOST_PHOTOS) return { refused: "BadInput", words: `photos: at most ${MOST_PHOTOS}` };
  return photos.map(({ guestId, photoId }) => ({
    photoId,
    ...pictures.addressesOf({ eventId, guestId, photoId }),
  }));
}
