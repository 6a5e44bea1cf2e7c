import type { EventSettings } from "./event.ts";
import type { Face } from "./face.ts";
import { type ModerationCheck, verdict } from "./moderation.ts";
import type { PhotoReason, PhotoState } from "./photo.ts";
import { scoreOf } from "./scoring.ts";

/** Why nothing could be read on a picture. */
export type ReadingRefusal = Extract<PhotoReason, "unreadable" | "unsupported-type" | "too-large">;

/** What reading the faces of a picture gave. */
export type FaceReading =
  | { readonly kind: "read"; readonly faces: readonly Face[] }
  | { readonly kind: "refused"; readonly reason: ReadingRefusal };

/** What becomes of a photo. */
export interface Decision {
  readonly state: PhotoState;
  readonly reason?: PhotoReason;
  readonly score: number;
  readonly faces: readonly Face[];
}

/** P2, P4, M1–M4, S1: from everything that was read on a photo to what becomes of it. */
export function decide(
  event: Pick<EventSettings, "policy" | "moderation" | "keepsAgeAndGender">,
  reading: FaceReading,
  check: ModerationCheck,
): Decision {
  if (reading.kind === "refused") return { state: "hidden", reason: reading.reason, score: 0, faces: [] };
  if (reading.faces.length === 0) return { state: "hidden", reason: "no-face", score: 0, faces: [] };
  const faces = event.keepsAgeAndGender ? reading.faces : reading.faces.map(withoutAgeAndGender);
  return { ...verdict(event, check), score: scoreOf(faces), faces };
}

/** P4 */
function withoutAgeAndGender(face: Face): Face {
  const { ageRange: _ageRange, gender: _gender, ...rest } = face;
  return rest;
}
