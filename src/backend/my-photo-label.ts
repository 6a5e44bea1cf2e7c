import type { Label } from "#domain/label";
import { parseBox } from "./box.ts";
import { list, number, record, text } from "./parse.ts";

/** A thing or a scene that was recognised. Throws on anything else. */
export function parseLabel(value: unknown): Label {
  const source = record(value, "label");
  return {
    name: text(source, "name"),
    confidence: number(source, "confidence"),
    parents: list(source, "parents", parentOf),
    instances: list(source, "instances", (entry) => {
      const instance = record(entry, "instance");
      return { box: parseBox(instance["box"]), confidence: number(instance, "confidence") };
    }),
  };
}

function parentOf(value: unknown): string {
  if (typeof value !== "string") throw new Error("parents holds something else than names");
  return value;
}
