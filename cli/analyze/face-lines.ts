import type { FaceDetail } from "@aws-sdk/client-rekognition";
import { emotionTypes } from "#domain/face";
import type { ReportWords } from "./report-words.ts";

/** A line about a face: what, and what was read. */
export type FaceLine = readonly [what: string, read: string];

/** What Rekognition says about one face; what it did not say is not known. */
export function faceLines(face: FaceDetail, words: ReportWords, all: boolean): readonly FaceLine[] {
  const lines: readonly FaceLine[] = [
    [words.ageRange, ageRange(face, words)],
    [words.gender, gender(face, words)],
    [words.smile, verdict(face.Smile, words)],
    [words.eyeglasses, verdict(face.Eyeglasses, words)],
    [words.emotions, emotions(face, words)],
  ];
  return all ? [...lines, ...furtherLines(face, words)] : lines;
}

function furtherLines(face: FaceDetail, words: ReportWords): readonly FaceLine[] {
  const { Pose: pose, Quality: quality, BoundingBox: box, EyeDirection: gaze, Landmarks: landmarks } = face;
  return [
    [words.sunglasses, verdict(face.Sunglasses, words)],
    [words.beard, verdict(face.Beard, words)],
    [words.mustache, verdict(face.Mustache, words)],
    [words.eyesOpen, verdict(face.EyesOpen, words)],
    [words.mouthOpen, verdict(face.MouthOpen, words)],
    [words.faceOccluded, verdict(face.FaceOccluded, words)],
    [words.eyeDirection, angles({ yaw: gaze?.Yaw, pitch: gaze?.Pitch }, words)],
    [words.pose, angles({ roll: pose?.Roll, yaw: pose?.Yaw, pitch: pose?.Pitch }, words)],
    [
      words.quality,
      `${words.brightness} ${decimal(quality?.Brightness, words)}, ${words.sharpness} ${decimal(quality?.Sharpness, words)}`,
    ],
    [
      words.box,
      `${percents(box?.Left, words)} ${percents(box?.Top, words)} ${percents(box?.Width, words)} × ${percents(box?.Height, words)}`,
    ],
    [words.certainty, percent(face.Confidence, words)],
    [
      words.landmarks,
      landmarks?.map(({ Type, X, Y }) => `${Type} ${percents(X, words)} ${percents(Y, words)}`).join(", ") ??
        words.notKnown,
    ],
  ];
}

function ageRange({ AgeRange: age }: FaceDetail, { notKnown }: ReportWords): string {
  return age?.Low === undefined || age.High === undefined ? notKnown : `${age.Low}–${age.High}`;
}

function gender({ Gender: read }: FaceDetail, words: ReportWords): string {
  if (read?.Value === undefined) return words.notKnown;
  return sure(words.genders[read.Value] ?? read.Value, read.Confidence);
}

function verdict(
  read: { readonly Value?: boolean | undefined; readonly Confidence?: number | undefined } | undefined,
  words: ReportWords,
): string {
  if (read?.Value === undefined) return words.notKnown;
  return sure(read.Value ? words.yes : words.no, read.Confidence);
}

const sure = (text: string, confidence: number | undefined): string =>
  confidence === undefined ? text : `${text} (${confidence.toFixed(1)} %)`;

/** The strongest first; those that the source says nothing about come last. */
function emotions({ Emotions: read = [] }: FaceDetail, words: ReportWords): string {
  if (read.length === 0) return words.notKnown;
  const told = read
    .toSorted((a, b) => (b.Confidence ?? 0) - (a.Confidence ?? 0))
    .map(({ Type, Confidence }) => {
      const type = emotionTypes.find((each) => each === Type) ?? "UNKNOWN";
      return `${words.emotion[type]} ${decimal(Confidence, words)}`;
    });
  const untold = emotionTypes
    .filter((type) => type !== "UNKNOWN" && !read.some(({ Type }) => Type === type))
    .map((type) => `${words.emotion[type]} ${words.notKnown}`);
  return [...told, ...untold].join(", ");
}

function angles(degrees: Readonly<Record<string, number | undefined>>, words: ReportWords): string {
  const known = Object.entries(degrees).flatMap(([name, angle]) =>
    angle === undefined ? [] : [`${name} ${angle.toFixed(1)}°`],
  );
  return known.length === 0 ? words.notKnown : known.join(", ");
}

const decimal = (value: number | undefined, { notKnown }: ReportWords): string =>
  value === undefined ? notKnown : value.toFixed(1);

const percent = (value: number | undefined, words: ReportWords): string =>
  value === undefined ? words.notKnown : `${value.toFixed(1)} %`;

/** Of a ratio. */
const percents = (ratio: number | undefined, words: ReportWords): string =>
  percent(ratio === undefined ? undefined : ratio * 100, words);
