import { createHash } from "node:crypto";
import { decide, type FaceReading, type ReadingRefusal } from "#domain/decision";
import type { EventSettings } from "#domain/event";
import { imageNameOf } from "../shared/keyed-names.ts";
import { isWithinLimits } from "../shared/pictures/decode-picture.ts";
import type { DisplayCopies } from "../shared/pictures/display-copies.ts";
import { pictureTypeOf, readPictureHead } from "../shared/pictures/picture-head.ts";
import type { PhotoDraft, PhotoKey } from "../shared/ports/ceremony-store.ts";
import type { ContentCheck } from "../shared/ports/content-checker.ts";
import { type PictureReaders, readPicture } from "../shared/read-picture.ts";
import { originalKey } from "./original-keys.ts";
import { together } from "../shared/together.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type ReadPorts = PictureReaders & Pick<WorkerPorts, "photos" | "copyMaker" | "guestIdKey">;

export interface PhotoSubject {
  readonly key: PhotoKey;
  readonly event: EventSettings;
  readonly sentAt: number;
}

/** A photo as it is to be kept; with its public copies if it may be seen. */
export interface ReadPhoto {
  readonly draft: PhotoDraft;
  readonly copies?: DisplayCopies & { readonly image: string };
}

const notChecked: ContentCheck = { kind: "not-checked" };

/** From bytes to what becomes of the photo. Stores the original, nothing else. */
export async function readPhoto(ports: ReadPorts, subject: PhotoSubject, bytes: Buffer): Promise<ReadPhoto> {
  const type = pictureTypeOf(bytes);
  if (type === undefined) return refusedPhoto(subject, "unsupported-type", bytes.length);
  const head = readPictureHead(bytes, type);
  if (head === undefined) return refusedPhoto(subject, "unreadable", bytes.length);
  if (!isWithinLimits(head)) return refusedPhoto(subject, "too-large", bytes.length);
  const original = originalKey(subject.key, type);
  await ports.photos.putOriginal(original, bytes, `image/${type}`);
  const wanted = { moderation: subject.event.moderation !== "off", text: false };
  const [{ faces, moderation: check }, picture] = await together([
    readPicture(ports, wanted, { kind: "stored", key: original }),
    ports.copyMaker.makeCopies(bytes, head),
  ] as const);
  const reading: FaceReading = faces.kind === "read" && picture.kind === "refused" ? picture : faces;
  const kept = {
    original,
    sizeBytes: bytes.length,
    contentHash: createHash("sha256").update(bytes).digest("hex"),
  };
  const draft = { ...draftOf(subject, reading, check), ...kept };
  if (draft.state !== "shown" || picture.kind === "refused") return { draft };
  const { copies } = picture;
  const image = imageNameOf(ports.guestIdKey, subject.key.photoId);
  return {
    draft: { ...draft, image, width: copies.width, height: copies.height },
    copies: { ...copies, image },
  };
}

/** P2: of a photo that could not be read. */
export function refusedPhoto(subject: PhotoSubject, reason: ReadingRefusal, sizeBytes?: number): ReadPhoto {
  const draft = draftOf(subject, { kind: "refused", reason }, notChecked);
  return { draft: { ...draft, ...(sizeBytes !== undefined && { sizeBytes }) } };
}

function draftOf(
  { key, event, sentAt }: PhotoSubject,
  reading: FaceReading,
  check: ContentCheck,
): PhotoDraft {
  const labels = check.kind === "checked" ? check.labels : undefined;
  const names = labels?.map((label) => label.name);
  return {
    ...key,
    ...decide(event, reading, names === undefined ? notCheckedRule : { kind: "checked", labels: names }),
    sentAt,
    step: "read",
    isModerationChecked: labels !== undefined,
    ...(labels !== undefined && { moderationLabels: labels }),
    expiresAt: Math.ceil(event.retentionEndsAt / 1_000),
  };
}

const notCheckedRule = { kind: "not-checked" } as const;
