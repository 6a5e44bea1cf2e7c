import type { EmotionType } from "#domain/face";

/** All that Rekognition may name. */
export const emotionTypes: readonly EmotionType[] = [
  "HAPPY",
  "SAD",
  "ANGRY",
  "CONFUSED",
  "DISGUSTED",
  "SURPRISED",
  "CALM",
  "FEAR",
  "UNKNOWN",
];
