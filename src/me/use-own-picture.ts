import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { createOwnPictures, type OwnPicture, type OwnPictures } from "./own-pictures.ts";

export const OwnPicturesContext = createContext<OwnPictures>(createOwnPictures(() => Promise.resolve([])));

const nothing = (): (() => void) => () => {};

/** A picture that only its guest may see; it is asked for only while it is wanted. */
export function useOwnPicture(photoId: string, isWanted: boolean): OwnPicture {
  const pictures = useContext(OwnPicturesContext);
  const watch = useCallback(
    (listener: () => void) => (isWanted ? pictures.watch(photoId, listener) : nothing()),
    [pictures, photoId, isWanted],
  );
  const picture = useSyncExternalStore(watch, () => pictures.get(photoId));
  return isWanted ? picture : "none";
}
