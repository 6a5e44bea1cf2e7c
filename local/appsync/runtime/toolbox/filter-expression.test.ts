import { expect, test } from "vitest";
import { filterExpression } from "./filter-expression.ts";

// Expected texts were recorded from AWS by others (EvaluateCode).
test.each([
  [{ v: { eq: "x" } }, "(#v = :v_eq)"],
  [{ a: { eq: 1 }, b: { eq: 2 } }, "(#a = :a_eq) AND (#b = :b_eq)"],
  [{ v: { ge: 1, le: 5 } }, "((#v >= :v_ge) AND (#v <= :v_le))"],
  [{ and: [{ a: { eq: 1 } }] }, "(#a = :and_0_a_eq)"],
  [{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, "((#a = :or_0_a_eq) OR (#b = :or_1_b_eq))"],
  [{ not: { a: { eq: 1 } } }, "(NOT (#a = :not_a_eq))"],
  [
    { not: { and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] } },
    "(NOT ((#a = :not_and_0_a_eq) AND (#b = :not_and_1_b_eq)))",
  ],
  [{ v: { contains: "x" } }, "(contains(#v,:v_contains))"],
  [{ v: { notContains: "x" } }, "(NOT contains(#v,:v_notContains))"],
  [{ v: { beginsWith: "x" } }, "(begins_with(#v,:v_beginsWith))"],
  [{ v: { between: [1, 9] } }, "(#v BETWEEN :v_between_start AND :v_between_end)"],
  [{ v: { in: ["a", "b"] } }, "(#v IN (:v_in_0, :v_in_1))"],
  [{ v: { attributeExists: false } }, "(attribute_not_exists(#v))"],
  [{ v: { size: { gt: 2, lt: 5 } } }, "((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))"],
  [
    { and: [{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { eq: 3 } }] },
    "(((#a = :and_0_or_0_a_eq) OR (#b = :and_0_or_1_b_eq)) AND (#c = :and_1_c_eq))",
  ],
])("%j", (filter, expression) => {
  expect(filterExpression(filter)?.expression).toBe(expression);
});

test("names and typed values go along", () => {
  expect(filterExpression({ v: { between: [1, "9"] }, t: { attributeType: "string" } })).toMatchObject({
    expressionNames: { "#v": "v", "#t": "t" },
    expressionValues: {
      ":v_between_start": { N: 1 },
      ":v_between_end": { S: "9" },
      ":t_attributeType": { S: "S" },
    },
  });
});

test.each([
  null,
  "x",
  [],
  { v: "x" },
  { v: { nope: 1 } },
  { and: { a: { eq: 1 } } },
  { v: { between: [1] } },
])("what cannot be read is null: %j", (filter) => {
  expect(filterExpression(filter)).toBeNull();
});
