import { decide, type FaceReading, readingRefusals } from "#domain/decision";
import { duplicateOf, type KnownPhoto } from "#domain/duplicate";
import type { EventRules } from "#domain/event-rules";
import { isOverLimit } from "#domain/photo-limit";
import type { Guest, PhotoDraft, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { hasLeft } from "../guests/has-left.ts";

/** What a photo's guest has to do with what becomes of it. */
export type Owner = Pick<Guest, "displayName" | "bannedAt" | "isOffScreen" | "leftAt">;

/**
 * What the rules and the hosts' word as they are now make of a photo, given all photos of its guest and maybe others that
 * look the same; P7: those of its guest that were sent before it as they are judged now. That it repeats another guest's was written down by whoever looked into the index; here nobody asks
 * again.
 */
export function judged(
  photo: StoredPhoto,
  own: readonly StoredPhoto[],
  rules: EventRules,
  owner: Owner,
): PhotoDraft {
  const { version: _version, reason: _reason, missions: _missions, duplicateOf: _of, ...kept } = photo;
  const repeats = foreignOf(photo, own) ?? repeated(photo, own);
  const { state, reason, score, missions } = decide(rules, {
    reading: readingOf(photo),
    labels: photo.labels ?? [],
    ...(photo.concern !== undefined && { concern: photo.concern }),
    isDuplicate: repeats !== undefined,
    isOverLimit: isOverLimit(photo, own.filter(isBySame(photo)), rules.photosPerGuest),
    ...(photo.decision?.says !== undefined && { hostSays: photo.decision.says }),
    isBanned: owner.bannedAt !== undefined,
    isLeaving: photo.leavesAt !== undefined || hasLeft(owner, photo.sentAt),
    isOffScreen: owner.isOffScreen,
  });
  return {
    ...kept,
    displayName: owner.displayName,
    state,
    score,
    ...(reason !== undefined && { reason }),
    ...(missions.length > 0 && { missions }),
    ...(repeats !== undefined && { duplicateOf: repeats }),
  };
}

/** Whether a judgement changes nothing. */
export function isAsJudged(photo: StoredPhoto, judgement: PhotoDraft): boolean {
  return (
    photo.displayName === judgement.displayName &&
    photo.state === judgement.state &&
    photo.reason === judgement.reason &&
    photo.score === judgement.score &&
    photo.duplicateOf === judgement.duplicateOf &&
    (photo.missions ?? []).join(" ") === (judgement.missions ?? []).join(" ")
  );
}

/** D1–D5: the earliest of `others` that a photo repeats. */
export function repeated(photo: PhotoDraft, others: readonly StoredPhoto[]): string | undefined {
  const [subject] = knownPhoto(photo);
  return subject && duplicateOf(subject, others.flatMap(knownPhoto))?.of;
}

const isBySame =
  ({ guestId }: PhotoDraft) =>
  (other: PhotoDraft): boolean =>
    other.guestId === guestId;

/** Another guest's photo that this one was found to repeat. */
function foreignOf(photo: StoredPhoto, own: readonly StoredPhoto[]): string | undefined {
  const isOwn = own.some(({ photoId }) => photoId === photo.duplicateOf);
  return isOwn ? undefined : photo.duplicateOf;
}

/** Nothing of a picture that could not be taken in, or that is gone. */
function knownPhoto({ contentHash, lookHash, ...photo }: PhotoDraft): readonly KnownPhoto[] {
  if (contentHash === undefined) return [];
  return [{ ...photo, contentHash, ...(lookHash !== undefined && { lookHash }) }];
}

function readingOf({ reason, faces = [] }: StoredPhoto): FaceReading {
  const refusal = readingRefusals.find((known) => known === reason);
  return refusal === undefined ? { kind: "read", faces } : { kind: "refused", reason: refusal };
}
