import type { Clock } from "../shared/ports/clock.ts";
import type { DeadLetters, RestingMessage } from "../shared/ports/dead-letters.ts";
import { together } from "../shared/together.ts";
import { putBack } from "./look-at-letters.ts";
import type { WatchPorts } from "./watch-ports.ts";

/** Longer than sending everything again takes. */
const HOLD_S = 30;
/** The function has a little longer. */
const TIME_MS = 18_000;
/** Another host may be looking at the letter right now, and lays it back in a moment. */
const SECOND_LOOKS = 3;
const SECOND_LOOK_MS = 700;

/** Who wants what to be tried again, in the page of which event. */
export interface RetryWish {
  readonly eventId: string;
  readonly actor: string;
  readonly username: string;
  readonly letterIds: readonly string[] | "all";
}

export interface RetryOutcome {
  readonly retried: readonly string[];
  /** Not found: somebody else was quicker. */
  readonly missing: readonly string[];
}

/**
 * Puts letters back into their queues. Sent first and removed then: a fault in between leaves a letter in both, which
 * harms nothing, because every step of the worker can be repeated. What was done stands in the trail also when the rest
 * failed.
 */
export async function retryDeadLetters(ports: WatchPorts, wish: RetryWish): Promise<RetryOutcome> {
  const at = ports.clock();
  const note = await beginTrail(ports, wish, at);
  const retried = new Set<string>();
  try {
    await together(
      [...ports.deadLetters.values()].map((deadLetters) => retryIn(ports, deadLetters, wish, retried, at)),
    );
  } finally {
    if (retried.size > 0) await note([...retried]);
  }
  const wanted = wish.letterIds === "all" ? [] : wish.letterIds;
  return { retried: [...retried], missing: wanted.filter((letterId) => !retried.has(letterId)) };
}

/** The entry stands there before anything is done, and is closed with what was. */
async function beginTrail(
  { trail, names, newId }: WatchPorts,
  { eventId, actor, username, letterIds }: RetryWish,
  at: number,
): Promise<(retried: readonly string[]) => Promise<void>> {
  const entry = {
    eventId,
    entryId: `${new Date(at).toISOString()}#${newId()}`,
    actor,
    actorName: await names.nameOf(username),
    action: "retryDeadLetters",
    subject: "dead-letters",
  };
  await trail.saveAudit({ ...entry, after: { letterIds }, isDone: false });
  return async (retried) => {
    await trail.saveAudit({ ...entry, after: { letterIds: retried }, isDone: true });
  };
}

/** Adds to `retried` what came back into this queue. */
async function retryIn(
  { clock, pause }: { readonly clock: Clock; readonly pause: WatchPorts["pause"] },
  deadLetters: DeadLetters,
  { letterIds }: RetryWish,
  retried: Set<string>,
  startedAt: number,
): Promise<void> {
  const isWanted = (letterId: string): boolean =>
    !retried.has(letterId) && (letterIds === "all" || letterIds.includes(letterId));
  const isDone = (): boolean => letterIds !== "all" && !letterIds.some(isWanted);
  const others: RestingMessage[] = [];
  let looksLeft = SECOND_LOOKS;
  try {
    while (!isDone() && clock() - startedAt < TIME_MS) {
      const taken = await deadLetters.take(HOLD_S);
      others.push(...taken.filter(({ messageId }) => !isWanted(messageId)));
      await together(
        taken
          .filter(({ messageId }) => isWanted(messageId))
          .map((letter) => retryOne(deadLetters, letter, retried)),
      );
      if (taken.length > 0) continue;
      const isHeldByOthers = (await deadLetters.count()) > others.length;
      if (!isHeldByOthers || looksLeft === 0) break;
      looksLeft -= 1;
      await pause(SECOND_LOOK_MS);
    }
  } finally {
    await putBack(deadLetters, others);
  }
}

async function retryOne(
  deadLetters: DeadLetters,
  letter: RestingMessage,
  retried: Set<string>,
): Promise<void> {
  await deadLetters.sendAgain(letter);
  retried.add(letter.messageId);
  await deadLetters.remove(letter);
}
