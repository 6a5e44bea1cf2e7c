import type { EventRules } from "./event-rules.ts";
import type { Face } from "./face.ts";
import type { Label } from "./label.ts";
import { metMissions } from "./mission.ts";
import { type Concern, type HostWord, stateUnder } from "./moderation.ts";
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
  /** P7: whether as many of its guest's photos as may take part came before it. */
  readonly isOverLimit?: boolean;
  readonly hostSays?: HostWord;
  /** Whether its guest is banned. */
  readonly isBanned?: boolean;
  /** P8, K6: whether its guest has deleted it, and it is soon gone. */
  readonly isLeaving?: boolean;
  /** P6: whether its guest does not want to be on the screen. */
  readonly isOffScreen?: boolean;
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
 * P2, P6–P8, C5, S1, D1–D5, M6, M7: derived by the event's rules as they are now, from what is kept with the photo. The same at any
 * time and on every machine.
 */
export function decide(
  rules: Pick<EventRules, "scoring" | "missions">,
  { reading, labels, ...standing }: Evidence,
): Decision {
  if (reading.kind === "refused") return { state: "hidden", reason: reading.reason, score: 0, missions: [] };
  const { faces } = reading;
  const missions = metMissions(rules.missions, { faces, labels });
  const hasNothing = faces.length === 0 && missions.length === 0;
  return { ...standingOf(standing, hasNothing), score: scoreOf(faces, rules.scoring), missions };
}

type Verdict = Pick<Decision, "state" | "reason">;

/** What people decided before everything that was found by itself. */
function standingOf(evidence: Omit<Evidence, "reading" | "labels">, hasNothing: boolean): Verdict {
  const { isDuplicate, isOverLimit = false, concern } = evidence;
  const decided = verdictOfPeople(evidence);
  if (decided !== undefined) return decided;
  if (hasNothing) return { state: "hidden", reason: "no-face" };
  if (isDuplicate && concern !== "blocked") return { state: "hidden", reason: "duplicate" };
  const state = stateUnder(concern);
  if (isOverLimit && state !== "hidden") return { state: "hidden", reason: "over-limit" };
  return { state, ...(concern !== undefined && { reason: concern }) };
}

/** A ban before the guest's own wishes, and those before the host's word. */
function verdictOfPeople({
  isBanned,
  isLeaving,
  isOffScreen,
  hostSays,
}: Omit<Evidence, "reading" | "labels">): Verdict | undefined {
  if (isBanned === true) return { state: "hidden", reason: "banned" };
  if (isLeaving === true) return { state: "hidden", reason: "leaving" };
  if (isOffScreen === true) return { state: "hidden", reason: "off-screen" };
  if (hostSays === "hide") return { state: "hidden", reason: "hidden-by-host" };
  return hostSays === "show" ? { state: "shown" } : undefined;
}

/** P4: what may be kept of a face. */
export function keptFace(face: Face, keepsAgeAndGender: boolean): Face {
  if (keepsAgeAndGender) return face;
  const { ageRange: _ageRange, gender: _gender, ...rest } = face;
  return rest;
}
