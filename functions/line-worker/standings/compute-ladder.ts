import { ladderOf } from "#domain/ranking";
import type { WorkerPorts } from "../worker-ports.ts";

/** R6: walks the whole ranking once and saves the scores at chosen places, for everybody beyond the top. */
export async function computeLadder(
  { store, clock }: Pick<WorkerPorts, "store" | "clock">,
  eventId: string,
): Promise<void> {
  const computedAt = clock();
  const scores: number[] = [];
  let photos = 0;
  let nextToken: string | undefined;
  do {
    const page = await store.rankingPage(eventId, nextToken);
    for (const guest of page.guests) {
      scores.push(guest.score);
      photos += guest.photos;
    }
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  // A newer one that is there already stays: losing is no failure.
  await store.saveLadder(eventId, { ...ladderOf(scores), guests: scores.length, photos, computedAt });
}
