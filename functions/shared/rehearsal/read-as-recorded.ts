import type { FaceReading } from "#domain/decision";
import type { Emotion, Face } from "#domain/face";
import { Dice } from "#domain/crowd/dice";
import type { RehearsalMessage } from "#domain/rehearsal";
import type { RecordedReading } from "./recorded-reading.ts";
import { recordedReadings } from "./recorded-readings.ts";

const nothing: RecordedReading = {
  faces: { kind: "read", faces: [] },
  moderation: { kind: "checked", labels: [] },
  labels: { kind: "read", labels: [] },
};

/** H3: what was read on the drawn picture once; nobody smiles the same on two photos of another look. */
export function readAsRecorded({ picture, look }: RehearsalMessage): RecordedReading {
  const recorded = recordedReadings[picture] ?? nothing;
  return { ...recorded, faces: inAnotherMood(recorded.faces, look) };
}

function inAnotherMood(reading: FaceReading, look: number): FaceReading {
  if (reading.kind === "refused") return reading;
  const dice = new Dice(look);
  return { kind: "read", faces: reading.faces.map((face) => lessHappy(face, dice.between(0.8, 1))) };
}

const lessHappy = (face: Face, share: number): Face => ({
  ...face,
  emotions: face.emotions.map((emotion): Emotion => {
    if (emotion.type !== "HAPPY") return emotion;
    return { ...emotion, confidence: Math.round(emotion.confidence * share * 10) / 10 };
  }),
});
