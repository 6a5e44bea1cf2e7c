/** A rectangle as ratios of the upright picture's width and height, 0..1. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The emotions that Rekognition names. What a source cannot tell is missing, never zero. */
export const emotionTypes = [
  "HAPPY",
  "SAD",
  "ANGRY",
  "CONFUSED",
  "DISGUSTED",
  "SURPRISED",
  "CALM",
  "FEAR",
  "UNKNOWN",
] as const;
export type EmotionType = (typeof emotionTypes)[number];

export interface Emotion {
  readonly type: EmotionType;
  /** 0..100, each emotion on its own: they need not add up to 100. */
  readonly confidence: number;
}

/** What was read on one face. Every optional member is "not known" when missing. */
export interface Face {
  readonly box: Box;
  /** 0..100: how sure the reader is that this is a face. */
  readonly confidence: number;
  readonly emotions: readonly Emotion[];
  readonly smile?: boolean;
  readonly ageRange?: { readonly low: number; readonly high: number };
  readonly gender?: string;
}

/** Confidence of HAPPY, 0..100; a face without a HAPPY reading gives none. */
export function happiness(face: Face): number {
  const happy = face.emotions.find((emotion) => emotion.type === "HAPPY");
  return Math.min(100, Math.max(0, happy?.confidence ?? 0));
}
