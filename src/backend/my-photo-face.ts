import { type Emotion, emotionTypes, type Face } from "#domain/face";
import { parseBox } from "./box.ts";
import { flag, list, number, optional, record, text } from "./parse.ts";

/** What was read on one face; null means "not known" and is left out. Throws on anything else. */
export function parseFace(value: unknown): Face {
  const source = record(value, "face");
  const smile = optional(source, "smile", flag);
  const ageRange = optional(source, "ageRange", parseAgeRange);
  const gender = optional(source, "gender", text);
  return {
    box: parseBox(source["box"]),
    confidence: number(source, "confidence"),
    emotions: list(source, "emotions", parseEmotion),
    ...(smile !== null && { smile }),
    ...(ageRange !== null && { ageRange }),
    ...(gender !== null && { gender }),
  };
}

function parseEmotion(value: unknown): Emotion {
  const source = record(value, "emotion");
  const type = text(source, "type");
  return {
    type: emotionTypes.find((known) => known === type) ?? "UNKNOWN",
    confidence: number(source, "confidence"),
  };
}

function parseAgeRange(face: Record<string, unknown>, key: string): NonNullable<Face["ageRange"]> {
  const source = record(face[key], key);
  return { low: number(source, "low"), high: number(source, "high") };
}
