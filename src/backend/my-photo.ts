import type { Face } from "#domain/face";
import type { Label } from "#domain/label";
import { toLanguage, type Language } from "#domain/language";
import { photoReasons, photoStates, type PhotoReason, type PhotoState } from "#domain/photo";
import type { ScoringRules } from "#domain/scoring";
import { standingRules, type StandingRule } from "#domain/standing-rule";
import { connectBackend, request } from "./client.ts";
import { imageUrl } from "./image-url.ts";
import { parseFace } from "./my-photo-face.ts";
import { parseLabel } from "./my-photo-label.ts";
import { flag, list, number, optional, record, text } from "./parse.ts";

/** A copy of a photo, at most 1024 pixels, upright. */
export interface Picture {
  readonly url: string;
  /** Whether everybody may see it. */
  readonly isPublic: boolean;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** One of the event's missions, and whether this photo meets it. */
export interface MyMission {
  readonly missionId: string;
  readonly title: string;
  readonly isMet: boolean;
}

/** A guest's own photo. */
export interface MyPhoto {
  readonly eventTitle: string;
  readonly language: Language;
  readonly displayName: string;
  readonly state: PhotoState;
  /** Null while the photo is shown, and for a reason that this page does not know. */
  readonly reason: PhotoReason | null;
  readonly score: number;
  readonly faces: readonly Face[];
  /** Which faces count at this event. */
  readonly scoring: ScoringRules;
  /** What of a guest's photos counts; null for a rule that this page does not know. */
  readonly standing: StandingRule | null;
  /** What else was recognised, the surest first. */
  readonly labels: readonly Label[];
  /** All of the event's, in the host's order. */
  readonly missions: readonly MyMission[];
  /** Null while the photo has no public copy. */
  readonly picture: Picture | null;
  /** Of such a copy, in pixels; null where the picture could not be read. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Deleted, and gone then, unless that is taken back before; milliseconds since the epoch. */
  readonly leavesAt: number | null;
  /** The guest's place in the ranking; null without one. */
  readonly place: number | null;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

const MY_PHOTO = `query MyPhoto($photoId: ID!) {
  myPhoto(photoId: $photoId) {
    eventTitle language displayName state reason score
    faces {
      box { left top width height } confidence emotions { type confidence }
      smile ageRange { low high } gender
    }
    scoring { faceCap minFaceSize minFaceConfidence }
    standing
    labels { name confidence parents instances { confidence box { left top width height } } }
    missions { missionId title isMet }
    image width height place sentAt leavesAt
  }
}`;

/** Null when the session's guest has no such photo. Rejects as `request` does. */
export async function readMyPhoto(token: string, photoId: string): Promise<MyPhoto | null> {
  const { cdnUrl } = await connectBackend();
  const answer = record(await request(MY_PHOTO, { photoId }, { kind: "guest", token }), "answer");
  return optional(answer, "myPhoto", (source, key) => parseMyPhoto(source[key], cdnUrl));
}

/** Throws on anything that is not a guest's photo. */
export function parseMyPhoto(value: unknown, cdnUrl: string): MyPhoto {
  const source = record(value, "myPhoto");
  const state = photoStates.find((known) => known === source["state"]);
  if (state === undefined) throw new Error("state is not a photo state");
  return {
    eventTitle: text(source, "eventTitle"),
    language: toLanguage(text(source, "language")),
    displayName: text(source, "displayName"),
    state,
    reason: photoReasons.find((known) => known === source["reason"]) ?? null,
    score: number(source, "score"),
    faces: list(source, "faces", parseFace),
    scoring: parseScoring(record(source["scoring"], "scoring")),
    standing: standingRules.find((known) => known === source["standing"]) ?? null,
    labels: list(source, "labels", parseLabel),
    missions: list(source, "missions", parseMission),
    picture: parsePicture(source, cdnUrl),
    size: parseSize(source),
    leavesAt: optional(source, "leavesAt", number),
    place: optional(source, "place", number),
    sentAt: number(source, "sentAt"),
  };
}

function parsePicture(source: Record<string, unknown>, cdnUrl: string): Picture | null {
  const image = optional(source, "image", text);
  if (image === null) return null;
  return {
    url: imageUrl(cdnUrl, image, "display"),
    isPublic: true,
    width: number(source, "width"),
    height: number(source, "height"),
  };
}

function parseSize(source: Record<string, unknown>): MyPhoto["size"] {
  const width = optional(source, "width", number);
  const height = optional(source, "height", number);
  return width === null || height === null ? null : { width, height };
}

/** Throws on limits that are no numbers. */
export function parseScoring(source: Record<string, unknown>): ScoringRules {
  const faceCap = optional(source, "faceCap", number);
  const minFaceSize = optional(source, "minFaceSize", number);
  const minFaceConfidence = optional(source, "minFaceConfidence", number);
  return {
    ...(faceCap !== null && { faceCap }),
    ...(minFaceSize !== null && { minFaceSize }),
    ...(minFaceConfidence !== null && { minFaceConfidence }),
  };
}

function parseMission(value: unknown): MyMission {
  const source = record(value, "mission");
  return {
    missionId: text(source, "missionId"),
    title: text(source, "title"),
    isMet: flag(source, "isMet"),
  };
}
