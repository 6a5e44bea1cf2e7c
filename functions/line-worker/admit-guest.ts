import { photoAdmission, type EventSettings } from "#domain/event";
import type { Language } from "#domain/language";
import { guestIdOf } from "../shared/keyed-names.ts";
import type { Guest, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { findEvent, findLanguage, nowhere, type Whereabouts } from "./find-event.ts";
import type { PhotoMessage } from "./guest-event.ts";
import { hasLeft } from "./has-left.ts";
import { together } from "../shared/together.ts";
import { welcomeGuest } from "./welcome-guest.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type AdmissionPorts = Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">;

export interface Admitted {
  readonly kind: "admitted";
  readonly event: EventSettings;
  readonly guest: Guest;
  /** Recorded by an earlier try. */
  readonly photo?: StoredPhoto;
}

/** K6: it was sent before its guest left with everything. */
export interface Left {
  readonly kind: "left";
  readonly event: EventSettings;
  readonly guest: Guest;
}

export interface Refused {
  readonly kind: "refused";
  readonly reason: "no-event" | "which-event" | "not-yet-open" | "closed" | "time-up" | "banned";
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
): Promise<Admitted | Refused | Left> {
  const { lineUserId, sentAt } = sender;
  const whereabouts = await findEvent(ports, lineUserId, sentAt);
  const { event, isJoined } = whereabouts;
  const { guest: former, photo } = await recall(ports, whereabouts, sender);
  if (event !== undefined && former !== undefined) {
    if (hasLeft(former, sentAt)) return { kind: "left", event, guest: former };
    if (isJoined && photo !== undefined) return { kind: "admitted", event, guest: former, photo };
  }
  const admitted = event === undefined ? nowhere(whereabouts) : photoAdmission(event, sentAt);
  if (event === undefined || admitted !== "open") {
    const language = await findLanguage(ports, whereabouts, lineUserId);
    const reason = admitted === "open" ? "no-event" : admitted;
    return { kind: "refused", reason, language, ...(event && { event }) };
  }
  const known = isJoined && former?.erasedAt === undefined ? former : undefined;
  const guest = known ?? (await welcomeGuest(ports, { ...whereabouts, event }, sender));
  if (guest.bannedAt !== undefined) {
    return { kind: "refused", reason: "banned", language: guest.language, event };
  }
  return hasLeft(guest, sentAt) ? { kind: "left", event, guest } : { kind: "admitted", event, guest };
}

/** Who plays in the event, or did, may have sent this very photo before. */
async function recall(
  { store, guestIdKey }: AdmissionPorts,
  { event }: Whereabouts,
  { lineUserId, photoId }: Pick<PhotoMessage, "lineUserId" | "photoId">,
): Promise<{ readonly guest?: Guest | undefined; readonly photo?: StoredPhoto | undefined }> {
  if (event === undefined) return {};
  const key = { eventId: event.eventId, guestId: guestIdOf(guestIdKey, event.eventId, lineUserId) };
  const [guest, photo] = await together([store.guest(key), store.photo({ ...key, photoId })] as const);
  return { guest, photo };
}
