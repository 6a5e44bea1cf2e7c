import { IMPORTS } from "./appsync-example-api.ts";
import { expect, test } from "vitest";
import type { DataSource, FunctionConfiguration } from "../../local/appsync/options.ts";
import { openAppSync, PUBLIC, type Loose } from "./appsync-harness.ts";

const SCHEMA = "type Query { go(mode: String): AWSJSON @aws_api_key }";
const BEFORE = `export function request(ctx) { ctx.stash.order = ["before"]; return { from: "before" }; }
export function response(ctx) { return { order: ctx.stash.order, result: ctx.result, prev: ctx.prev.result }; }`;

interface Setting {
  readonly functions: readonly (Partial<FunctionConfiguration> & { readonly code: string })[];
  readonly code?: string;
  readonly lambda?: DataSource;
  readonly mode?: string;
}

async function run({ functions, code = BEFORE, lambda, mode = "" }: Setting): Promise<Loose> {
  const api = await openAppSync({
    schema: SCHEMA,
    dataSources: { none: { type: "NONE" }, ...(lambda && { lambda }) },
    functions: Object.fromEntries(
      functions.map((fn, index) => [
        `f${index}`,
        { name: `f${index}`, dataSource: "none", ...fn, code: IMPORTS + fn.code },
      ]),
    ),
    resolvers: [
      {
        typeName: "Query",
        fieldName: "go",
        kind: "PIPELINE",
        functions: functions.map((_, i) => `f${i}`),
        code: IMPORTS + code,
      },
    ],
  });
  const answer = await api.query("query G($mode: String) { go(mode: $mode) }", PUBLIC, { mode });
  await api.close();
  return answer.errors ? answer : JSON.parse(answer.data.go);
}

const step = (name: string, extra = "") => ({
  code: `export function request(ctx) { ctx.stash.order.push("${name} request"); ${extra} return { payload: { from: "${name}", saw: ctx.prev.result } }; }
export function response(ctx) { ctx.stash.order.push("${name} response"); return ctx.result; }`,
});

test("handlers run in order, hand on prev, and share the stash", async () => {
  expect(await run({ functions: [step("a"), step("b")] })).toEqual({
    order: ["before", "a request", "a response", "b request", "b response"],
    result: { from: "b", saw: { from: "a", saw: { from: "before" } } },
    prev: { from: "b", saw: { from: "a", saw: { from: "before" } } },
  });
});

test("an early return of a function skips its data source and response", async () => {
  const skipping = step(
    "a",
    `if (ctx.args.mode === "next") runtime.earlyReturn({ early: true });
    if (ctx.args.mode === "end") runtime.earlyReturn({ early: true }, { skipTo: "END" });`,
  );
  expect((await run({ functions: [skipping, step("b")], mode: "next" })).order).toEqual([
    "before",
    "a request",
    "b request",
    "b response",
  ]);
  expect(await run({ functions: [skipping, step("b")], mode: "end" })).toMatchObject({
    order: ["before", "a request"],
    result: { early: true },
  });
});

test("an early return of the resolver's request skips all functions", async () => {
  const code = BEFORE.replace("return { from", 'runtime.earlyReturn({ at: "once" }); return { from');
  expect(await run({ functions: [step("a")], code })).toMatchObject({
    order: ["before"],
    result: { at: "once" },
  });
});

test("util.error ends the pipeline", async () => {
  const { errors } = await run({ functions: [step("a", 'util.error("stop", "Stopped");'), step("b")] });
  expect(errors).toMatchObject([{ message: "stop", errorType: "Stopped", path: ["go"] }]);
});

const CALL = {
  dataSource: "lambda",
  code: `export function request(ctx) { return { operation: "Invoke", payload: { field: ctx.info.fieldName }, invocationType: ctx.args.mode === "event" ? "Event" : "RequestResponse" }; }
export function response(ctx) { return { result: ctx.result, error: ctx.error ?? null }; }`,
};

test("a Lambda data source gets the payload as it is and gives its own", async () => {
  const seen: unknown[] = [];
  const lambda: DataSource = {
    type: "AWS_LAMBDA",
    async invoke(payload, invocationType) {
      seen.push([payload, invocationType]);
      return { payload: { answer: 42 } };
    },
  };
  expect((await run({ functions: [CALL], lambda })).result).toEqual({ result: { answer: 42 }, error: null });
  expect((await run({ functions: [CALL], lambda, mode: "event" })).result).toEqual({
    result: null,
    error: null,
  });
  expect(seen).toEqual([
    [{ field: "go" }, "RequestResponse"],
    [{ field: "go" }, "Event"],
  ]);
});

test("an error of the function is ctx.error", async () => {
  const lambda: DataSource = {
    type: "AWS_LAMBDA",
    invoke: async () => ({
      payload: { errorMessage: "it broke", errorType: "Error" },
      functionError: "Unhandled",
    }),
  };
  expect((await run({ functions: [CALL], lambda })).result).toEqual({
    result: null,
    error: { message: "it broke", type: "Lambda:Unhandled" },
  });
});

test("a fault of the data source's own code shows nothing of the inside", async () => {
  const lambda: DataSource = { type: "AWS_LAMBDA", invoke: () => Promise.reject(new Error("secret detail")) };
  const { errors } = await run({ functions: [CALL], lambda });
  expect(errors[0]).toMatchObject({ message: "Internal Failure", errorType: "InternalFailure" });
});
