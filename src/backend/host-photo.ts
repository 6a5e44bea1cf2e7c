import type { Face } from "#domain/face";
import type { Label } from "#domain/label";
import { type Concern, concerns } from "#domain/moderation";
import { photoReasons, photoStates, type PhotoReason, type PhotoState } from "#domain/photo";
import { parseFace } from "./my-photo-face.ts";
import { parseLabel } from "./my-photo-label.ts";
import { flag, list, number, optional, record, text } from "./parse.ts";

/** What hosts said last. */
export interface HostDecision {
  /** Null: as the rules have it. */
  readonly says: "show" | "hide" | null;
  /** The host's name. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How often hosts have decided, this time included. */
  readonly count: number;
}

/** What automatic moderation saw; `confidence` 0..100. */
export interface ModerationLabel {
  readonly name: string;
  readonly confidence: number;
}

/** A photo as hosts see it. */
export interface HostPhoto {
  readonly guestId: string;
  readonly photoId: string;
  readonly displayName: string;
  /** LINE's time stamp of the message, milliseconds since the epoch. */
  readonly sentAt: number;
  readonly state: PhotoState;
  /** Null while the photo is shown, and for a reason that this page does not know. */
  readonly reason: PhotoReason | null;
  /** What automatic moderation has against it, whatever became of it. */
  readonly concern: Concern | null;
  /** The id of the earlier photo that this one repeats. */
  readonly duplicateOf: string | null;
  readonly score: number;
  readonly faceCount: number;
  readonly moderationLabels: readonly ModerationLabel[];
  readonly isModerationChecked: boolean;
  /** Pixels of the display copy; null: there is no picture. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly decision: HostDecision | null;
  readonly version: number;
}

export interface HostPhotoPage {
  readonly photos: readonly HostPhoto[];
  /** A page may be empty and still not be the last one; null: nothing follows. */
  readonly nextToken: string | null;
}

/** A photo with everything that was read on it. */
export interface PhotoDetail {
  readonly photo: HostPhoto;
  readonly faces: readonly Face[];
  readonly labels: readonly Label[];
  /** Ids of the missions that it meets. */
  readonly missions: readonly string[];
  /** Before the photo's own, the latest nine, oldest first. */
  readonly earlierDecisions: readonly HostDecision[];
  /** The photo that it repeats. */
  readonly earlier: HostPhoto | null;
}

export const HOST_PHOTO = `guestId photoId displayName sentAt state reason concern duplicateOf score faceCount
  moderationLabels isModerationChecked width height decision { says by at count } version`;

/** Throws on anything that is not a photo as hosts see it. */
export function parseHostPhoto(value: unknown): HostPhoto {
  const source = record(value, "photo");
  const state = photoStates.find((known) => known === source["state"]);
  if (state === undefined) throw new Error("state is not a photo state");
  const width = optional(source, "width", number);
  const height = optional(source, "height", number);
  return {
    guestId: text(source, "guestId"),
    photoId: text(source, "photoId"),
    displayName: text(source, "displayName"),
    sentAt: number(source, "sentAt"),
    state,
    reason: photoReasons.find((known) => known === source["reason"]) ?? null,
    concern: concerns.find((known) => known === source["concern"]) ?? null,
    duplicateOf: optional(source, "duplicateOf", text),
    score: number(source, "score"),
    faceCount: number(source, "faceCount"),
    moderationLabels: parseModerationLabels(source["moderationLabels"]),
    isModerationChecked: optional(source, "isModerationChecked", flag) ?? false,
    size: width === null || height === null ? null : { width, height },
    decision: optional(source, "decision", (photo, key) => parseDecision(photo[key])),
    version: number(source, "version"),
  };
}

/** A page of photos under `key` of an answer. */
export function parseHostPhotoPage(answer: unknown, key: string): HostPhotoPage {
  const page = record(record(answer, "answer")[key], key);
  return { photos: list(page, "photos", parseHostPhoto), nextToken: optional(page, "nextToken", text) };
}

export function parsePhotoDetail(value: unknown): PhotoDetail {
  const source = record(value, "photo detail");
  return {
    photo: parseHostPhoto(source["photo"]),
    faces: list(source, "faces", parseFace),
    labels: list(source, "labels", parseLabel),
    missions: list(source, "missions", String),
    earlierDecisions: list(source, "earlierDecisions", parseDecision),
    earlier: optional(source, "earlier", (detail, key) => parseHostPhoto(detail[key])),
  };
}

function parseDecision(value: unknown): HostDecision {
  const source = record(value, "decision");
  const says = source["says"];
  return {
    says: says === "show" || says === "hide" ? says : null,
    by: text(source, "by"),
    at: number(source, "at"),
    count: number(source, "count"),
  };
}

/** AppSync hands JSON over as a text. */
function parseModerationLabels(value: unknown): readonly ModerationLabel[] {
  const labels: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return list({ labels }, "labels", (entry) => {
    const label = record(entry, "moderation label");
    return { name: text(label, "name"), confidence: number(label, "confidence") };
  });
}
