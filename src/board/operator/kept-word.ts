/** A word kept in the browser; null: none, or the browser forbids to keep any. The screen never fails for that. */
export function keptWord(storage: () => Storage, place: string): string | null {
  try {
    return storage().getItem(place);
  } catch {
    return null;
  }
}

/** Keeps a word where the browser lets us. */
export function keep(storage: () => Storage, place: string, word: string): void {
  try {
    storage().setItem(place, word);
  } catch (error) {
    console.info("this browser keeps nothing", error);
  }
}

/** Keeps a word no longer. */
export function forget(storage: () => Storage, place: string): void {
  try {
    storage().removeItem(place);
  } catch (error) {
    console.info("this browser forgets nothing", error);
  }
}
