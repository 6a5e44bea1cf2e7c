import { styleText } from "node:util";
import type { Entry } from "./entry.ts";

/** The end of LINE's long message id, which is what tells photos of one evening apart. */
const SHOWN_DIGITS = 7;
const SUBJECT_WIDTH = "guest-authorizer".length;

const DETAILS_INDENT = " ".repeat(4);

/**
 * One line for a person: `12:01:33  photo …3859123  read: 3 faces, 187.4 pt → shown`. What is wrong stands out, by a
 * mark and, where there is colour, by colour.
 */
export function formatEntry(entry: Entry, at: Date, hasColour: boolean): string {
  const paint = (colour: Parameters<typeof styleText>[0], text: string): string =>
    hasColour ? styleText(colour, text, { validateStream: false }) : text;
  const subject = subjectOf(entry).padEnd(SUBJECT_WIDTH);
  const mark = { info: " ", warn: "!", error: "✗" }[entry.level];
  const colour = { info: undefined, warn: "yellow", error: "red" } as const;
  const tone = colour[entry.level];
  const text = `${mark} ${entry.text}`;
  const line = `${paint("dim", timeOf(at))} ${paint("dim", subject)} ${tone === undefined ? text : paint(tone, text)}`;
  return entry.details === undefined
    ? line
    : `${line}\n${paint("dim", entry.details.replace(/^/gm, DETAILS_INDENT))}`;
}

function subjectOf({ photo, source }: Entry): string {
  return photo === undefined ? source : `photo …${photo.slice(-SHOWN_DIGITS)}`;
}

function timeOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
}
