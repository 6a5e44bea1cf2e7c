import { isRecord } from "../wire/parse-json.ts";
import type { Place } from "./place.ts";

/** Looks at one value and reports what LINE would refuse. */
export type Check = (value: unknown, at: Place) => void;

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}

function invalid(at: Place): void {
  at.fail(at.inFlex ? "invalid property" : "The property is invalid");
}

function empty(at: Place): void {
  at.fail(at.inFlex ? "must be non-empty text" : "May not be empty");
}

/** Text of 1 to `max` UTF-16 code units (LINE counts text so), or graphemes for labels. */
export function text(max: number, count: (value: string) => number = (value) => value.length): Check {
  return (value, at) => {
    if (typeof value !== "string") return invalid(at);
    if (value === "") return empty(at);
    if (count(value) > max) at.fail(`Length must be between 0 and ${max}`);
  };
}

export function label(max: number): Check {
  return text(max, countGraphemes);
}

export const flag: Check = (value, at) => {
  if (typeof value !== "boolean") invalid(at);
};

export function integer(min: number, max: number): Check {
  return (value, at) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) invalid(at);
  };
}

export function pattern(...patterns: readonly RegExp[]): Check {
  return (value, at) => {
    if (typeof value !== "string" || !patterns.some((candidate) => candidate.test(value))) invalid(at);
  };
}

export function oneOf(...values: readonly string[]): Check {
  return (value, at) => {
    if (typeof value === "string" && values.includes(value)) return;
    if (at.inFlex) invalid(at);
    else at.fail(`Must be one of the following values: [${values.join(", ")}]`);
  };
}

export function list(min: number, max: number, item: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return invalid(at);
    if (value.length < min || value.length > max) at.fail(`Size must be between ${min} and ${max}`);
    for (const [index, one] of value.entries()) item(one, at.child(index));
  };
}

/** A member's check; `need(check)` marks one that must be there. */
export type Member = Check | { readonly needed: Check };

export function need(check: Check): Member {
  return { needed: check };
}

/** An object with these members and no other. */
export function shape(members: Readonly<Record<string, Member>>): Check {
  return (value, at) => {
    if (!isRecord(value)) return invalid(at);
    for (const [name, member] of Object.entries(members)) {
      const given = value[name];
      if (typeof member === "function") {
        if (given !== undefined) member(given, at.child(name));
      } else if (given === undefined || given === null) at.child(name).fail("May not be empty");
      else member.needed(given, at.child(name));
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name))
        at.child(name).fail(at.inFlex ? "unknown field" : "Unknown property");
    }
  };
}

/** An object whose `type` says which check applies. */
export function variants(checks: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    if (!isRecord(value)) return invalid(at);
    const check =
      typeof value["type"] === "string" && Object.hasOwn(checks, value["type"]) && checks[value["type"]];
    if (check) return check(value, at);
    if (at.inFlex) invalid(at);
    else at.child("type").fail(`Must be one of the following values: [${Object.keys(checks).join(", ")}]`);
  };
}
