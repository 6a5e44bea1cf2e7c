// What the analyser measures, before it is put into Rekognition's words. Plain data: it crosses a thread.

/** Ratios 0..1 of the upright picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Ratios 0..1 of the upright picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const MOODS = ["happy", "sad", "angry", "disgusted", "surprised", "fearful", "neutral"] as const;
export type Mood = (typeof MOODS)[number];

export interface FaceReading {
  readonly box: Box;
  /** The detector's and the mesh's own scores, each 0..1. */
  readonly boxScore: number;
  readonly meshScore: number;
  /** The 478 points of the face mesh. */
  readonly mesh: readonly Point[];
  /** Degrees. */
  readonly pose: { readonly roll: number; readonly yaw: number; readonly pitch: number };
  /** Probabilities that sum to 1. */
  readonly moods: Readonly<Record<Mood, number>>;
  readonly ageYears: number;
  readonly gender: "female" | "male";
  /** 0.5..1 */
  readonly genderProbability: number;
  /** Mean luma of the face, 0..255. */
  readonly luma: number;
  /** Standard deviation of the Laplacian of a grey copy of the face, 112 pixels large. */
  readonly laplacianSpread: number;
  /** Height over width of the eye opening, mean of both eyes. */
  readonly eyeRatio: number;
  /** Height over width of the mouth opening. */
  readonly mouthRatio: number;
}

export interface ObjectReading {
  /** COCO's name, for example `wine glass`. */
  readonly name: string;
  /** 0..1 */
  readonly score: number;
  readonly box: Box;
}

export type Task = "faces" | "objects";

export interface ReadingOf {
  readonly faces: readonly FaceReading[];
  readonly objects: readonly ObjectReading[];
}

export type WorkerRequest =
  | { readonly id: number; readonly task: Task; readonly bytes: Uint8Array }
  | { readonly id: number; readonly task: "warm" };

export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly reading: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly refusal: Refusal | undefined;
      readonly message: string;
    };

/** Why a picture cannot be read; anything else that goes wrong is a fault of ours. */
export type Refusal = "format" | "too-small" | "too-large";

export class RefusedPicture extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}
