import type { Face } from "../face.ts";
import { fromLeft } from "../from-left.ts";
import type { Language } from "../language.ts";
import { type FacePoints, scorePhoto, type ScoringRules } from "../scoring.ts";
import { explain } from "./explanation.ts";

/** A face as a page tells it: the list and the frames on the picture have the same number. */
export interface ToldFace extends FacePoints {
  readonly face: Face;
  /** From the left, beginning with 1. */
  readonly number: number;
  /** S7: its points, or why it gave none. */
  readonly sentence: string;
}

/** The faces of a photo from the left, and why it has its points: the sum, then the rules that changed something. */
export interface ToldFaces {
  readonly faces: readonly ToldFace[];
  readonly sentences: readonly string[];
}

/**
 * S7: the same for the guest's page and the host's. `score`: the photo's own; while a host's new rule is still being
 * worked in, a page must not name two sums.
 */
export function toldFaces(
  photo: { readonly faces: readonly Face[]; readonly score: number },
  scoring: ScoringRules,
  language: Language,
): ToldFaces {
  const scored = scorePhoto(photo.faces, scoring).faces;
  const faces = fromLeft(photo.faces.map((face, index) => ({ face, points: 0, ...scored[index] })));
  const told = explain({ score: photo.score, faces }, scoring, language);
  return {
    faces: faces.map((each, index) => ({ ...each, number: index + 1, sentence: told.faces[index] ?? "" })),
    sentences: [told.lead, ...told.notes],
  };
}
