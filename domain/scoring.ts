import { type Face, happiness } from "./face.ts";

/** Which faces of a photo count. Missing: no such limit. */
export interface ScoringRules {
  /** S6: at most so many, the happiest. */
  readonly faceCap?: number;
  /** S4: the side of a face as a share of the picture's side, 0..1. */
  readonly minFaceSize?: number;
  /** S5: how sure the reader must be that it is a face, 0..100. */
  readonly minFaceConfidence?: number;
}

/** Why a face gives no points. */
export const dropReasons = ["too-small", "unsure", "beyond-cap"] as const;
export type DropReason = (typeof dropReasons)[number];

/** S7: what one face gave. */
export interface FacePoints {
  /** 0..100, not rounded; 0 when dropped. */
  readonly points: number;
  readonly dropped?: DropReason;
}

/** A photo's points and where they come from. */
export interface PhotoScore {
  readonly score: number;
  /** In the order of the faces that were given. */
  readonly faces: readonly FacePoints[];
}

/** S1, S2, S4–S7: the happiness of all faces that count, rounded once to one decimal. */
export function scorePhoto(faces: readonly Face[], rules: ScoringRules = {}): PhotoScore {
  const counted = new Set(happiest(faces, rules));
  const scored = faces.map((face): FacePoints => {
    const dropped = dropReasonOf(face, rules) ?? (counted.has(face) ? undefined : "beyond-cap");
    return dropped === undefined ? { points: happiness(face) } : { points: 0, dropped };
  });
  return { score: toTenths(scored.reduce((sum, { points: each }) => sum + each, 0)), faces: scored };
}

/** Only the score of `scorePhoto`. */
export function scoreOf(faces: readonly Face[], rules: ScoringRules = {}): number {
  return scorePhoto(faces, rules).score;
}

/** S2: rounded to one decimal. */
export function toTenths(sum: number): number {
  return Math.round(sum * 10) / 10;
}

/** S3: `142.6pt`, always with one decimal. */
export function points(score: number): string {
  return `${score.toFixed(1)}pt`;
}

/** S4, S5 */
function dropReasonOf(
  face: Face,
  { minFaceSize = 0, minFaceConfidence = 0 }: ScoringRules,
): DropReason | undefined {
  if (face.confidence < minFaceConfidence) return "unsure";
  return sizeOf(face) < minFaceSize ? "too-small" : undefined;
}

/** S6: of equally happy faces the larger, then the one that was read first. */
function happiest(faces: readonly Face[], rules: ScoringRules): readonly Face[] {
  return faces
    .filter((face) => dropReasonOf(face, rules) === undefined)
    .toSorted((a, b) => happiness(b) - happiness(a) || sizeOf(b) - sizeOf(a))
    .slice(0, rules.faceCap);
}

/** The side of a square as large as the face, as a share of a square as large as the picture: the same upright or not. */
function sizeOf({ box }: Face): number {
  return Math.sqrt(box.width * box.height);
}
