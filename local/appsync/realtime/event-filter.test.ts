import { expect, test } from "vitest";
import { argumentFilter, enhancedFilter } from "./event-filter.ts";

const payload = {
  id: "b",
  n: 5,
  tags: ["x", "y"],
  text: "hello",
  flag: false,
  deep: { inner: "z" },
  none: null,
};

function matches(fieldName: string, operator: string, value: unknown): boolean {
  return enhancedFilter({ filterGroup: [{ filters: [{ fieldName, operator, value }] }] }).accepts(payload);
}

test.each([
  ["id", "eq", "b", true],
  ["id", "eq", "c", false],
  ["n", "eq", "5", false],
  ["flag", "eq", false, true],
  ["id", "ne", "c", true],
  ["n", "le", 5, true],
  ["n", "lt", 5, false],
  ["n", "ge", 5, true],
  ["n", "gt", 5, false],
  ["text", "gt", "hallo", true],
  ["n", "gt", "1", false],
  ["text", "contains", "ell", true],
  ["tags", "contains", "x", true],
  ["tags", "notContains", "x", false],
  ["tags", "containsAny", ["q", "y"], true],
  ["text", "beginsWith", "he", true],
  ["n", "in", [1, 5], true],
  ["n", "notIn", [1, 5], false],
  ["n", "between", [5, 6], true],
  ["n", "between", [6, 7], false],
  ["deep.inner", "eq", "z", true],
  ["missing", "eq", "z", false],
  ["none", "gt", 1, false],
])("%s %s %j is %s", (field, operator, value, expected) => {
  expect(matches(field, operator, value)).toBe(expected);
});

test("rules of a filter are ANDed, filters are ORed", () => {
  const rule = (fieldName: string, value: unknown) => ({ fieldName, operator: "eq", value });
  const filter = enhancedFilter({
    filterGroup: [{ filters: [rule("id", "b"), rule("n", 6)] }, { filters: [rule("text", "hello")] }],
  });
  expect(filter.accepts(payload)).toBe(true);
  expect(filter.accepts({ ...payload, text: "other" })).toBe(false);
});

test("a filter that AppSync would not take is refused by reason", () => {
  expect(() => matches("n", "lte", 5)).toThrow("unknown operator lte of n");
  expect(() => matches("n", "in", 5)).toThrow("does not fit");
  expect(() => matches("a.b.c.d.e.f", "eq", 5)).toThrow("5 levels");
  expect(() => enhancedFilter(null)).toThrow("no filterGroup");
});

test("arguments filter by equality, null asks for null", () => {
  expect(argumentFilter({}).accepts(payload)).toBe(true);
  expect(argumentFilter({ id: "b", n: 5 }).accepts(payload)).toBe(true);
  expect(argumentFilter({ id: "c" }).accepts(payload)).toBe(false);
  expect(argumentFilter({ id: null }).accepts(payload)).toBe(false);
  expect(argumentFilter({ none: null, unselected: null }).accepts(payload)).toBe(true);
});

test("what a filter demands is one top-level equality that holds for all it accepts", () => {
  const rule = (fieldName: string, operator: string, value: unknown) => ({ fieldName, operator, value });
  const demandsOf = (...filters: object[][]) =>
    enhancedFilter({ filterGroup: filters.map((rules) => ({ filters: rules })) }).demands;
  expect(demandsOf([rule("n", "gt", 1), rule("id", "eq", "b")])).toEqual({ field: "id", value: "b" });
  expect(demandsOf([rule("id", "eq", "b")], [rule("id", "eq", "c")])).toBeUndefined();
  expect(demandsOf([rule("deep.inner", "eq", "z")])).toBeUndefined();
  expect(demandsOf([rule("id", "ne", "b")])).toBeUndefined();
  expect(argumentFilter({ none: null, id: "b" }).demands).toEqual({ field: "id", value: "b" });
  expect(argumentFilter({}).demands).toBeUndefined();
});
