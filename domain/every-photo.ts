import { type BoardState, photosOf, type ShownPhoto } from "./board.ts";
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
): ReturnType<typeof photosOf> {
  // What was heard against an older reading may be forgotten (B6).
  const told = listed.askedAt < askedAt - MEMORY_MS ? noneListed : listed;
  const heard = [...photos].filter(([photoId, { row, heardAt }]) => {
    const page = told.photos.get(photoId);
    if (page !== undefined) return page.version <= row.version;
    return !told.isWhole || heardAt >= told.askedAt - INDEX_LAG_MS;
  });
  const known = new Set(heard.map(([photoId]) => photoId));
  const read = [...told.photos].flatMap(([photoId, row]) =>
    known.has(photoId) ? [] : [[photoId, { row, heardAt: told.askedAt, isMissing: false }] as const],
  );
  return photosOf({ photos: new Map([...heard, ...read]) });
}
