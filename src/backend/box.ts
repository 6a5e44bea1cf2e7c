import type { Box } from "#domain/face";
import { number, record } from "./parse.ts";

/** Where a face or a thing is on a photo. Throws on anything else. */
export function parseBox(value: unknown): Box {
  const box = record(value, "box");
  return {
    left: number(box, "left"),
    top: number(box, "top"),
    width: number(box, "width"),
    height: number(box, "height"),
  };
}
