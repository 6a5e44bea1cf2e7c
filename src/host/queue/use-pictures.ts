import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { type Pictures, PictureShelf } from "./picture-shelf.ts";

/** Where the page's pictures come from. */
export const ShelfContext = createContext<PictureShelf>(new PictureShelf(async () => []));

/** The pictures of a photo that is on the screen; `failed` asks for a new address. */
export function usePictures(photo: Pick<HostPhoto, "guestId" | "photoId" | "size">): {
  readonly pictures: Pictures;
  readonly failed: (url: string) => void;
} {
  const shelf = useContext(ShelfContext);
  const { guestId, photoId } = photo;
  const hasPicture = photo.size !== null;
  const subscribe = useCallback(
    (listener: () => void) => (hasPicture ? shelf.watch({ guestId, photoId }, listener) : () => undefined),
    [shelf, guestId, photoId, hasPicture],
  );
  const pictures = useSyncExternalStore(subscribe, () => (hasPicture ? shelf.get(photoId) : "gone"));
  const failed = useCallback(
    (url: string) => shelf.failed({ guestId, photoId }, url),
    [shelf, guestId, photoId],
  );
  return { pictures, failed };
}
