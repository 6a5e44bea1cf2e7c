/** Which photos stand in the strip, and when each was last shown there (ms; see `firstStrip`). */
export interface Strip {
  readonly visible: readonly string[];
  readonly shownAt: ReadonlyMap<string, number>;
  /** The first visible photo is shown for the first time. */
  readonly isNew: boolean;
}

/** How long a photo stands first in the strip, in ms: shorter while many wait, longer while none does. */
export function dwellMs(waiting: number): number {
  if (waiting === 0) return 6_000;
  return waiting > 8 ? 1_500 : 2_500;
}

/** The strip of a board that was just opened: the newest photos; all that exist count as shown once. */
export function firstStrip(newestFirst: readonly string[], size: number): Strip {
  const visible = newestFirst.slice(0, size);
  const shownAt = new Map(newestFirst.map((photoId) => [photoId, visible.includes(photoId) ? 0 : -1]));
  return { visible, shownAt, isNew: false };
}

/** Photos that never had their time, oldest first. */
export function waitingPhotos(strip: Strip, newestFirst: readonly string[]): readonly string[] {
  return newestFirst.filter((photoId) => !strip.shownAt.has(photoId)).toReversed();
}

/**
 * The photos whose time comes next, at most `count`: those that wait, the longest first; then those not seen for the
 * longest time, so that everybody has time on the screen and a quiet wall does not look frozen.
 */
export function upNext(strip: Strip, newestFirst: readonly string[], count: number): readonly string[] {
  const waiting = waitingPhotos(strip, newestFirst);
  if (waiting.length >= count) return waiting.slice(0, count);
  const resting = newestFirst
    .filter((photoId) => strip.shownAt.has(photoId) && !strip.visible.includes(photoId))
    .toSorted((a, b) => (strip.shownAt.get(a) ?? 0) - (strip.shownAt.get(b) ?? 0));
  return [...waiting, ...resting].slice(0, count);
}

/** One step on: the photo that is up next comes first. */
export function nextStrip(strip: Strip, newestFirst: readonly string[], size: number, now: number): Strip {
  const current = withoutGone(strip, newestFirst);
  const [next] = upNext(current, newestFirst, 1);
  if (next === undefined) return current;
  return {
    visible: [next, ...current.visible].slice(0, size),
    shownAt: new Map([...current.shownAt, [next, now]]),
    isNew: !current.shownAt.has(next),
  };
}

/** Withdrawn photos leave the strip at once, and the memory with them. */
export function withoutGone(strip: Strip, newestFirst: readonly string[]): Strip {
  const present = new Set(newestFirst);
  if (strip.visible.every((photoId) => present.has(photoId)) && strip.shownAt.size <= present.size)
    return strip;
  return {
    visible: strip.visible.filter((photoId) => present.has(photoId)),
    shownAt: new Map([...strip.shownAt].filter(([photoId]) => present.has(photoId))),
    isNew: strip.isNew,
  };
}
