import { admission } from "#domain/event";
import { readJoinCode } from "#domain/join-code";
import { belongsTogether } from "#domain/rehearsal";
import type { Refusal } from "#domain/words/bot-words";
import { guestIdOf } from "../../shared/keyed-names.ts";
import { log } from "../../shared/log.ts";
import { together } from "../../shared/together.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { hasLeft } from "../guests/has-left.ts";
import { findLanguage, hasJoinedLater } from "../guests/find-event.ts";
import type { ChatMessage } from "../guest-event.ts";
import { welcomeGuest } from "../guests/welcome-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** What a guest hears who sent a code. */
export interface Joined {
  readonly answer: Answer;
  /** Those in the event that was left: results that nobody told yet are told now, or never (A2). */
  readonly photos?: readonly StoredPhoto[];
}

/** E2, E5: who sends the code of an event that is not over plays there from now on. `undefined`: that was no code. */
export async function joinEvent(
  ports: Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">,
  { lineUserId, sentAt, text }: ChatMessage,
): Promise<Joined | undefined> {
  const { store, guestIdKey } = ports;
  const joinCode = text === undefined ? undefined : readJoinCode(text);
  if (joinCode === undefined) return undefined;
  const [found, person] = await together([store.eventOfCode(joinCode), store.person(lineUserId)] as const);
  // H2
  const event = found !== undefined && belongsTogether(lineUserId, found) ? found : undefined;
  const refused = async (reason: Refusal): Promise<Joined> => {
    const language = await findLanguage(ports, { person, event }, lineUserId);
    return { answer: { kind: "refused", reason, language, ...(event && { event }) } };
  };
  if (event === undefined) return refused("unknown-code");
  const admitted = admission(event, sentAt);
  if (admitted === "closed") return refused("closed");
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
      ? { kind: "greeting", language, event, ...(admitted !== "open" && { hint: admitted }) }
      : { kind: "refused", reason: "banned", language, event };
  return { answer, photos };
}
