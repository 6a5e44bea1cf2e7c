import { expect, test } from "vitest";
import type { Fields } from "../shape.ts";
import { evaluateCode } from "./evaluate-code.ts";

const clock = () => Date.UTC(2026, 10, 20, 12, 34, 56, 789);

function request(body: string, context: Fields = {}) {
  const code = `import { util, extensions, runtime } from "@aws-appsync/utils";
export function request(ctx) { ${body} }
export function response(ctx) { return ctx.result; }`;
  return evaluateCode({ code, fileName: "unit.js", context, function: "request", clock });
}

function value(expression: string, context: Fields = {}): unknown {
  return request(`return ${expression};`, context).result;
}

test("results, stash, logs and appended errors come back", () => {
  const evaluation = request(
    `ctx.stash.seen = ctx.args.id; console.log("id", ctx.args); util.appendError("careful", "Soft"); return { id: ctx.arguments.id, gone: undefined };`,
    { arguments: { id: "7" } },
  );
  expect(evaluation).toMatchObject({
    result: { id: "7" },
    stash: { seen: "7" },
    logs: ['id {"id":"7"}'],
    outErrors: [{ message: "careful", type: "Soft" }],
  });
  expect(evaluation.result).not.toHaveProperty("gone");
});

test("util.error ends the handler with all its details", () => {
  const { error, result } = request(`util.error("no", "Kind", { a: 1 }, { b: 2 }); return 1;`);
  expect(error).toEqual({ message: "no", type: "Kind", data: { a: 1 }, errorInfo: { b: 2 } });
  expect(result).toBeNull();
});

test("a fault of the code is a runtime error; its place is only logged", () => {
  const { error, logs } = request("return ctx.args.missing.deeper;");
  expect(error).toMatchObject({ message: "Runtime Error", type: "Code" });
  expect(logs[0]).toMatch(/^unit\.js:2:\d+ TypeError/);
});

test("no state survives from one evaluation to the next, and the given context stays as it was", () => {
  const code = `let count = 0;
export function request(ctx) { count += 1; ctx.args.list.push(1); return count; }
export function response() { return null; }`;
  const context = { args: { list: [] } };
  const run = () => evaluateCode({ code, fileName: "unit.js", context, function: "request", clock }).result;
  expect([run(), run()]).toEqual([1, 1]);
  expect(context.args.list).toEqual([]);
});

test("time follows the clock", () => {
  expect(value("util.time.nowISO8601()")).toBe("2026-11-20T12:34:56.789Z");
  expect(value("util.time.nowEpochSeconds()")).toBe(Math.floor(clock() / 1000));
  expect(value(`util.time.nowFormatted("yyyy-MM-dd'T'HH:mm:ss", "Asia/Tokyo")`)).toBe("2026-11-20T21:34:56");
  expect(value("util.time.epochMilliSecondsToISO8601(0)")).toBe("1970-01-01T00:00:00.000Z");
  expect(value(`util.time.parseISO8601ToEpochMilliSeconds("1970-01-01T00:00:01Z")`)).toBe(1000);
});

test("identifiers have their forms", () => {
  expect(value("util.autoId()")).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-/);
  expect(value("util.autoUlid()")).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(value("util.autoKsuid()")).toMatch(/^[0-9A-Za-z]{27}$/);
});

test("typed values are written as AppSync shows them", () => {
  expect(
    value(`util.dynamodb.toMapValues({ a: "x", n: 1.5, b: true, z: null, l: [1], m: { s: "y" } })`),
  ).toEqual({
    a: { S: "x" },
    n: { N: 1.5 },
    b: { BOOL: true },
    z: { NULL: null },
    l: { L: [{ N: 1 }] },
    m: { M: { s: { S: "y" } } },
  });
  expect(value(`util.dynamodb.toStringSet(["a"])`)).toEqual({ SS: ["a"] });
});

test("JSON.parse of nonsense is a blank string, as documented", () => {
  expect(value(`JSON.parse("{")`)).toBe("");
});

test("what the stand-in lacks says so by name", () => {
  expect(request("return util.xml.toMap('<a/>');").error).toMatchObject({
    message: "util.xml.toMap is not supported by the local AppSync stand-in",
    type: "NotSupportedLocally",
  });
});

test.each([
  [null, "API Key Authorization"],
  [{ resolverContext: { a: "1" } }, "Lambda Authorization"],
  [{ accountId: "1", userArn: "arn", username: "u", sourceIp: ["1"] }, "IAM Authorization"],
  [
    {
      sub: "s",
      issuer: "i",
      username: "u",
      claims: {},
      sourceIp: ["1"],
      defaultAuthStrategy: "ALLOW",
      groups: null,
    },
    "User Pool Authorization",
  ],
  [{ sub: "s", issuer: "i", claims: {} }, "Open ID Connect Authorization"],
])("util.authType of %j", (identity, expected) => {
  expect(value("util.authType()", { identity })).toBe(expected);
});

test("subscription filters and early returns come back", () => {
  const filtered = request(
    `extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ id: { eq: ctx.args.id } })); return null;`,
    { args: { id: "b" } },
  );
  expect(filtered.subscriptionFilter).toEqual({
    filterGroup: [{ filters: [{ fieldName: "id", operator: "eq", value: "b" }] }],
  });
  expect(request(`runtime.earlyReturn({ a: 1 }, { skipTo: "END" });`)).toMatchObject({
    result: { a: 1 },
    skipTo: "END",
  });
});
