import { createHash } from "node:crypto";
import { type FaceReading, keptFace, type ReadingRefusal } from "#domain/decision";
import type { Fingerprint } from "#domain/duplicate";
import type { EventSettings } from "#domain/event";
import { wantedLabels } from "#domain/event-rules";
import { fromLeft } from "#domain/from-left";
import { keptWithoutAgeAndGender } from "#domain/label";
import { concernOf } from "#domain/moderation";
import { photoExpiresAt } from "#domain/retention";
import { imageNameOf } from "../../shared/keyed-names.ts";
import { originalKey } from "../../shared/picture-keys.ts";
import { isWithinLimits } from "../../shared/pictures/decode-picture.ts";
import { type PictureHead, pictureTypeOf, readPictureHead } from "../../shared/pictures/picture-head.ts";
import type { PhotoDraft, PhotoKey, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { Copies } from "../../shared/ports/copy-maker.ts";
import { type PictureReaders, type PictureReading, readPicture } from "../../shared/read-picture.ts";
import { together } from "../../shared/together.ts";
import type { ImageSet } from "../guest-event.ts";
import { keptOfSet } from "../sets/image-set.ts";
import { judged, type Owner } from "./judge-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type ReadPorts = PictureReaders & Pick<WorkerPorts, "store" | "photos" | "copyMaker" | "guestIdKey">;

export interface PhotoSubject {
  readonly key: PhotoKey;
  readonly event: EventSettings;
  readonly guest: Owner;
  readonly sentAt: number;
  readonly imageSet?: ImageSet;
  /** H4 */
  readonly contentUrl?: string;
}

/** A photo as it is to be kept. */
export interface ReadPhoto {
  /** Names the public copies if it may be seen: they are still to be made public. */
  readonly draft: PhotoDraft;
  /** Photos of others that look the same or are. */
  readonly alike: readonly StoredPhoto[];
}

/** From bytes to what becomes of the photo. Stores the original and the private copies, nothing else. */
export async function readPhoto(ports: ReadPorts, subject: PhotoSubject, bytes: Buffer): Promise<ReadPhoto> {
  const type = pictureTypeOf(bytes);
  if (type === undefined) return refusedPhoto(subject, "unsupported-type", bytes.length);
  const head = readPictureHead(bytes, type);
  if (head === undefined) return refusedPhoto(subject, "unreadable", bytes.length);
  if (!isWithinLimits(head)) return refusedPhoto(subject, "too-large", bytes.length);
  const original = originalKey(subject.key, type);
  await ports.photos.putOriginal(original, bytes, `image/${type}`);
  const [reading, look] = await together([
    readPicture(ports, wantedOf(subject.event), { kind: "stored", key: original }),
    lookAt(ports, subject.key, bytes, head),
  ] as const);
  const kept = { original, sizeBytes: bytes.length, ...look.fingerprint };
  const draft = draftOf(subject, reading, kept, look);
  const { alike } = look;
  if (draft.state !== "shown") return { draft, alike };
  return { draft: { ...draft, image: imageNameOf(ports.guestIdKey, subject.key.photoId) }, alike };
}

function wantedOf({ moderation, rules }: EventSettings) {
  const labels = wantedLabels(rules);
  return {
    moderation: moderation !== "off",
    ...(labels !== undefined && { labels }),
    text: rules.bannedWords.length > 0,
  };
}

/** What a picture looks like, and who else sent it. */
interface Look {
  readonly made: Copies;
  readonly fingerprint: Fingerprint;
  readonly alike: readonly StoredPhoto[];
}

/** The vendor needs longer to read the picture: copies are made, and who else sent it is found, meanwhile. */
async function lookAt(
  { store, photos, copyMaker }: ReadPorts,
  key: PhotoKey,
  bytes: Buffer,
  head: PictureHead,
): Promise<Look> {
  const contentHash = createHash("sha256").update(bytes).digest("hex");
  const made = await copyMaker.makeCopies(bytes, head);
  const fingerprint = { contentHash, ...(made.kind === "made" && { lookHash: made.lookHash }) };
  const [own, alike] = await together([
    store.photosOfGuest(key),
    store.photosLike(key.eventId, fingerprint),
    made.kind === "made" ? photos.putCopies(key, made.copies) : undefined,
  ] as const);
  return { made, fingerprint, alike: [...own, ...alike] };
}

/** P2: of a photo that could not be read. */
export function refusedPhoto(subject: PhotoSubject, reason: ReadingRefusal, sizeBytes?: number): ReadPhoto {
  const known = { ...beginningOf(subject), reason, ...(sizeBytes !== undefined && { sizeBytes }) };
  return { draft: judged(known, [], subject.event.rules, subject.guest), alike: [] };
}

/** Everything that was read, and what the rules make of it. */
function draftOf(
  subject: PhotoSubject,
  reading: PictureReading,
  kept: Fingerprint & Pick<PhotoDraft, "original" | "sizeBytes">,
  { made, alike }: Look,
): PhotoDraft {
  const { event } = subject;
  const known = {
    ...beginningOf(subject),
    ...kept,
    ...(made.kind === "made" && { width: made.copies.width, height: made.copies.height }),
    ...keptFaces(event, reading.faces.kind === "read" && made.kind === "refused" ? made : reading.faces),
    ...keptLabelsOf(event, reading),
    ...keptModeration(event, reading),
  };
  return judged(known, alike, event.rules, subject.guest);
}

/** P4, S7 */
function keptFaces({ keepsAgeAndGender }: EventSettings, reading: FaceReading) {
  if (reading.kind === "refused") return { reason: reading.reason };
  const faces = fromLeft(reading.faces.map((face) => ({ face })));
  return { faces: faces.map(({ face }) => keptFace(face, keepsAgeAndGender)) };
}

/** P4 */
function keptLabelsOf({ keepsAgeAndGender }: EventSettings, { labels: reading }: PictureReading) {
  if (reading?.kind !== "read") return {};
  const { labels } = reading;
  return { labels: keepsAgeAndGender ? labels : keptWithoutAgeAndGender(labels) };
}

/** M1–M5, T1, T2 */
function keptModeration(event: EventSettings, { moderation, text }: PictureReading) {
  const isModerationChecked = moderation.kind === "checked";
  const check = isModerationChecked
    ? { kind: moderation.kind, labels: moderation.labels.map(({ name }) => name) }
    : moderation;
  const concern = concernOf(event, check, text);
  return {
    isModerationChecked,
    ...(isModerationChecked && { moderationLabels: moderation.labels }),
    ...(concern !== undefined && { concern }),
  };
}

/** What is known of every photo, before anything was read. */
function beginningOf({ key, event, guest, sentAt, imageSet }: PhotoSubject): StoredPhoto {
  const { displayName } = guest;
  return {
    ...key,
    displayName,
    sentAt,
    step: "read",
    state: "hidden",
    score: 0,
    faces: [],
    ...keptOfSet(imageSet),
    expiresAt: photoExpiresAt(event),
    version: 0,
  };
}
