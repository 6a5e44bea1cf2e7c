import { type NumbersPhoto, shownOf } from "./numbers-photo.ts";
import { rank } from "./ranking.ts";
import { countedOf, type Standing, standingOf } from "./standing.ts";
import type { StandingRule } from "./standing-rule.ts";

/** One guest, by what was sent until now. */
export interface Way {
  readonly guestId: string;
  readonly displayName: string;
  /** R2: the photos that give points. */
  readonly counted: readonly NumbersPhoto[];
  readonly standing: Standing;
}

/** A guest with a place. */
export interface EveningGuest {
  readonly guestId: string;
  /** As on the last of the guest's photos. */
  readonly displayName: string;
  readonly score: number;
  readonly place: number;
  /** The one with the most points. */
  readonly best: NumbersPhoto;
}

/** R1–R5: everybody with a place by the photos that are shown now, best first. `hasPlace`: R4 as far as it is about guests. */
export function eveningRanking(
  photos: Iterable<NumbersPhoto>,
  rule: StandingRule,
  hasPlace: (guestId: string) => boolean,
): readonly EveningGuest[] {
  const placed = shownOf(photos).filter(({ guestId }) => hasPlace(guestId));
  const ways = takeNext(new Map(), placed.toSorted(earliestFirst), rule);
  return rank(
    ways.flatMap(({ guestId, displayName, counted: [best], standing: { score, rankKey } }) =>
      best === undefined || score === undefined || rankKey === undefined
        ? []
        : [{ guestId, displayName, score, rankKey, best }],
    ),
  );
}

export function earliestFirst(a: NumbersPhoto, b: NumbersPhoto): number {
  return a.sentAt - b.sentAt || (a.photoId < b.photoId ? -1 : 1);
}

/** Takes what was sent next, the earliest first, and tells whose it was. */
export function takeNext(
  ways: Map<string, Way>,
  sent: readonly NumbersPhoto[],
  rule: StandingRule,
): readonly Way[] {
  const byGuest = new Map<string, NumbersPhoto[]>();
  for (const photo of sent) {
    const own = byGuest.get(photo.guestId);
    if (own === undefined) byGuest.set(photo.guestId, [photo]);
    else own.push(photo);
  }
  return [...byGuest].map(([guestId, own]) => {
    const counted = countedOf([...(ways.get(guestId)?.counted ?? []), ...own], rule);
    const displayName = own.at(-1)?.displayName ?? "";
    const way = { guestId, displayName, counted, standing: standingOf(counted, { guestId }, rule) };
    ways.set(guestId, way);
    return way;
  });
}
