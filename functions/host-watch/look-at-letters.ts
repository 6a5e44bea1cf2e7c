import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { DeadLetters, RestingMessage } from "../shared/ports/dead-letters.ts";

/**
 * How long letters stay away from others when this function falls over in between. SQS knows no way to look without
 * taking, so everything is put back at once.
 */
const HOLD_S = 15;
/** More than anybody looks through one by one. */
const MOST_LETTERS = 100;

export interface SeenLetters {
  readonly letters: readonly RestingMessage[];
  /** False: there are more, or somebody else holds some at this moment. */
  readonly isComplete: boolean;
}

/** What rests in one queue, left where it is. */
export async function lookAtLetters(deadLetters: DeadLetters): Promise<SeenLetters> {
  const expected = await deadLetters.count();
  const seen = new Map<string, RestingMessage>();
  try {
    while (seen.size < Math.min(expected, MOST_LETTERS)) {
      const taken = await deadLetters.take(HOLD_S);
      if (taken.length === 0) break;
      for (const letter of taken) seen.set(letter.messageId, letter);
    }
  } finally {
    await putBack(deadLetters, [...seen.values()]);
  }
  return { letters: [...seen.values()], isComplete: seen.size >= expected };
}

/** What cannot be put back now comes back by itself a little later. */
export async function putBack(deadLetters: DeadLetters, letters: readonly RestingMessage[]): Promise<void> {
  try {
    await deadLetters.putBack(letters);
  } catch (error) {
    log.warn("letters-not-put-back", describeError(error));
  }
}
