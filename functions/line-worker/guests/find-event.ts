import { isEnding } from "#domain/retention";
import type { EventSettings } from "#domain/event";
import { belongsTogether, rehearsalGuestOf } from "#domain/rehearsal";
import type { Language } from "#domain/language";
import type { Person } from "../../shared/ports/ceremony-store.ts";
import type { GuestProfile } from "../../shared/ports/guest-messenger.ts";
import type { WorkerPorts } from "../worker-ports.ts";

export interface Whereabouts {
  readonly person: Person | undefined;
  readonly event: EventSettings | undefined;
  /** False: the person has still to be welcomed there. */
  readonly isJoined: boolean;
  /** Several events are open, and nobody said which is meant. */
  readonly isUndecided: boolean;
}

/** E2: where a person played at that time; what was sent before a join code belongs where the guest played before. */
export function eventIdAt(person: Person | undefined, at: number): string | undefined {
  return hasJoinedLater(person, at) ? person?.formerEventId : person?.eventId;
}

/** Whether a join code that was sent after `at` has led elsewhere. */
export function hasJoinedLater(person: Person | undefined, at: number): boolean {
  return person?.joinedAt !== undefined && at < person.joinedAt;
}

/** E2: the event last joined or, for a new guest and for one whose event is deleted, the only one to join at `at`. */
export async function findEvent(
  { store }: Pick<WorkerPorts, "store">,
  lineUserId: string,
  at: number,
): Promise<Whereabouts> {
  const person = await store.person(lineUserId);
  const drawn = rehearsalGuestOf(lineUserId);
  if (drawn !== undefined) return findRehearsal(store, lineUserId, { ...drawn, person });
  const eventId = eventIdAt(person, at);
  const joined = eventId === undefined ? undefined : await store.event(eventId);
  // K10: an event that is being deleted is nobody's any more.
  if (joined !== undefined && !isEnding(joined.state))
    return { person, event: joined, isJoined: true, isUndecided: false };
  const [event, other] = await store.eventsToJoin(at);
  const isUndecided = other !== undefined;
  return { person, event: isUndecided ? undefined : event, isJoined: false, isUndecided };
}

/** H2: the only event of a drawn guest. */
async function findRehearsal(
  store: WorkerPorts["store"],
  lineUserId: string,
  { eventId, person }: Pick<Whereabouts, "person"> & { readonly eventId: string },
): Promise<Whereabouts> {
  const event = await store.event(eventId);
  const isTheirs = event !== undefined && !isEnding(event.state) && belongsTogether(lineUserId, event);
  return {
    person,
    event: isTheirs ? event : undefined,
    isJoined: person !== undefined,
    isUndecided: false,
  };
}

/** E2: what who plays nowhere is told, when there is no event to play in. */
export function nowhere({ isUndecided }: Pick<Whereabouts, "isUndecided">): "which-event" | "no-event" {
  return isUndecided ? "which-event" : "no-event";
}

/** The guest's own language before the event's. */
export function languageOf(
  { person, event }: Pick<Whereabouts, "person" | "event">,
  profile: GuestProfile | undefined,
): Language {
  return person?.language ?? profile?.language ?? event?.language ?? "ja";
}

/** Asks LINE only about people we do not know yet. */
export async function findLanguage(
  { messenger }: Pick<WorkerPorts, "messenger">,
  whereabouts: Pick<Whereabouts, "person" | "event">,
  lineUserId: string,
): Promise<Language> {
  const profile = whereabouts.person === undefined ? await messenger.profile(lineUserId) : undefined;
  return languageOf(whereabouts, profile);
}
