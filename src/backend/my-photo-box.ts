import type { Box } from "#domain/face";
import { number, record } from "./parse.ts";

/** The `box` of a face or of a thing on a photo. Throws on anything else. */
export function parseBox(source: Record<string, unknown>): Box {
  const box = record(source["box"], "box");
  return {
    left: number(box, "left"),
    top: number(box, "top"),
    width: number(box, "width"),
    height: number(box, "height"),
  };
}
