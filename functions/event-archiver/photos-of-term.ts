import type { CeremonyStore, StoredPhoto, Term } from "../shared/ports/ceremony-store.ts";

/** X3: those that are taken away, in the order in which they were sent; a page at a time in memory. */
export async function* photosOfTerm(
  store: Pick<CeremonyStore, "photosOfEvent">,
  eventId: string,
  term: Term,
): AsyncGenerator<StoredPhoto> {
  let nextToken: string | undefined;
  do {
    const page = await store.photosOfEvent(eventId, nextToken, term);
    yield* page.photos.filter(isTakenAway);
    ({ nextToken } = page);
  } while (nextToken !== undefined);
}

/** P8: what its guest has deleted is not, even while that may be taken back. */
export function isTakenAway({ state, leavesAt }: Pick<StoredPhoto, "state" | "leavesAt">): boolean {
  return state !== "removed" && leavesAt === undefined;
}
