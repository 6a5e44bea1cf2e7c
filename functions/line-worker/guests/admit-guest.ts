import { photoAdmission, type EventSettings } from "#domain/event";
import type { Language } from "#domain/language";
import { guestIdOf } from "../../shared/keyed-names.ts";
import type { Guest, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { findEvent, findLanguage, nowhere, type Whereabouts } from "./find-event.ts";
import type { PhotoMessage } from "../guest-event.ts";
import { hasLeft } from "./has-left.ts";
import { together } from "../../shared/together.ts";
import { welcomeGuest } from "./welcome-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

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
  const known = await recall(ports, whereabouts, sender);
  const settled = settledBefore(whereabouts, known, sentAt);
  if (settled !== undefined) return settled;
  const reason = refusalAt(whereabouts, sentAt);
  if (event === undefined || reason !== undefined) {
    const language = await findLanguage(ports, whereabouts, lineUserId);
    return { kind: "refused", reason: reason ?? "no-event", language, ...(event && { event }) };
  }
  const former = isJoined && known.guest?.erasedAt === undefined ? known.guest : undefined;
  const guest = former ?? (await welcomeGuest(ports, { ...whereabouts, event }, sender));
  if (guest.bannedAt !== undefined) {
    return { kind: "refused", reason: "banned", language: guest.language, event };
  }
  return hasLeft(guest, sentAt) ? { kind: "left", event, guest } : { kind: "admitted", event, guest };
}

/** What an earlier try admitted, and what was sent before its guest left, is so whatever holds now. */
function settledBefore(
  { event, isJoined }: Whereabouts,
  { guest, photo }: Recalled,
  sentAt: number,
): Admitted | Left | undefined {
  if (event === undefined || guest === undefined) return undefined;
  if (hasLeft(guest, sentAt)) return { kind: "left", event, guest };
  return isJoined && photo !== undefined ? { kind: "admitted", event, guest, photo } : undefined;
}

/** E1, E2: why nothing is taken there, and then. */
function refusalAt(whereabouts: Whereabouts, sentAt: number): Refused["reason"] | undefined {
  if (whereabouts.event === undefined) return nowhere(whereabouts);
  const admitted = photoAdmission(whereabouts.event, sentAt);
  return admitted === "open" ? undefined : admitted;
}

interface Recalled {
  readonly guest?: Guest | undefined;
  readonly photo?: StoredPhoto | undefined;
}

/** Who plays in the event, or did, may have sent this very photo before. */
async function recall(
  { store, guestIdKey }: AdmissionPorts,
  { event }: Whereabouts,
  { lineUserId, photoId }: Pick<PhotoMessage, "lineUserId" | "photoId">,
): Promise<Recalled> {
  if (event === undefined) return {};
  const key = { eventId: event.eventId, guestId: guestIdOf(guestIdKey, event.eventId, lineUserId) };
  const [guest, photo] = await together([store.guest(key), store.photo({ ...key, photoId })] as const);
  return { guest, photo };
}
