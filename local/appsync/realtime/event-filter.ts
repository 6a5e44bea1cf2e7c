import { FieldError } from "../errors.ts";
import { isRecord, own, type Fields } from "../shape.ts";

/** Which payloads of mutations are for a subscription. */
export interface EventFilter {
  accepts(payload: Fields): boolean;
  /** What every accepted payload has: a top-level field with this very value. */
  readonly demands?: { readonly field: string; readonly value: string | number | boolean };
}

type Accepts = EventFilter["accepts"];

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

function ruleOf(rule: unknown): Accepts {
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

function demandOf(groups: readonly unknown[]): EventFilter["demands"] {
  const rules = groups.length === 1 ? own(groups[0], "filters") : undefined;
  const rule: unknown = Array.isArray(rules) ? rules.find((one) => own(one, "operator") === "eq") : undefined;
  return demanded(own(rule, "fieldName"), own(rule, "value"));
}

function demanded(field: unknown, value: unknown): EventFilter["demands"] {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain && typeof field === "string" && !field.includes(".") ? { field, value } : undefined;
}

function withDemand(accepts: Accepts, demands: EventFilter["demands"]): EventFilter {
  return demands ? { accepts, demands } : { accepts };
}

/** Compiles the argument of `extensions.setSubscriptionFilter`: filters are ORed, the rules of each are ANDed. */
export function enhancedFilter(filter: unknown): EventFilter {
  const groups = own(filter, "filterGroup");
  if (!Array.isArray(groups)) return refuse("it has no filterGroup");
  const filters = groups.map((group) => {
    const rules = own(group, "filters");
    return Array.isArray(rules) ? rules.map(ruleOf) : refuse("a group has no filters");
  });
  if (filters.length === 0) return { accepts: () => true };
  const accepts: Accepts = (payload) => filters.some((rules) => rules.every((matches) => matches(payload)));
  return withDemand(accepts, demandOf(groups));
}

/** AppSync's basic filtering: every given argument equals the payload's field; null asks for null. */
export function argumentFilter(args: Readonly<Fields>): EventFilter {
  const expected = Object.entries(args);
  const accepts: Accepts = (payload) =>
    expected.every(([name, value]) => equal(payload[name] ?? null, value));
  const [demands] = expected.flatMap(([name, value]) => demanded(name, value) ?? []);
  return withDemand(accepts, demands);
}

function equal(actual: unknown, expected: unknown): boolean {
  if (!isRecord(expected) && !Array.isArray(expected)) return actual === expected;
  return JSON.stringify(actual) === JSON.stringify(expected);
}
