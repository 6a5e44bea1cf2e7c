import { guestIdOf } from "../../shared/keyed-names.ts";
import type { RestingLetters, RestingMessage } from "../../shared/ports/dead-letters.ts";
import { together } from "../../shared/together.ts";
import { eventIdAt } from "../guests/find-event.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import type { EndingStep } from "./end-event.ts";
import { goOn } from "./go-on.ts";
import { subjectOf } from "./subject-of.ts";

/** Longer than a step may take; also until then whoever else holds some lays them back. */
const HOLD_S = 60;
/** Of one queue; SQS itself removes what is left after two weeks. */
const MOST_LETTERS = 500;

interface Looked {
  readonly removed: number;
  /** False: somebody else holds some at this moment. */
  readonly isComplete: boolean;
}

/** K11: what failed too often and is about the event, or from its guests: while their numbers are still known. */
export const removeLetters: EndingStep = async (ports, job, progress) => {
  const looked = await together(ports.deadLetters.map((resting) => removeFrom(ports, resting, job.eventId)));
  const removed = looked.reduce((sum, one) => sum + one.removed, 0);
  const deleted = { ...progress.deleted, letters: progress.deleted.letters + removed };
  const next = { ...progress, found: progress.found + removed, deleted };
  if (looked.every(({ isComplete }) => isComplete)) return goOn(job, { ...next, phase: "rows" });
  return goOn(job, next, { pauseSeconds: HOLD_S });
};

/** SQS knows no way to look without taking: what is not the event's is put back. */
async function removeFrom(ports: WorkerPorts, resting: RestingLetters, eventId: string): Promise<Looked> {
  const expected = Math.min(await resting.count(), MOST_LETTERS);
  const others: RestingMessage[] = [];
  let seen = 0;
  try {
    while (seen < expected) {
      const taken = await resting.take(HOLD_S);
      if (taken.length === 0) break;
      seen += taken.length;
      // Each is put back also when somebody falls over at another one.
      for (const letter of taken) await siftOne(ports, resting, { letter, eventId, others });
    }
  } finally {
    await resting.putBack(others);
  }
  return { removed: seen - others.length, isComplete: seen >= expected };
}

async function siftOne(
  ports: WorkerPorts,
  resting: RestingLetters,
  { letter, eventId, others }: Sifted,
): Promise<void> {
  if (await isAbout(ports, letter, eventId)) await resting.remove(letter);
  else others.push(letter);
}

interface Sifted {
  readonly letter: RestingMessage;
  readonly eventId: string;
  /** Those that stay, so far. */
  readonly others: RestingMessage[];
}

/** Of LINE's events: those of who was a guest and did not play elsewhere then. */
async function isAbout(
  { store, guestIdKey }: WorkerPorts,
  { body }: RestingMessage,
  eventId: string,
): Promise<boolean> {
  const subject = subjectOf(body);
  if (subject === undefined) return false;
  if ("eventId" in subject) return subject.eventId === eventId;
  const { lineUserId, sentAt } = subject;
  const key = { eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) };
  const [guest, person] = await together([store.guest(key), store.person(lineUserId)] as const);
  return guest !== undefined && (eventIdAt(person, sentAt) ?? eventId) === eventId;
}
