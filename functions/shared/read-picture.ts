import type { FaceReading } from "#domain/decision";
import { keptLabels, type LabelRules } from "#domain/label";
import type { ContentCheck, ContentChecker } from "./ports/content-checker.ts";
import type { FaceReader } from "./ports/face-reader.ts";
import type { LabelReader, LabelReading } from "./ports/label-reader.ts";
import type { PictureSource } from "./ports/picture-source.ts";
import type { TextReader, TextReading } from "./ports/text-reader.ts";
import { together } from "./together.ts";

export interface PictureReaders {
  readonly faceReader: FaceReader;
  readonly contentChecker: ContentChecker;
  readonly labelReader: LabelReader;
  readonly textReader: TextReader;
}

/** What to read beside the faces; each costs a request of its own. */
export interface WantedReadings {
  readonly moderation: boolean;
  /** L1: missing when nobody asked for labels. */
  readonly labels?: LabelRules;
  /** T1 */
  readonly text: boolean;
}

/** Labels and text are missing when they were not wanted. */
export interface PictureReading {
  readonly faces: FaceReading;
  readonly moderation: ContentCheck;
  readonly labels?: LabelReading;
  readonly text?: TextReading;
}

/**
 * Everything that is wanted of one picture, read side by side. Faults of the readers, which are all worth a retry,
 * come when all are through.
 */
export async function readPicture(
  readers: PictureReaders,
  wanted: WantedReadings,
  picture: PictureSource,
): Promise<PictureReading> {
  const [faces, moderation, labels, text] = await together([
    readers.faceReader.readFaces(picture),
    wanted.moderation ? readers.contentChecker.checkContent(picture) : notChecked,
    wanted.labels && readKept(readers.labelReader, picture, wanted.labels),
    wanted.text ? readers.textReader.readText(picture) : undefined,
  ] as const);
  return { faces, moderation, ...(labels && { labels }), ...(text && { text }) };
}

const notChecked: ContentCheck = { kind: "not-checked" };

/** L1, whatever the reader made of the rules. */
async function readKept(
  reader: LabelReader,
  picture: PictureSource,
  rules: LabelRules,
): Promise<LabelReading> {
  const reading = await reader.readLabels(picture, rules);
  return reading.kind === "read" ? { kind: "read", labels: keptLabels(reading.labels, rules) } : reading;
}
