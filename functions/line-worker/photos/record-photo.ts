import { Fault } from "../../shared/fault.ts";
import { log } from "../../shared/log.ts";
import type { PhotoDraft, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { type PhotoSubject, readPhoto, refusedPhoto } from "./read-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** Rekognition reads stored pictures up to this size. */
const MOST_BYTES = 15 * 1024 * 1024;

/**
 * Fetches, reads and keeps a photo; gives back what is kept, which may be another worker's. Its copies are public
 * before the row names them, and are taken away when the other's row says otherwise. `undefined`: LINE has the
 * photo no more.
 */
export async function recordPhoto(
  ports: WorkerPorts,
  subject: PhotoSubject,
): Promise<StoredPhoto | undefined> {
  const { store, source, photos } = ports;
  const content = await source.photoContent(subject.key.photoId, MOST_BYTES, subject.contentUrl);
  if (content.kind === "gone") {
    log.warn("photo-gone", { photo: subject.key.photoId });
    return undefined;
  }
  const { draft, alike } =
    content.kind === "too-large"
      ? refusedPhoto(subject, "too-large")
      : await readPhoto(ports, subject, Buffer.from(content.bytes));
  if (draft.image !== undefined) await photos.publishCopies(draft, draft.image);
  await recheckLater(ports, draft, alike);
  if (await store.savePhoto(draft, 0)) {
    const { photoId: photo, state, reason, score, faces = [] } = draft;
    log.info("photo-stored", { photo, state, score, faces: faces.length, ...(reason && { reason }) });
    return { ...draft, version: 1 };
  }
  const other = await store.photo(subject.key);
  if (other === undefined) throw new Fault("store-conflict", "savePhoto");
  if (draft.image !== undefined && other.state !== "shown") await photos.withdrawCopies(draft.image);
  return other;
}

/** By then the photo is kept, and the index knows it. */
const RECHECK_SECONDS = 5;
/** Somewhat before the reminder, with which every photo is looked at again. */
const LATE_MS = 30_000;

/**
 * D5: photos of others that were sent later and came earlier may be repetitions of this one; one that comes after its
 * reminder may itself have passed another one unseen. Asked for beforehand, so that a crash forgets none.
 */
async function recheckLater(
  { queue, clock }: WorkerPorts,
  photo: PhotoDraft,
  alike: readonly StoredPhoto[],
): Promise<void> {
  const later = alike.filter(
    ({ guestId, sentAt, state }) =>
      guestId !== photo.guestId && sentAt >= photo.sentAt && state !== "removed" && state !== "hidden",
  );
  const isLate = photo.contentHash !== undefined && clock() - photo.sentAt > LATE_MS;
  for (const { eventId, guestId, photoId } of isLate ? [...later, photo] : later)
    await queue.send({ kind: "recheck", eventId, guestId, photoId }, RECHECK_SECONDS);
}
