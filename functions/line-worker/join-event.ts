import { readJoinCode } from "#domain/join-code";
import { guestIdOf } from "../shared/keyed-names.ts";
import { log } from "../shared/log.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { Answer } from "../shared/ports/guest-messenger.ts";
import { hasLeft } from "./has-left.ts";
import { hasJoinedLater } from "./find-event.ts";
import type { ChatMessage } from "./guest-event.ts";
import { welcomeGuest } from "./welcome-guest.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/** What a guest hears who has joined an event. */
export interface Joined {
  readonly answer: Answer;
  /** Those in the event that was left: results that nobody told yet are told now, or never (A2). */
  readonly photos: readonly StoredPhoto[];
}

/** E2, E5: who sends the code of an event plays there from now on. `undefined`: that was no code of an event. */
export async function joinEvent(
  ports: Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">,
  { lineUserId, sentAt, text }: ChatMessage,
): Promise<Joined | undefined> {
  const { store, guestIdKey } = ports;
  const joinCode = text === undefined ? undefined : readJoinCode(text);
  const event = joinCode === undefined ? undefined : await store.eventOfCode(joinCode);
  if (event === undefined) return undefined;
  const person = await store.person(lineUserId);
  const guest = await welcomeGuest(ports, { person, event }, { lineUserId, sentAt, isByCode: true });
  log.info("event-joined", { event: event.eventId, isLate: hasJoinedLater(person, sentAt) });
  const { language } = guest;
  const left = person?.eventId === event.eventId ? person.formerEventId : person?.eventId;
  const photos =
    left === undefined
      ? []
      : await store.photosOfGuest({ eventId: left, guestId: guestIdOf(guestIdKey, left, lineUserId) });
  // K6: the code was sent before.
  if (hasLeft(guest, sentAt))
    return { answer: { kind: "note", language, note: "left", name: "" }, photos: [] };
  const answer: Answer =
    guest.bannedAt === undefined
      ? { kind: "greeting", language, event }
      : { kind: "refused", reason: "banned", language, event };
  return { answer, photos };
}
