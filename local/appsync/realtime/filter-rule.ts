import { ChannelError } from "../errors.ts";
import { isRecord, own, type Fields } from "../shape.ts";

type Scalar = string | number | boolean;

/** One comparison of a subscription filter: a field, which may be nested (`a.b`), with a value. */
export interface FilterRule {
  readonly field: string;
  readonly operator: string;
  readonly value: Scalar | readonly Scalar[];
  accepts(payload: Fields): boolean;
}

type Test = (actual: unknown, expected: unknown) => boolean;
/** What an operator takes; lists are of numbers or texts. */
type Operand = "scalar" | "number or text" | "text" | "list" | "pair";

interface Operator {
  readonly test: Test;
  readonly operand: Operand;
  /** Of a list's values. */
  readonly most?: number;
}

const DEEPEST_FIELD = 5;
const LONGEST_TEXT = 256;

function ordered(compare: (left: number | string, right: number | string) => boolean): Test {
  return (actual, expected) => {
    if (typeof actual === "number" && typeof expected === "number") return compare(actual, expected);
    return typeof actual === "string" && typeof expected === "string" && compare(actual, expected);
  };
}

/** A single value counts as a set of one, null and missing as an empty set. */
function setOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

const contains: Test = (actual, expected) =>
  typeof actual === "string" && typeof expected === "string"
    ? actual.includes(expected)
    : setOf(actual).includes(expected);
const atLeast = ordered((left, right) => left >= right);
const atMost = ordered((left, right) => left <= right);

const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: { operand: "scalar", test: (actual, expected) => actual === expected },
  ne: { operand: "scalar", test: (actual, expected) => actual !== expected },
  le: { operand: "number or text", test: atMost },
  lt: { operand: "number or text", test: ordered((left, right) => left < right) },
  ge: { operand: "number or text", test: atLeast },
  gt: { operand: "number or text", test: ordered((left, right) => left > right) },
  contains: { operand: "number or text", test: contains },
  notContains: { operand: "number or text", test: (actual, expected) => !contains(actual, expected) },
  beginsWith: {
    operand: "text",
    test: (actual, expected) => typeof actual === "string" && actual.startsWith(String(expected)),
  },
  in: { operand: "list", most: 5, test: (actual, expected) => setOf(expected).includes(actual) },
  notIn: { operand: "list", most: 5, test: (actual, expected) => !setOf(expected).includes(actual) },
  containsAny: {
    operand: "list",
    most: 20,
    test: (actual, expected) => setOf(expected).some((one) => setOf(actual).includes(one)),
  },
  between: {
    operand: "pair",
    test: (actual, bounds) => atLeast(actual, setOf(bounds)[0]) && atMost(actual, setOf(bounds)[1]),
  },
};

function isScalar(value: unknown): value is Scalar {
  return isNumberOrText(value) || typeof value === "boolean";
}

function isNumberOrText(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function fits(value: unknown, operand: Operand): value is FilterRule["value"] {
  if (operand === "scalar") return isScalar(value);
  if (operand === "number or text") return isNumberOrText(value);
  if (operand === "text") return typeof value === "string";
  if (!Array.isArray(value) || !value.every(isNumberOrText)) return false;
  return operand === "list" || (value.length === 2 && typeof value[0] === typeof value[1]);
}

function refuse(reason: string): never {
  throw new ChannelError(`Invalid subscription filter: ${reason}`);
}

/** Compiles `{fieldName, operator, value}`; throws a `ChannelError` for what AppSync does not take. */
export function filterRule(rule: unknown): FilterRule {
  const field = own(rule, "fieldName");
  const operator = own(rule, "operator");
  const value = own(rule, "value");
  if (!isRecord(rule) || typeof field !== "string" || field === "") return refuse("a rule has no fieldName");
  const known = typeof operator === "string" && Object.hasOwn(OPERATORS, operator) && OPERATORS[operator];
  if (typeof operator !== "string" || !known)
    return refuse(`unknown operator ${String(operator)} of ${field}`);
  const { test, operand, most = Infinity } = known;
  if (!fits(value, operand)) return refuse(`the value of ${field} does not fit the operator ${operator}`);
  if (setOf(value).length > most)
    throw new ChannelError(`subscription exceeds maximum value limit ${most} for operator \`${operator}\`.`);
  if (setOf(value).some((one) => typeof one === "string" && one.length > LONGEST_TEXT))
    return refuse(`a text for ${field} is longer than ${LONGEST_TEXT} characters`);
  const path = field.split(".");
  if (path.length > DEEPEST_FIELD) return refuse(`${field} is nested deeper than ${DEEPEST_FIELD} levels`);
  const read = (payload: Fields) => path.reduce<unknown>((inner, step) => own(inner, step), payload);
  return { field, operator, value, accepts: (payload) => test(read(payload), value) };
}
