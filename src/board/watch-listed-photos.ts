import type { ShownPhoto } from "#domain/board";
import { type ListedPhotos, noneListed } from "#domain/every-photo";

/** Between two pages, and between two times through all of them; the latter differs, so that screens do not ask at once. */
const PAGE_MS = 400;
const AGAIN_MS = 60_000;
const JITTER_MS = 30_000;

type ReadPage = (
  nextToken: string | null,
) => Promise<{ readonly photos: readonly ShownPhoto[]; readonly nextToken: string | null }>;

/**
 * Reads all shown photos page by page, again and again: tells what the last time through all pages found, and what the
 * first time, with `pageMs` between its pages, has found so far. The returned function ends it.
 */
export function watchListedPhotos(
  readPage: ReadPage,
  onListed: (listed: ListedPhotos) => void,
  pageMs = PAGE_MS,
): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout>;
  let isFirst = true;
  let found = noneListed;
  const readOn = async (nextToken: string | null): Promise<void> => {
    const { askedAt } = found;
    // Not to be had for the moment: what is known stays, and all is asked for again later.
    const page = await readPage(nextToken).catch(() => null);
    if (isOver) return;
    const isWhole = page !== null && page.nextToken === null;
    const photos = new Map(found.photos);
    for (const photo of page?.photos ?? []) photos.set(photo.photoId, photo);
    found = { askedAt, isWhole, photos };
    if (isFirst || isWhole) onListed(found);
    if (page !== null && page.nextToken !== null) {
      timer = setTimeout(() => void readOn(page.nextToken), isFirst ? pageMs : PAGE_MS);
      return;
    }
    isFirst &&= !isWhole;
    timer = setTimeout(begin, AGAIN_MS + Math.random() * JITTER_MS);
  };
  const begin = () => {
    found = { ...noneListed, askedAt: Date.now() };
    void readOn(null);
  };
  begin();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
