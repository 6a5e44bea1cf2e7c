import { afterEach, describe, expect, test } from "vitest";
import type { AppSyncOptions, DataSource } from "../../local/appsync/options.ts";
import { openAppSync, PUBLIC, WORKER, type Harness, type Loose } from "./appsync-harness.ts";
import { connect } from "./appsync-socket.ts";

let opened: Harness[] = [];
afterEach(async () => {
  await Promise.all(opened.map((api) => api.close()));
  opened = [];
});

async function open(overrides: Partial<AppSyncOptions> = {}): Promise<Harness> {
  const api = await openAppSync(overrides);
  opened.push(api);
  return api;
}

/** An API of one level inside another: `{ L1 { L2 { L3 { value } } } }`, and of lists of them. */
async function openLevels(queryDepthLimit: number): Promise<Harness> {
  const level = { value: "here", next: [{ value: "a", must: "m" }, { value: "b" }], must: "m" };
  const code = `export const request = () => ({ payload: ${JSON.stringify({ ...level, inner: level })} });
    export const response = (ctx) => ctx.result;`;
  return open({
    schema: /* GraphQL */ `
      type Query {
        level: Level @aws_api_key
      }
      type Level @aws_api_key {
        value: String
        inner: Level
        next: [Level]
        must: String!
      }
      type Mutation {
        put: Level @aws_api_key
      }
      type Subscription {
        onPut: Level @aws_subscribe(mutations: ["put"]) @aws_api_key
      }
    `,
    functions: {},
    resolvers: [
      { typeName: "Query", fieldName: "level", kind: "UNIT", functions: [], dataSource: "none", code },
    ],
    queryDepthLimit,
  });
}

describe("query depth", () => {
  const tooDeep = (path: unknown[], column: number) => ({
    path,
    data: null,
    errorType: "QueryDepthLimitReached",
    errorInfo: null,
    locations: [{ line: 1, column, sourceName: null }],
    message: expect.any(String),
  });

  test("a field beyond the limit is null with an error, what is above it is answered", async () => {
    const api = await openLevels(2);
    const { status, body } = await api.post('{"query":"{ level { value inner { value } } }"}');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { level: { value: "here", inner: { value: null } } },
      errors: [tooDeep(["level", "inner", "value"], 25)],
    });
  });

  test("leaves count, list entries and aliases do not", async () => {
    const api = await openLevels(3);
    expect(await api.query("{ level { next { value } } }")).toEqual({
      data: { level: { next: [{ value: "a" }, { value: "b" }] } },
    });
    const { data, errors } = await api.query("{ x: level { y: next { z: inner { value } } } }");
    expect(data.x.y).toEqual([{ z: null }, { z: null }]);
    expect(errors).toBeUndefined();
  });

  test("where null may not be, the first parent where it may takes the error", async () => {
    const api = await openLevels(2);
    const { data, errors } = await api.query("{ level { value inner { must } } }");
    expect(data).toEqual({ level: { value: "here", inner: null } });
    expect(errors).toEqual([tooDeep(["level", "inner", "must"], 25)]);
  });

  test("through fragments too, however often they are spread", async () => {
    const api = await openLevels(2);
    const query = "fragment Deep on Level { inner { value } } { level { ...Deep } }";
    expect((await api.query(query)).errors[0]).toMatchObject({ errorType: "QueryDepthLimitReached" });
    const spreads = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const flat = `{ ...F0 } ${spreads.join(" ")} fragment F40 on Query { level { value } }`;
    expect((await api.query(flat)).data).toEqual({ level: { value: "here" } });
  });

  test("0 is no limit", async () => {
    const api = await openLevels(0);
    expect((await api.query("{ level { inner { next { value } } } }")).errors).toBeUndefined();
  });

  test("a subscription that is too deep does not begin", async () => {
    const client = await connect(await openLevels(2));
    const refusal = await client.start("deep", "subscription { onPut { inner { value } } }");
    expect(refusal.payload.errors[0].errorType).toBe("QueryDepthLimitReached");
    expect((await client.start("flat", "subscription { onPut { value } }")).type).toBe("start_ack");
    client.socket.terminate();
  });
});

describe("introspection", () => {
  const undefinedField = (field: string, type: string, path: string) => ({
    path: null,
    data: null,
    errorType: "ValidationError",
    errorInfo: null,
    locations: [expect.objectContaining({ line: 1 })],
    message: `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined @ '${path}'`,
  });

  test("switched off: the describing types have no fields", async () => {
    const api = await open({ introspection: false });
    expect(await api.query("{ __schema { types { name } } }")).toEqual({
      data: null,
      errors: [undefinedField("types", "__Schema", "__schema/types")],
    });
    expect(await api.query('{ __type(name: "Score") { name fields { name } } }')).toEqual({
      data: null,
      errors: [
        undefinedField("name", "__Type", "__type/name"),
        undefinedField("fields", "__Type", "__type/fields"),
      ],
    });
    const hidden = 'fragment S on Query { __schema { queryType { name } } } query Q { ...S echo(text: "t") }';
    expect((await api.query(hidden)).errors[0].message).toContain("in type '__Schema' is undefined");
  });

  test("switched off: __typename is answered all the same", async () => {
    const api = await open({ introspection: false });
    expect(await api.query("{ __typename score { __typename } __schema { __typename } }")).toEqual({
      data: { __typename: "Query", score: { __typename: "Score" }, __schema: { __typename: "__Schema" } },
    });
  });

  test("switched on", async () => {
    const api = await open({ introspection: true });
    expect((await api.query("{ __schema { queryType { name } } }")).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
  });
});

test("a resolver beyond the limit fails, those before it do not", async () => {
  const api = await open({ resolverCountLimit: 2 });
  const { data, errors } = await api.query('{ a: echo(text: "1") b: echo(text: "2") c: echo(text: "3") }');
  expect(data).toEqual({ a: "1", b: "2", c: null });
  expect(errors).toMatchObject([{ path: ["c"], errorType: "ResolverExecutionLimitReached" }]);
});

test("a query of more than 15,000 tokens is not run", async () => {
  const api = await open();
  // Three tokens each, two braces, and the end of the text.
  const query = (fields: number) =>
    `{ ${Array.from({ length: fields }, (_, i) => `a${i}: __typename`).join(" ")} }`;
  const { data, errors } = await api.query(query(5_000));
  expect(data).toBeNull();
  expect(errors[0].message).toContain("15000 tokens");
  expect(Object.keys((await api.query(query(4_999))).data)).toHaveLength(4_999);
});

/** One Lambda data source under one field. */
function withLambda(invoke: () => Promise<unknown>): Partial<AppSyncOptions> {
  const lambda: DataSource = { type: "AWS_LAMBDA", invoke: async () => ({ payload: await invoke() }) };
  const code = `export const request = () => ({ operation: "Invoke", payload: null });
    export const response = (ctx) => ctx.result;`;
  const field = { fieldName: "go", kind: "UNIT", functions: [], dataSource: "lambda", code } as const;
  return {
    schema:
      "type Query { go: String @aws_api_key fast: String @aws_api_key } type Mutation { go: String @aws_api_key }",
    dataSources: { lambda },
    functions: {},
    resolvers: [
      { ...field, typeName: "Query" },
      { ...field, typeName: "Mutation" },
    ],
  };
}

test("a request that takes too long is answered in time: what was not ready is null", async () => {
  const started: number[] = [];
  const never = () => new Promise(() => started.push(Date.now()));
  const api = await open({ ...withLambda(never), requestTimeoutMs: 50 });
  const timedOut = (path: string[], column: number): Loose => ({
    path,
    data: null,
    errorType: "ExecutionTimeout",
    errorInfo: null,
    locations: [{ line: 1, column, sourceName: null }],
    message: "Execution timed out.",
  });
  expect(await api.query("{ fast go }")).toEqual({
    data: { fast: null, go: null },
    errors: [timedOut(["go"], 8)],
  });
  // Mutations run one after another, and share the one time that the request has.
  const before = Date.now();
  const { errors } = await api.query("mutation { a: go b: go }");
  expect(errors).toHaveLength(2);
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(started).toHaveLength(3);
});

test("a resolver's result of more than 5 MB is refused", async () => {
  let size = 5 * 1_048_576 - 2;
  const api = await open(withLambda(async () => "x".repeat(size)));
  expect((await api.query("{ go }", PUBLIC)).errors).toBeUndefined();
  size += 1;
  expect(await api.query("{ go }", PUBLIC)).toMatchObject({
    data: { go: null },
    errors: [{ path: ["go"], message: "Transformation too large" }],
  });
});

test("a request ends subscriptions at most five times, repetitions not counted", async () => {
  const api = await open({ resolverCountLimit: 0 });
  const ends = (ids: readonly string[]) =>
    `mutation { ${ids.map((id, i) => `e${i}: endSubscriptions(boardId: "${id}")`).join(" ")} }`;
  expect((await api.query(ends(["1", "2", "3", "4", "5", "5"]), WORKER)).errors).toBeUndefined();
  const { data, errors } = await api.query(ends(["1", "2", "3", "4", "5", "6"]), WORKER);
  expect([data.e4, data.e5]).toEqual(["ok", null]);
  expect(errors).toMatchObject([{ path: ["e5"], errorType: "Code" }]);
});
