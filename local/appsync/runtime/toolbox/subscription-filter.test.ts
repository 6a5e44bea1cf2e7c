import { expect, test } from "vitest";
import { toSubscriptionFilter } from "./subscription-filter.ts";

function groups(...args: Parameters<typeof toSubscriptionFilter>): unknown {
  return toSubscriptionFilter(...args)?.filterGroup.map(({ filters }) =>
    filters.map(({ fieldName, operator, value }) => `${fieldName} ${operator} ${JSON.stringify(value)}`),
  );
}

// Expected groups were recorded from AWS by others (EvaluateCode).
test("fields and and-members are combined, alternatives multiply the groups", () => {
  expect(groups({ a: { eq: 1 }, b: { eq: 2 } })).toEqual([["a eq 1", "b eq 2"]]);
  expect(groups({ a: { eq: 1, ne: 2 } })).toEqual([["a eq 1"], ["a ne 2"]]);
  expect(groups({ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] })).toEqual([["a eq 1"], ["b eq 2"]]);
  expect(groups({ and: [{ a: { eq: 1 } }, { or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] }] })).toEqual([
    ["a eq 1", "b eq 2"],
    ["a eq 1", "c eq 3"],
  ]);
});

test("ignored fields fall out, rules are alternatives of their own", () => {
  expect(groups({ a: { eq: 1 }, b: { eq: 2 } }, ["a"])).toEqual([["b eq 2"]]);
  expect(groups({ a: { eq: 1 } }, [], { r1: { gt: 250 }, r2: { eq: "p" } })).toEqual([
    ["a eq 1", "r1 gt 250"],
    ["a eq 1", 'r2 eq "p"'],
  ]);
});

test("nothing to filter by", () => {
  expect(groups({})).toEqual([]);
  expect(groups({ and: [] })).toEqual([]);
  expect(toSubscriptionFilter(null)).toBeNull();
  expect(toSubscriptionFilter('{"a":{"eq":1}}')).toBeNull();
});
