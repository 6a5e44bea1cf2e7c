import type { EventSettings } from "#domain/event";
import type { Language } from "#domain/language";
import type { Person } from "../shared/ports/ceremony-store.ts";
import type { GuestProfile } from "../shared/ports/guest-messenger.ts";
import type { WorkerPorts } from "./worker-ports.ts";

export interface Whereabouts {
  readonly person: Person | undefined;
  readonly event: EventSettings | undefined;
}

/** E2: the event last joined or, for a new guest and for one whose event is deleted, the one to join at `at`. */
export async function findEvent(
  { store }: Pick<WorkerPorts, "store">,
  lineUserId: string,
  at: number,
): Promise<Whereabouts> {
  const person = await store.person(lineUserId);
  const joined = person?.eventId === undefined ? undefined : await store.event(person.eventId);
  return { person, event: joined ?? (await store.latestEvent(at)) };
}

/** The guest's own language before the event's. */
export function languageOf({ person, event }: Whereabouts, profile: GuestProfile | undefined): Language {
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
