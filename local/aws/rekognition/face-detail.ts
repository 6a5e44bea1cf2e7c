import { landmarksOf } from "./landmarks.ts";
import type { Landmark } from "./landmarks.ts";
import type { FaceReading, Mood } from "./reading.ts";

export interface BoundingBox {
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
}

interface Verdict<T> {
  readonly Value: T;
  readonly Confidence: number;
}

export interface Emotion {
  readonly Type: string;
  readonly Confidence: number;
}

/**
 * Rekognition's FaceDetail as far as the nets can know it. CONFUSED, Eyeglasses, Sunglasses, Beard, Mustache,
 * FaceOccluded and EyeDirection are never there: nothing here can tell them.
 */
export interface FaceDetail {
  readonly BoundingBox: BoundingBox;
  readonly Confidence: number;
  readonly Landmarks: readonly Landmark[];
  readonly Pose: { readonly Roll: number; readonly Yaw: number; readonly Pitch: number };
  readonly Quality: { readonly Brightness: number; readonly Sharpness: number };
  readonly AgeRange?: { readonly Low: number; readonly High: number };
  readonly Gender?: Verdict<"Female" | "Male">;
  readonly Smile?: Verdict<boolean>;
  readonly EyesOpen?: Verdict<boolean>;
  readonly MouthOpen?: Verdict<boolean>;
  readonly Emotions?: readonly Emotion[];
}

/** Every attribute that can be told. */
export function faceDetail(face: FaceReading): Required<FaceDetail> {
  return {
    BoundingBox: boundingBox(face.box),
    Confidence: percent((1 - (1 - face.boxScore) ** 3) * face.meshScore),
    Landmarks: landmarksOf(face.mesh),
    Pose: { Roll: face.pose.roll, Yaw: face.pose.yaw, Pitch: face.pose.pitch },
    Quality: { Brightness: percent(face.luma / 255), Sharpness: percent(face.laplacianSpread / 64) },
    AgeRange: ageRange(face.ageYears),
    Gender: {
      Value: face.gender === "female" ? "Female" : "Male",
      Confidence: percent(face.genderProbability),
    },
    Smile: verdict(face.moods.happy >= 0.5, face.moods.happy),
    EyesOpen: threshold(face.eyeRatio, 0.2, 30),
    MouthOpen: threshold(face.mouthRatio, 0.13, 40),
    Emotions: emotions(face.moods),
  };
}

export function boundingBox(box: FaceReading["box"]): BoundingBox {
  return { Left: box.left, Top: box.top, Width: box.width, Height: box.height };
}

export function percent(ratio: number): number {
  return Math.min(1, Math.max(0, ratio)) * 100;
}

function ageRange(years: number): { Low: number; High: number } {
  const spread = 4 + 0.1 * years;
  return { Low: Math.max(0, Math.round(years - spread)), High: Math.round(years + spread) };
}

/** `Confidence` is how sure the answer is, not how much of a smile it is. */
function verdict(value: boolean, probability: number): Verdict<boolean> {
  return { Value: value, Confidence: percent(value ? probability : 1 - probability) };
}

function threshold(ratio: number, limit: number, steepness: number): Verdict<boolean> {
  return verdict(ratio >= limit, 1 / (1 + Math.exp(-steepness * (ratio - limit))));
}

const TYPES: Readonly<Record<Mood, string>> = {
  happy: "HAPPY",
  sad: "SAD",
  angry: "ANGRY",
  disgusted: "DISGUSTED",
  surprised: "SURPRISED",
  fearful: "FEAR",
  neutral: "CALM",
};

/**
 * The small net is over-confident: raw, every clear smile is 100.0. Its log-odds are halved (softmax at
 * temperature 2), which keeps their order and leaves a broad smile near 100 and a shy one visibly below.
 */
const TEMPERATURE = 2;

function emotions(moods: FaceReading["moods"]): Emotion[] {
  const softened = Object.entries(TYPES).map(
    ([mood, type]) => [type, moods[mood as Mood] ** (1 / TEMPERATURE)] as const, // keys of TYPES are moods
  );
  const sum = softened.reduce((total, [, weight]) => total + weight, 0);
  return softened
    .map(([Type, weight]) => ({ Type, Confidence: percent(weight / sum) }))
    .toSorted((a, b) => b.Confidence - a.Confidence);
}
