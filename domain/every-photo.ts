import {
  type BoardState,
  isOnScreen,
  newestFirst,
  type PhotoOnScreen,
  photosOf,
  type ShownPhoto,
} from "./board.ts";
import { INDEX_LAG_MS, MEMORY_MS } from "./board-rows.ts";

/** What the pages of all shown photos told, asked for from `askedAt` on. */
export interface ListedPhotos {
  readonly photos: ReadonlyMap<string, ShownPhoto>;
  readonly askedAt: number;
  /** All pages, not only the first ones. */
  readonly isWhole: boolean;
}

export const noneListed: ListedPhotos = {
  photos: new Map(),
  askedAt: Number.NEGATIVE_INFINITY,
  isWhole: false,
};

/** B10: the shown photos, newest first, also those that no snapshot holds any more. */
export function everyPhotoOf(
  { photos, askedAt }: Pick<BoardState, "photos" | "askedAt">,
  listed: ListedPhotos,
): readonly PhotoOnScreen[] {
  // What was heard against an older reading may be forgotten (B6).
  const told = listed.askedAt < askedAt - MEMORY_MS ? noneListed : listed;
  const heard = [...photos].filter(([photoId, { row, heardAt }]) => {
    const page = told.photos.get(photoId);
    if (page !== undefined) return page.version <= row.version;
    return !told.isWhole || heardAt >= told.askedAt - INDEX_LAG_MS;
  });
  const read = [...told.photos.values()].filter(
    ({ photoId, version }) => version > (photos.get(photoId)?.row.version ?? Number.NEGATIVE_INFINITY),
  );
  // Both are in order already, which makes light work of ten thousands.
  return newestFirst([...photosOf({ photos: new Map(heard) }), ...read.filter(isOnScreen)]);
}
