import { describe, expect, test } from "vitest";
import { evaluateCode, type CodeEvaluation } from "../../local/appsync/runtime/evaluate-code.ts";
import { declaredFunctions } from "./appsync-js-declared.ts";
import { utilExamples } from "./appsync-js-examples.ts";
import { requestExamples } from "./appsync-js-requests.ts";

/** 2018-02-06T19:01:35.749Z, the moment of the guide's examples. */
const NOW = Date.UTC(2018, 1, 6, 19, 1, 35, 749);

function evaluate(
  expression: string,
  args: Readonly<Record<string, unknown>> = {},
  nowMs = NOW,
): CodeEvaluation {
  const code = `import { util, extensions, runtime } from "@aws-appsync/utils";
import * as ddb from "@aws-appsync/utils/dynamodb";
export function request(ctx) { return ${expression}; }
export function response(ctx) { return null; }`;
  return evaluateCode({
    code,
    fileName: "tool.js",
    context: { args },
    function: "request",
    clock: () => nowMs,
  });
}

/** The value of an expression; throws what the code raised. */
function value(expression: string, args: Readonly<Record<string, unknown>> = {}): unknown {
  const { result, error } = evaluate(expression, args);
  if (error) throw new Error(`${error.type}: ${error.message}`);
  return result;
}

const examples = [...utilExamples, ...requestExamples];

test.each(examples)("%s", (expression, output) => {
  expect(value(expression)).toEqual(output);
});

/** Tools whose answer is no value to compare: checked here by what they do. */
const deeds: Readonly<Record<string, () => void>> = {
  "util.autoId": () =>
    expect(value("util.autoId()")).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    ),
  // The ULID specification's own example of a time.
  "util.autoUlid": () =>
    expect(evaluate("util.autoUlid()", {}, 1469918176385).result).toMatch(
      /^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/,
    ),
  "util.autoKsuid": () => expect(value("util.autoKsuid()")).toMatch(/^[0-9A-Za-z]{27}$/),
  "util.unauthorized": () =>
    expect(evaluate("util.unauthorized()").error).toMatchObject({ type: "Unauthorized" }),
  "util.error": () =>
    expect(evaluate('util.error("no", "Kind", { a: 1 }, { b: 2 })').error).toEqual({
      message: "no",
      type: "Kind",
      data: { a: 1 },
      errorInfo: { b: 2 },
    }),
  "util.appendError": () =>
    expect(evaluate('util.appendError("careful", "Soft")')).toMatchObject({
      result: null,
      outErrors: [{ message: "careful", type: "Soft" }],
    }),
  "util.math.randomDouble": () => {
    const drawn = value("util.math.randomDouble()");
    expect(drawn).toBeGreaterThanOrEqual(0);
    expect(drawn).toBeLessThan(1);
  },
  "util.math.randomWithinRange": () => expect([5, 6]).toContain(value("util.math.randomWithinRange(5, 7)")),
  "extensions.setSubscriptionFilter": () =>
    expect(evaluate("extensions.setSubscriptionFilter({ filterGroup: [] })")).toMatchObject({
      subscriptionFilter: { filterGroup: [] },
    }),
  "extensions.setSubscriptionInvalidationFilter": () =>
    expect(evaluate("extensions.setSubscriptionInvalidationFilter({ filterGroup: [] })")).toMatchObject({
      invalidationFilter: { filterGroup: [] },
    }),
  "extensions.invalidateSubscriptions": () =>
    expect(
      evaluate('extensions.invalidateSubscriptions({ subscriptionField: "onA", payload: {} })').error,
    ).toBe(undefined),
  "runtime.earlyReturn": () =>
    expect(evaluate('runtime.earlyReturn({ a: 1 }, { skipTo: "END" })')).toMatchObject({
      result: { a: 1 },
      skipTo: "END",
    }),
};

/** What AppSync has and this stand-in does not: every one says so by its name. */
const missing = [
  "util.rds.toJsonObject",
  "util.http.copyHeaders",
  "util.http.addResponseHeader",
  "util.http.addResponseHeaders",
  "util.xml.toMap",
  "util.xml.toJsonString",
  "util.transform.toElasticsearchQueryDSL",
  "extensions.evictFromApiCache",
];

describe("every function that the package declares", () => {
  const { util, extensions, runtime, dynamodb } = declaredFunctions();

  test("is known: it works as documented or says that it is missing", () => {
    expect(util.length + extensions.length + runtime.length + dynamodb.length).toBeGreaterThan(75);
    const isShown = (path: string) =>
      path in deeds || missing.includes(path) || examples.some(([text]) => text.includes(`${path}(`));
    expect([...util, ...extensions, ...runtime, ...dynamodb].filter((path) => !isShown(path))).toEqual([]);
  });

  test.each(Object.entries(deeds))("%s", (_, check) => check());

  test.each(missing)("%s is an error by its name", (path) => {
    expect(evaluate(`${path}("a", "b")`).error).toMatchObject({
      message: `${path} is not supported by the local AppSync stand-in`,
      type: "NotSupportedLocally",
    });
  });

  test("a date pattern that is not supported is an error by its name", () => {
    expect(evaluate('util.time.nowFormatted("EEE")').error).toMatchObject({
      message: 'The date pattern letter group "EEE" is not supported by the local AppSync stand-in',
    });
  });
});
