import { botWords } from "#domain/words/bot";
import { dropFromExport } from "../../shared/event-export/drop-from-export.ts";
import { Fault } from "../../shared/fault.ts";
import { log } from "../../shared/log.ts";
import type { Guest, GuestKey, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { QueueMessage } from "../../shared/queue-message.ts";
import { together } from "../../shared/together.ts";
import { dropArchive } from "../archives/drop-archive.ts";
import { erasePhoto, isErased } from "./erase-photo.ts";
import { forgetPerson } from "../guests/forget-person.ts";
import { hasLeft } from "../guests/has-left.ts";
import { publishStanding, settleGuest } from "../standings/publish-standing.ts";
import { welcomeGuest } from "../guests/welcome-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type Erase = Extract<QueueMessage, { kind: "erase" }>;

/** Other messages wait behind one step. */
const ERASED_IN_A_STEP = 25;
const SIDE_BY_SIDE = 5;
const TRIES = 10;

/**
 * K6: first the guest's row says that what was sent until then is not taken any more: what arrives later sees that, and
 * what was kept before is found here. Then photos go, some at a time, and at the end the last word about who it was, so
 * that whoever comes after a crash still knows. Can be repeated.
 */
export async function eraseGuest(ports: WorkerPorts, message: Erase): Promise<void> {
  const { isDone } = await eraseSome(ports, message, { most: ERASED_IN_A_STEP });
  if (!isDone) await ports.queue.send(message, 0);
}

/** One step of it: K11 goes on by itself. */
export interface Erased {
  readonly isDone: boolean;
  /** All that there are rows of, and those that were taken out now. */
  readonly photos: number;
  readonly taken: number;
}

/** `beforeForgetting` is told who it was when nothing else is left. */
export async function eraseSome(
  ports: WorkerPorts,
  { eventId, guestId, orderedAt }: Omit<Erase, "kind">,
  limits: { readonly most: number; readonly beforeForgetting?: (lineUserId: string) => Promise<void> },
): Promise<Erased> {
  const key = { eventId, guestId };
  if (!(await markLeft(ports, key, orderedAt))) return { isDone: true, photos: 0, taken: 0 };
  const photos = await ports.store.photosOfGuest(key);
  const left = photos.filter((photo) => photo.sentAt <= orderedAt && !isErased(photo));
  const some = left.slice(0, limits.most);
  for (let first = 0; first < some.length; first += SIDE_BY_SIDE)
    await together(some.slice(first, first + SIDE_BY_SIDE).map((photo) => erasePhoto(ports, photo)));
  const counts = { photos: photos.length, taken: some.length };
  if (left.length > some.length) return { isDone: false, ...counts };
  await dropArchive(ports, key);
  await dropFromExport(ports, eventId, { sentAts: photos.map(({ sentAt }) => sentAt), isGuest: true });
  await forgetWho(ports, key, photos, limits.beforeForgetting);
  await settleGuest(ports, key);
  log.info("guest-erased", { event: eventId, guest: guestId, photos: photos.length });
  return { isDone: true, ...counts };
}

/** Wipes the row, once for each order: who came back since is not wiped again. False: there is no such event any more. */
async function markLeft(ports: WorkerPorts, key: GuestKey, orderedAt: number): Promise<boolean> {
  const { store, clock } = ports;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [guest, event] = await together([store.guest(key), store.event(key.eventId)] as const);
    // K12: nor does anything come back of one that was deleted.
    if (event === undefined || event.state === "erased") return false;
    if (hasLeft(guest, orderedAt)) return true;
    const { language } = event;
    const times = { erasedAt: clock(), leftAt: orderedAt };
    const erasure = { ...key, displayName: botWords[language].guest, language, ...times, isForgotten: false };
    if (await store.eraseGuest(erasure, guest?.version ?? 0)) {
      // Also without any photo: the name leaves the boards.
      await publishStanding(ports, key);
      return true;
    }
  }
  throw new Fault("store-conflict", "eraseGuest");
}

/** The person goes before the row forgets whose it was. Who has sent something since has come back. */
async function forgetWho(
  ports: WorkerPorts,
  key: GuestKey,
  photos: readonly StoredPhoto[],
  beforeForgetting?: (lineUserId: string) => Promise<void>,
): Promise<void> {
  const { store } = ports;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const guest = await store.guest(key);
    const lineUserId = await store.lineUserOfGuest(key);
    if (guest?.erasedAt === undefined || lineUserId === undefined) return;
    const { erasedAt, leftAt = 0 } = guest;
    const later = photos.find(({ sentAt, state }) => sentAt > leftAt && state !== "removed");
    if (later !== undefined) return welcomeBack(ports, guest, lineUserId, later.sentAt);
    await beforeForgetting?.(lineUserId);
    await forgetPerson(ports, lineUserId, { eventId: key.eventId, until: leftAt });
    const { displayName, language } = guest;
    const erasure = { ...key, displayName, language, erasedAt, leftAt, isForgotten: true };
    if (await store.eraseGuest(erasure, guest.version)) return;
  }
  throw new Fault("store-conflict", "eraseGuest");
}

async function welcomeBack(
  ports: WorkerPorts,
  { eventId }: Guest,
  lineUserId: string,
  sentAt: number,
): Promise<void> {
  const [event, person] = await together([
    ports.store.event(eventId),
    ports.store.person(lineUserId),
  ] as const);
  if (event !== undefined) await welcomeGuest(ports, { person, event }, { lineUserId, sentAt });
}
