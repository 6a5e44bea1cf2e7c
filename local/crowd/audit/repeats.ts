import { duplicateOf, type KnownPhoto } from "#domain/duplicate";
import { grouped } from "#domain/grouped";
import type { StoredPhoto } from "./world.ts";

/** D1–D5, derived from the stored photos alone: the ids of those that repeat an earlier one of their event. */
export function repeatsAmong(photos: readonly StoredPhoto[]): ReadonlySet<string> {
  const events = grouped(photos.flatMap(known), ({ eventId }) => eventId);
  const repeats = [...events.values()].flatMap((ofEvent) =>
    ofEvent.filter((photo) => photo.state !== "removed" && duplicateOf(photo, ofEvent) !== undefined),
  );
  return new Set(repeats.map(({ photoId }) => photoId));
}

/** Whether a photo repeats this very other one. */
export function isRepeatOf(photo: StoredPhoto, other: StoredPhoto): boolean {
  const [repeat, original] = [known(photo), known(other)];
  return repeat.some((one) => duplicateOf(one, original) !== undefined);
}

type Known = KnownPhoto & { readonly eventId: string };

/** Nothing is known of a file that was refused unread. */
function known({ contentHash, lookHash, ...photo }: StoredPhoto): readonly Known[] {
  if (contentHash === undefined) return [];
  return [{ ...photo, contentHash, ...(lookHash !== undefined && { lookHash }) }];
}
