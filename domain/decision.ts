import type { EventRules } from "./event-rules.ts";
import type { Face } from "./face.ts";
import type { Label } from "./label.ts";
import { metMissions } from "./mission.ts";
import { type Concern, stateUnder } from "./moderation.ts";
import type { PhotoReason, PhotoState } from "./photo.ts";
import { scoreOf } from "./scoring.ts";

/** Why nothing could be read on a picture. */
export const readingRefusals = ["unreadable", "unsupported-type", "too-large"] as const;
export type ReadingRefusal = (typeof readingRefusals)[number];

/** What reading the faces of a picture gave. */
export type FaceReading =
  | { readonly kind: "read"; readonly faces: readonly Face[] }
  | { readonly kind: "refused"; readonly reason: ReadingRefusal };

/** Everything that is known of a photo and decides what becomes of it. */
export interface Evidence {
  readonly reading: FaceReading;
  readonly labels: readonly Label[];
  readonly concern?: Concern;
  readonly isDuplicate: boolean;
}

/** What becomes of a photo. */
export interface Decision {
  readonly state: PhotoState;
  readonly reason?: PhotoReason;
  readonly score: number;
  /** C1: ids of those that it meets. */
  readonly missions: readonly string[];
}

/**
 * P2, C5, S1, D1–D5: derived by the event's rules as they are now, from what is kept with the photo. The same at any
 * time and on every machine.
 */
export function decide(
  rules: Pick<EventRules, "scoring" | "missions">,
  { reading, labels, concern, isDuplicate }: Evidence,
): Decision {
  if (reading.kind === "refused") return { state: "hidden", reason: reading.reason, score: 0, missions: [] };
  const { faces } = reading;
  const missions = metMissions(rules.missions, { faces, labels });
  if (faces.length === 0 && missions.length === 0)
    return { state: "hidden", reason: "no-face", score: 0, missions };
  const told = { score: scoreOf(faces, rules.scoring), missions };
  if (isDuplicate && concern !== "blocked") return { state: "hidden", reason: "duplicate", ...told };
  return { state: stateUnder(concern), ...(concern !== undefined && { reason: concern }), ...told };
}

/** P4: what may be kept of a face. */
export function keptFace(face: Face, keepsAgeAndGender: boolean): Face {
  if (keepsAgeAndGender) return face;
  const { ageRange: _ageRange, gender: _gender, ...rest } = face;
  return rest;
}
