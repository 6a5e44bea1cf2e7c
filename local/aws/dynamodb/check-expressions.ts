import * as z from "zod";
import { unavailable } from "./fault.ts";

/** A path is a list of names and positions; everything else is a value or a function. */
const path = z.array(z.union([z.string(), z.number()]));
const section = z.looseObject({ type: z.string(), path, val: z.unknown().optional() });
/** An operator or a function; everything else in a tree is a path or a value. */
const node = z.looseObject({ type: z.string(), args: z.array(z.unknown()) });
const condition = z.looseObject({ expression: z.unknown() });
const updates = z.looseObject({ sections: z.array(section) });

type Section = z.infer<typeof section>;

/**
 * Puts right or refuses what dynalite's evaluation of parsed expressions gets wrong without a word. Changes `input`
 * in place: that is where dynalite keeps what it parsed.
 */
export function checkExpressions(input: Record<string, unknown>): void {
  for (const name of ["_condition", "_filter"]) {
    if (input[name] !== undefined) refuseDocumentComparison(condition.parse(input[name]).expression);
  }
  if (input["_updates"] === undefined) return;
  const parsed = updates.parse(input["_updates"]);
  refuseAliases(parsed.sections);
  input["_updates"] = { ...parsed, sections: ordered(parsed.sections) };
}

/**
 * Positions in a list mean the list as it was. dynalite removes one after the other, so the last position has to go
 * first, and everything else before.
 */
function ordered(sections: readonly Section[]): Section[] {
  const position = ({ path: steps }: Section) => Number(steps.at(-1));
  const removesElement = ({ type, path: steps }: Section) =>
    type === "remove" && typeof steps.at(-1) === "number";
  return [
    ...sections.filter((one) => !removesElement(one)),
    ...sections.filter(removesElement).sort((a, b) => position(b) - position(a)),
  ];
}

/** `SET a = b ADD b :one`: dynalite lets a and b be the same object, so that both would grow. */
function refuseAliases(sections: readonly Section[]): void {
  for (const { type, val, path: target } of sections) {
    if (type !== "set") continue;
    for (const source of pathsIn(val)) {
      const isChanged = sections.some((other) => other.path !== target && other.path[0] === source[0]);
      if (isChanged) throw unavailable(`Copying and changing "${source[0]}" in one UpdateExpression`);
    }
  }
}

function pathsIn(value: unknown): z.infer<typeof path>[] {
  const own = path.safeParse(value);
  if (own.success) return [own.data];
  const call = node.safeParse(value);
  // The result of a sum is a new object.
  if (!call.success || call.data.type !== "function") return [];
  return call.data.args.flatMap(pathsIn);
}

/** dynalite compares lists and maps by identity: never equal. */
function refuseDocumentComparison(expression: unknown): void {
  const parsed = node.safeParse(expression);
  if (!parsed.success) return;
  const { type, args } = parsed.data;
  if (["=", "<>", "in"].includes(type) && args.some(isDocument))
    throw unavailable("Comparing with a list or a map");
  for (const argument of args) refuseDocumentComparison(argument);
}

function isDocument(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && ("L" in value || "M" in value)
  );
}
