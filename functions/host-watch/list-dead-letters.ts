import type { RestingMessage } from "../shared/ports/dead-letters.ts";
import { together } from "../shared/together.ts";
import type { QueueName } from "./environment.ts";
import { lookAtLetters } from "./look-at-letters.ts";
import { type LetterSubject, subjectOfLetter } from "./subject-of-letter.ts";
import type { WatchPorts } from "./watch-ports.ts";

/** As the API tells it. */
export interface DeadLetter extends LetterSubject {
  readonly letterId: string;
  readonly queue: QueueName;
  readonly displayName?: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly failedAt?: number;
  /** The fault's code, or `broken-off`: whoever worked on it fell over. */
  readonly reason: string;
}

export interface DeadLetterPage {
  readonly letters: readonly DeadLetter[];
  readonly isComplete: boolean;
}

/** How many letters are asked about at the same time. */
const AT_ONCE = 10;

/** Everything that failed too often, the oldest first, with whom it is from and why it failed. */
export async function listDeadLetters(
  ports: Pick<WatchPorts, "deadLetters" | "failures" | "store">,
): Promise<DeadLetterPage> {
  const looks = await together(
    [...ports.deadLetters].map(async ([queue, resting]) => ({ queue, ...(await lookAtLetters(resting)) })),
  );
  const resting = looks.flatMap(({ queue, letters }) => letters.map((letter) => ({ queue, letter })));
  const told: DeadLetter[] = [];
  for (let at = 0; at < resting.length; at += AT_ONCE) {
    const some = resting.slice(at, at + AT_ONCE);
    told.push(...(await together(some.map(({ queue, letter }) => tell(ports, queue, letter)))));
  }
  return {
    letters: told.toSorted((a, b) => a.sentAt - b.sentAt || (a.letterId < b.letterId ? -1 : 1)),
    isComplete: looks.every(({ isComplete }) => isComplete),
  };
}

async function tell(
  { failures, store }: Pick<WatchPorts, "failures" | "store">,
  queue: QueueName,
  { messageId, body, sentAt }: RestingMessage,
): Promise<DeadLetter> {
  const subject = subjectOfLetter(body);
  const [failure, about] = await together([failures.find(messageId), whoseIsIt(store, subject)] as const);
  return {
    ...subject,
    ...about,
    letterId: messageId,
    queue,
    sentAt,
    ...(failure !== undefined && { failedAt: failure.failedAt }),
    reason: failure?.code ?? "broken-off",
  };
}

type Whose = Pick<DeadLetter, "eventId" | "guestId" | "displayName">;

/** Whoever is known: of a photo that never came as far as the data nobody is. */
async function whoseIsIt(
  store: WatchPorts["store"],
  { eventId, guestId, photoId }: LetterSubject,
): Promise<Whose | undefined> {
  const photo = photoId === undefined ? undefined : await store.photoById(photoId);
  if (photo !== undefined)
    return { eventId: photo.eventId, guestId: photo.guestId, displayName: photo.displayName };
  if (eventId === undefined || guestId === undefined) return undefined;
  const guest = await store.guest({ eventId, guestId });
  return guest && { displayName: guest.displayName };
}
