import { FieldError } from "../errors.ts";
import { isRecord, own, type Fields } from "../shape.ts";

/** Whether a mutation's payload is for a subscription. */
export type EventFilter = (payload: Fields) => boolean;

type Test = (actual: unknown, expected: unknown) => boolean;

const DEEPEST_FIELD = 5;

function ordered(compare: (left: number | string, right: number | string) => boolean): Test {
  return (actual, expected) => {
    if (typeof actual === "number" && typeof expected === "number") return compare(actual, expected);
    return typeof actual === "string" && typeof expected === "string" && compare(actual, expected);
  };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const contains: Test = (actual, expected) =>
  typeof actual === "string" ? actual.includes(String(expected)) : list(actual).includes(expected);
const atLeast = ordered((left, right) => left >= right);
const atMost = ordered((left, right) => left <= right);

const TESTS: Readonly<Record<string, Test>> = {
  eq: (actual, expected) => actual === expected,
  ne: (actual, expected) => actual !== expected,
  le: atMost,
  lt: ordered((left, right) => left < right),
  ge: atLeast,
  gt: ordered((left, right) => left > right),
  contains,
  notContains: (actual, expected) => !contains(actual, expected),
  containsAny: (actual, expected) => list(expected).some((one) => contains(actual, one)),
  beginsWith: (actual, expected) => typeof actual === "string" && actual.startsWith(String(expected)),
  in: (actual, expected) => list(expected).includes(actual),
  notIn: (actual, expected) => !list(expected).includes(actual),
  between: (actual, bounds) => atLeast(actual, list(bounds)[0]) && atMost(actual, list(bounds)[1]),
};

const LIST_OPERATORS: ReadonlySet<string> = new Set(["in", "notIn", "between", "containsAny"]);

function refuse(reason: string): never {
  throw new FieldError(`Invalid subscription filter: ${reason}`, "Code");
}

function ruleOf(rule: unknown): EventFilter {
  const name = own(rule, "fieldName");
  const operator = own(rule, "operator");
  const expected = own(rule, "value");
  const test = typeof operator === "string" && Object.hasOwn(TESTS, operator) ? TESTS[operator] : undefined;
  if (typeof name !== "string" || name === "") return refuse("a rule has no fieldName");
  if (!test) return refuse(`unknown operator ${String(operator)} of ${name}`);
  if (expected === undefined || expected === null) return refuse(`${name} is compared with nothing`);
  if (LIST_OPERATORS.has(String(operator)) !== Array.isArray(expected)) {
    return refuse(`the value of ${name} does not fit the operator ${String(operator)}`);
  }
  const path = name.split(".");
  if (path.length > DEEPEST_FIELD) return refuse(`${name} is nested deeper than ${DEEPEST_FIELD} levels`);
  return (payload) =>
    test(
      path.reduce<unknown>((value, step) => own(value, step), payload),
      expected,
    );
}

/** Compiles the argument of `extensions.setSubscriptionFilter`: filters are ORed, the rules of each are ANDed. */
export function enhancedFilter(filter: unknown): EventFilter {
  const groups = own(filter, "filterGroup");
  if (!Array.isArray(groups)) return refuse("it has no filterGroup");
  const filters = groups.map((group) => {
    const rules = own(group, "filters");
    return Array.isArray(rules) ? rules.map(ruleOf) : refuse("a group has no filters");
  });
  if (filters.length === 0) return () => true;
  return (payload) => filters.some((rules) => rules.every((matches) => matches(payload)));
}

/** AppSync's basic filtering: every given argument equals the payload's field; null asks for null. */
export function argumentFilter(args: Readonly<Fields>): EventFilter {
  const expected = Object.entries(args);
  return (payload) => expected.every(([name, value]) => equal(payload[name] ?? null, value));
}

function equal(actual: unknown, expected: unknown): boolean {
  if (!isRecord(expected) && !Array.isArray(expected)) return actual === expected;
  return JSON.stringify(actual) === JSON.stringify(expected);
}
