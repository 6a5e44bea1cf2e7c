import * as z from "zod";
import { isOrdered } from "./attribute-value.ts";
import { copyWhenRead } from "./dynalite.ts";
import { invalid } from "./fault.ts";

/** A path is a list of names and positions; everything else is a value or a function. */
const path = z.array(z.union([z.string(), z.number()]));
const section = z.looseObject({ type: z.string(), path, val: z.unknown().optional() });
/** An operator or a function; everything else in a tree is a path or a value. */
const node = z.looseObject({ type: z.string(), args: z.array(z.unknown()) });
const condition = z.looseObject({ expression: z.unknown() });
const updates = z.looseObject({ sections: z.array(section) });

type Section = z.infer<typeof section>;

/**
 * Puts right or refuses what dynalite's handling of parsed expressions gets wrong without a word. Changes `input`
 * in place: that is where dynalite keeps what it parsed.
 */
export function checkExpressions(input: Record<string, unknown>): void {
  for (const [member, name] of [
    ["_condition", "ConditionExpression"],
    ["_filter", "FilterExpression"],
  ] as const) {
    if (input[member] !== undefined) refuseUnordered(condition.parse(input[member]).expression, name);
  }
  if (input["_updates"] === undefined) return;
  const parsed = updates.parse(input["_updates"]);
  for (const { type, val } of parsed.sections) if (type === "set") copySources(val);
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

function copySources(value: unknown): void {
  if (Array.isArray(value)) copyWhenRead(value);
  const call = node.safeParse(value);
  if (call.success) for (const argument of call.data.args) copySources(argument);
}

/** Booleans, NULL, sets and documents have no order, which dynalite makes one up for. */
function refuseUnordered(expression: unknown, name: string): void {
  const parsed = node.safeParse(expression);
  if (!parsed.success) return;
  const { type: operator, args } = parsed.data;
  if (["<", "<=", ">", ">=", "between"].includes(operator)) {
    const type = args.map(literalType).find((one) => one !== undefined && !isOrdered(one));
    if (type !== undefined) {
      const fault = "Incorrect operand type for operator or function";
      const where = `operator or function: ${operator.toUpperCase()}, operand type: ${type}`;
      throw invalid(`Invalid ${name}: ${fault}; ${where}`);
    }
  }
  for (const argument of args) refuseUnordered(argument, name);
}

/** `undefined` for paths and functions. */
function literalType(operand: unknown): string | undefined {
  if (typeof operand !== "object" || operand === null || Array.isArray(operand) || "args" in operand)
    return undefined;
  return Object.keys(operand)[0];
}
