import type { EventSettings } from "#domain/event";
import type { Language } from "#domain/language";
import type { Person } from "../shared/ports/ceremony-store.ts";
import type { GuestProfile } from "../shared/ports/guest-messenger.ts";
import type { WorkerPorts } from "./worker-ports.ts";

export interface Whereabouts {
  readonly person: Person | undefined;
  readonly event: EventSettings | undefined;
  /** False: the person has still to be welcomed there. */
  readonly isJoined: boolean;
}

/** E2: where a person played at that time; what was sent before a join code belongs where the guest played before. */
export function eventIdAt(person: Person | undefined, at: number): string | undefined {
  return hasJoinedLater(person, at) ? person?.formerEventId : person?.eventId;
}

/** Whether a join code that was sent after `at` has led elsewhere. */
export function hasJoinedLater(person: Person | undefined, at: number): boolean {
  return person?.joinedAt !== undefined && at < person.joinedAt;
}

/** E2: the event last joined or, for a new guest and for one whose event is deleted, the one to join at `at`. */
export async function findEvent(
  { store }: Pick<WorkerPorts, "store">,
  lineUserId: string,
  at: number,
): Promise<Whereabouts> {
  const person = await store.person(lineUserId);
  const eventId = eventIdAt(person, at);
  const joined = eventId === undefined ? undefined : await store.event(eventId);
  if (joined !== undefined) return { person, event: joined, isJoined: true };
  return { person, event: await store.latestEvent(at), isJoined: false };
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
  whereabouts: Whereabouts,
  lineUserId: string,
): Promise<Language> {
  const profile = whereabouts.person === undefined ? await messenger.profile(lineUserId) : undefined;
  return languageOf(whereabouts, profile);
}
