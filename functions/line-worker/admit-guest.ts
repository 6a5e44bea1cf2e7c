import { admission, type EventSettings } from "#domain/event";
import { guestNameUnder } from "#domain/held-name";
import type { Language } from "#domain/language";
import { botWords } from "#domain/words/bot";
import { guestIdOf } from "../shared/keyed-names.ts";
import type { Guest, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { findEvent, findLanguage, languageOf, type Whereabouts } from "./find-event.ts";
import type { PhotoMessage } from "./guest-event.ts";
import { together } from "../shared/together.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type AdmissionPorts = Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">;

export interface Admitted {
  readonly kind: "admitted";
  readonly event: EventSettings;
  readonly guest: Guest;
  /** Recorded by an earlier try. */
  readonly photo?: StoredPhoto;
}

export interface Refused {
  readonly kind: "refused";
  readonly reason: "no-event" | "not-yet-open" | "closed" | "banned";
  readonly language: Language;
  readonly event?: EventSettings;
}

/**
 * E1, E2: who sends a photo, and into which event; a new guest is welcomed on the way. A photo that an earlier try
 * recorded was admitted then.
 */
export async function admitGuest(
  ports: AdmissionPorts,
  sender: Pick<PhotoMessage, "lineUserId" | "sentAt" | "photoId">,
): Promise<Admitted | Refused> {
  const { lineUserId, sentAt } = sender;
  const whereabouts = await findEvent(ports, lineUserId, sentAt);
  const { event } = whereabouts;
  const known = await recall(ports, whereabouts, sender);
  if (event !== undefined && known?.guest && known.photo) {
    return { kind: "admitted", event, guest: known.guest, photo: known.photo };
  }
  const admitted = event === undefined ? "no-event" : admission(event, sentAt);
  if (event === undefined || admitted !== "open") {
    const language = await findLanguage(ports, whereabouts, lineUserId);
    const reason = admitted === "open" ? "no-event" : admitted;
    return { kind: "refused", reason, language, ...(event && { event }) };
  }
  const guest = known?.guest ?? (await welcome(ports, whereabouts, event, lineUserId));
  if (guest.bannedAt !== undefined) {
    return { kind: "refused", reason: "banned", language: guest.language, event };
  }
  return { kind: "admitted", event, guest };
}

/** Who plays in the event already may have sent this very photo before. */
async function recall(
  { store, guestIdKey }: AdmissionPorts,
  { person, event }: Whereabouts,
  { lineUserId, photoId }: Pick<PhotoMessage, "lineUserId" | "photoId">,
): Promise<{ readonly guest: Guest | undefined; readonly photo: StoredPhoto | undefined } | undefined> {
  if (event === undefined || person?.eventId !== event.eventId) return undefined;
  const key = { eventId: event.eventId, guestId: guestIdOf(guestIdKey, event.eventId, lineUserId) };
  const [guest, photo] = await together([store.guest(key), store.photo({ ...key, photoId })] as const);
  return { guest, photo };
}

/** N2: the name is judged by the event's list of words. */
async function welcome(
  { store, messenger, guestIdKey }: AdmissionPorts,
  whereabouts: Whereabouts,
  event: EventSettings,
  lineUserId: string,
): Promise<Guest> {
  const { eventId } = event;
  const profile = await messenger.profile(lineUserId);
  const language = languageOf({ ...whereabouts, event }, profile);
  const name = guestNameUnder(event.nameWords, profile?.displayName, botWords[language].guest);
  const key = { eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) };
  const [guest] = await together([
    store.saveGuest({ ...key, ...name, language }, lineUserId),
    store.savePerson({
      lineUserId,
      eventId,
      language,
      // Another event has a list of its own.
      displayName: name.heldName ?? name.displayName,
    }),
  ] as const);
  return guest;
}
