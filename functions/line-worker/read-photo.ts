import { createHash } from "node:crypto";
import { decide, type FaceReading, keptFace, type ReadingRefusal } from "#domain/decision";
import type { Fingerprint } from "#domain/duplicate";
import type { EventSettings } from "#domain/event";
import { wantedLabels } from "#domain/event-rules";
import { fromLeft } from "#domain/from-left";
import { keptWithoutAgeAndGender } from "#domain/label";
import { concernOf } from "#domain/moderation";
import { imageNameOf } from "../shared/keyed-names.ts";
import { isWithinLimits } from "../shared/pictures/decode-picture.ts";
import type { DisplayCopies } from "../shared/pictures/display-copies.ts";
import { type PictureHead, pictureTypeOf, readPictureHead } from "../shared/pictures/picture-head.ts";
import type { PhotoDraft, PhotoKey, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { Copies } from "../shared/ports/copy-maker.ts";
import { type PictureReaders, type PictureReading, readPicture } from "../shared/read-picture.ts";
import { together } from "../shared/together.ts";
import { repeated } from "./judge-photo.ts";
import { originalKey } from "./original-keys.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type ReadPorts = PictureReaders & Pick<WorkerPorts, "store" | "photos" | "copyMaker" | "guestIdKey">;

export interface PhotoSubject {
  readonly key: PhotoKey;
  readonly event: EventSettings;
  readonly sentAt: number;
}

/** A photo as it is to be kept; with its public copies if it may be seen. */
export interface ReadPhoto {
  readonly draft: PhotoDraft;
  readonly copies?: DisplayCopies & { readonly image: string };
  /** Photos of others that look the same or are. */
  readonly alike: readonly StoredPhoto[];
}

/** From bytes to what becomes of the photo. Stores the original, nothing else. */
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
  const { alike, made } = look;
  if (draft.state !== "shown" || made.kind === "refused") return { draft, alike };
  const { copies } = made;
  const image = imageNameOf(ports.guestIdKey, subject.key.photoId);
  return {
    draft: { ...draft, image, width: copies.width, height: copies.height },
    copies: { ...copies, image },
    alike,
  };
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

/** The vendor needs longer to read the picture: who else sent it is found meanwhile. */
async function lookAt(
  { store, copyMaker }: ReadPorts,
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
  ] as const);
  return { made, fingerprint, alike: [...own, ...alike] };
}

/** P2: of a photo that could not be read. */
export function refusedPhoto(subject: PhotoSubject, reason: ReadingRefusal, sizeBytes?: number): ReadPhoto {
  const draft: PhotoDraft = {
    ...beginningOf(subject),
    ...decide(subject.event.rules, {
      reading: { kind: "refused", reason },
      labels: [],
      isDuplicate: false,
    }),
    ...(sizeBytes !== undefined && { sizeBytes }),
  };
  return { draft, alike: [] };
}

function draftOf(
  subject: PhotoSubject,
  { faces, moderation, labels, text }: PictureReading,
  kept: Fingerprint & Pick<PhotoDraft, "original" | "sizeBytes">,
  { made, alike }: Look,
): PhotoDraft {
  const { event } = subject;
  const reading: FaceReading =
    faces.kind === "read" ? (made.kind === "refused" ? made : inOrder(faces)) : faces;
  const isChecked = moderation.kind === "checked";
  const names = isChecked ? moderation.labels.map(({ name }) => name) : [];
  const concern = concernOf(event, isChecked ? { kind: "checked", labels: names } : moderation, text);
  const { keepsAgeAndGender } = event;
  const read = labels?.kind === "read" ? labels.labels : undefined;
  const seen = read && (keepsAgeAndGender ? read : keptWithoutAgeAndGender(read));
  const original = repeated({ ...beginningOf(subject), ...kept }, alike);
  const { missions, ...decision } = decide(event.rules, {
    reading,
    labels: seen ?? [],
    ...(concern !== undefined && { concern }),
    isDuplicate: original !== undefined,
  });
  return {
    ...beginningOf(subject),
    ...kept,
    ...decision,
    faces: reading.kind === "read" ? reading.faces.map((face) => keptFace(face, keepsAgeAndGender)) : [],
    ...(seen !== undefined && { labels: seen }),
    isModerationChecked: isChecked,
    ...(isChecked && { moderationLabels: moderation.labels }),
    ...(concern !== undefined && { concern }),
    ...(missions.length > 0 && { missions }),
    ...(original !== undefined && { duplicateOf: original }),
  };
}

/** S7 */
function inOrder({ kind, faces }: Extract<FaceReading, { kind: "read" }>): FaceReading {
  return { kind, faces: fromLeft(faces.map((face) => ({ face }))).map(({ face }) => face) };
}

/** What is known of every photo, before anything was read. */
function beginningOf({ key, event, sentAt }: PhotoSubject) {
  const expiresAt = Math.ceil(event.retentionEndsAt / 1_000);
  return { ...key, sentAt, step: "read", state: "hidden", score: 0, faces: [], expiresAt } as const;
}
