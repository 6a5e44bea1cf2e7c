import type { DeadLetter, DeadLetterPage } from "./troubles-backend.ts";

/** Letters, and how many looks have not shown them. */
export type KnownLetters = ReadonlyMap<string, { readonly letter: DeadLetter; readonly misses: number }>;

/** So often another host may be looking at a letter at the very same moment. */
const MOST_MISSES = 3;

/**
 * What is there after another look. Who looks holds the letters for a moment, so one that an incomplete page does not
 * show is not gone yet.
 */
export function afterLook(known: KnownLetters, { letters, isComplete }: DeadLetterPage): KnownLetters {
  const seen = new Map(letters.map((letter) => [letter.letterId, { letter, misses: 0 }]));
  if (isComplete) return seen;
  const held = [...known]
    .filter(([letterId, { misses }]) => !seen.has(letterId) && misses < MOST_MISSES)
    .map(([letterId, { letter, misses }]) => [letterId, { letter, misses: misses + 1 }] as const);
  return new Map([...held, ...seen]);
}

export function without(known: KnownLetters, letterIds: readonly string[]): KnownLetters {
  return new Map([...known].filter(([letterId]) => !letterIds.includes(letterId)));
}

/** The oldest first. */
export function lettersIn(known: KnownLetters): readonly DeadLetter[] {
  return [...known.values()].map(({ letter }) => letter).toSorted((a, b) => a.sentAt - b.sentAt);
}

export const isMissing = (known: KnownLetters): boolean =>
  [...known.values()].some(({ misses }) => misses > 0);
