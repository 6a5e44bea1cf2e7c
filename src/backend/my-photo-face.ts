import { type Emotion, emotionTypes, type Face } from "#domain/face";
import { list, number, record, text } from "./parse.ts";

/** What the page shows of one face. Throws on anything else. */
export function parseFace(value: unknown): Face {
  const source = record(value, "face");
  const box = record(source["box"], "box");
  return {
    box: {
      left: number(box, "left"),
      top: number(box, "top"),
      width: number(box, "width"),
      height: number(box, "height"),
    },
    confidence: number(source, "confidence"),
    emotions: list(source, "emotions", parseEmotion),
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
