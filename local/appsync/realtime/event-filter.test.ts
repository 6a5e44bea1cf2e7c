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
