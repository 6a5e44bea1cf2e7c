import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAppSync, PUBLIC, WORKER, type Harness } from "./appsync-harness.ts";

let api: Harness;
beforeAll(async () => {
  api = await openAppSync();
});
afterAll(() => api.close());

describe("requests that are no GraphQL request: 400", () => {
  test.each([
    ["", "Request body is empty."],
    ["meow", "Unable to parse GraphQL query."],
    ["{}", "Unable to parse GraphQL query."],
    ["{}}", "Unable to parse GraphQL query."],
    ["[]", "Unable to parse GraphQL query."],
    ["null", "Unable to parse GraphQL query."],
    ['{"query":7}', "Unable to parse GraphQL query."],
    ['{"query":"{ echo }","variables":[]}', "Unable to parse GraphQL query."],
    ['{"query":"query A { echo } query B { echo }"}', "Missing operation name."],
    ['{"query":"query A { echo }","operationName":"C"}', "Unknown operation name."],
    [
      '{"query":"subscription { onScore(boardId: 1) { guestId } }"}',
      "Subscriptions are taken over the WebSocket only.",
    ],
  ])("%s", async (text, message) => {
    const { status, body } = await api.post(text);
    expect(status).toBe(400);
    expect(body).toEqual({ errors: [{ errorType: "MalformedHttpRequestException", message }] });
  });

  test("access is decided first", async () => {
    expect((await api.post("meow", {})).status).toBe(401);
  });

  test("another method", async () => {
    const answer = await fetch(api.url, { headers: PUBLIC });
    expect(answer.status).toBe(400);
  });

  test("more than 1 MB is refused, and the server goes on", async () => {
    const answer = await fetch(api.url, {
      method: "POST",
      body: "x".repeat(1_100_000),
      headers: PUBLIC,
    }).catch(() => undefined);
    if (answer) expect(answer.status).toBe(413);
    expect((await api.query('{ echo(text: "still here") }')).data).toEqual({ echo: "still here" });
  });
});

describe("errors of GraphQL: 200", () => {
  test.each([
    [
      "{ badfield }",
      "Validation error of type FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'",
    ],
    [
      "{ score }",
      "Validation error of type SubSelectionRequired: Sub selection required for type Score of field score @ 'score'",
    ],
    [
      "{ echo { a } }",
      "Validation error of type SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field echo @ 'echo'",
    ],
    ["{ echo(nope: 1) }", "Validation error of type UnknownArgument: Unknown field argument nope @ 'echo'"],
    [
      "{ score { faces { right } } }",
      "Validation error of type FieldUndefined: Field 'right' in type 'Face' is undefined @ 'score/faces/right'",
    ],
    [
      "fragment Some on Score { nope } { score { ...Some } }",
      "Validation error of type FieldUndefined: Field 'nope' in type 'Score' is undefined @ 'Some/nope'",
    ],
  ])("%s", async (query, message) => {
    const { status, body } = await api.post(JSON.stringify({ query }));
    expect(status).toBe(200);
    expect(body.data).toBeNull();
    expect(body.errors[0]).toMatchObject({ errorType: "ValidationError", message, path: null });
  });

  test("a syntax error", async () => {
    const { data, errors } = await api.query("{ echo(");
    expect(data).toBeNull();
    expect(errors[0].errorType).toBe("SyntaxError");
  });

  test("a variable that is missing", async () => {
    const query = "mutation M($id: ID!) { publishScore(boardId: $id, guestId: $id) { guestId } }";
    const { data, errors } = await api.query(query, WORKER);
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      path: null,
      message: "Variable 'id' has coerced Null value for NonNull type 'ID!'",
    });
  });

  test("a scalar that is none", async () => {
    expect((await api.query('{ echo(when: "yesterday") }')).errors[0].message).toContain("valid AWSDateTime");
    expect((await api.query('{ echo(text: "ok", when: "2026-11-20T10:00:00.5+09:00") }')).data).toEqual({
      echo: "ok",
    });
  });

  test("an error of a resolver carries its details", async () => {
    const { data, errors } = await api.query('mutation { failScore(boardId: "b") { guestId } }', WORKER);
    expect(data).toEqual({ failScore: null });
    expect(errors).toEqual([
      {
        path: ["failScore"],
        data: { a: 1 },
        errorType: "NoScore",
        errorInfo: { b: 2 },
        locations: [{ line: 1, column: 12, sourceName: null }],
        message: "no score",
      },
    ]);
  });

  test("an appended error comes beside the data", async () => {
    const { data, errors } = await api.query("{ twice { guestId } }");
    expect(data.twice).toEqual({ guestId: "g1" });
    expect(errors).toMatchObject([
      { path: ["twice"], message: "first", errorType: "Soft", data: 1, errorInfo: 2 },
    ]);
  });

  test("a fault of resolver code shows nothing of the inside, but is logged with its line", async () => {
    const { errors } = await api.query("{ broken }");
    expect(errors[0]).toMatchObject({ message: "Runtime Error", errorType: "Code" });
    expect(JSON.stringify(errors)).not.toMatch(/\.ts|\.js|TypeError/);
    expect(api.log.join("\n")).toMatch(/Query\.broken: Query_broken\.js:3:\d+ TypeError/);
  });

  test("a null where none may be takes its parent along, in graphql-java's words", async () => {
    const none = await openAppSync({
      functions: {},
      resolvers: [
        {
          typeName: "Query",
          fieldName: "score",
          kind: "UNIT",
          functions: [],
          dataSource: "none",
          code: "export const request = () => ({ payload: { boardId: 'b' } }); export const response = (ctx) => ctx.result;",
        },
      ],
    });
    const answer = await none.query("{ score { boardId guestId } }");
    await none.close();
    expect(answer).toEqual({
      data: { score: null },
      errors: [
        {
          path: ["score", "guestId"],
          locations: null,
          message: "Cannot return null for non-nullable type: 'ID' within parent 'Score' (/score/guestId)",
        },
      ],
    });
  });
});

test("browsers of any origin may call", async () => {
  const preflight = await fetch(api.url, {
    method: "OPTIONS",
    headers: { origin: "http://127.0.0.1:1", "access-control-request-headers": "authorization,x-api-key" },
  });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,x-api-key");
  const { headers } = await api.post('{"query":"{ echo }"}');
  expect(headers.get("x-amzn-appsync-tokensconsumed")).toBe("1");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("x-amzn-requestid")).toMatch(/^[\da-f-]{36}$/);
});

test("resolvers see what AppSync shows them", async () => {
  const query = `query Q($text: String, $no: Boolean = false) { context(text: $text) other: context @include(if: $no) }`;
  const { data } = await api.query(query, PUBLIC, {});
  expect(JSON.parse(data.context)).toMatchObject({
    // A variable without a value arrives as null: aws-appsync-community#348.
    args: { text: null },
    info: {
      fieldName: "context",
      parentTypeName: "Query",
      variables: { no: false },
      selectionSetList: [],
      selectionSetGraphQL: "",
    },
    prev: { result: {} },
    stash: { apiId: "abcdefghijklmnopqrstuvwxyz" },
    env: { STAGE: "test" },
  });
});

describe("what AppSync refuses at deployment is refused at creation", () => {
  const fn = {
    name: "f",
    dataSource: "none",
    code: "export const request = () => ({}); export const response = () => null;",
  };
  test.each([
    ["VTL", { functions: { f: { ...fn, requestMappingTemplate: "{}" } } }, "VTL"],
    [
      "an unknown data source",
      { functions: { f: { ...fn, dataSource: "nowhere" } } },
      "unknown data source nowhere",
    ],
    [
      "code outside of the subset",
      { functions: { f: { ...fn, code: "while (true) {}", fileName: "bad.js" } } },
      "bad.js:1:1",
    ],
    ["a broken schema", { schema: "type Query {" }, "Syntax Error"],
    [
      "a subscription to an unknown mutation",
      {
        schema:
          'type Query { a: Int } type Mutation { m: Int } type Subscription { s: Int @aws_subscribe(mutations: ["x"]) }',
        resolvers: [],
      },
      "unknown mutation x",
    ],
    [
      "a subscription of another type",
      {
        schema:
          'type Query { a: Int } type Mutation { m: Int } type Subscription { s: ID @aws_subscribe(mutations: ["m"]) }',
        resolvers: [],
      },
      "mutation m returns Int",
    ],
  ])("%s", async (_, overrides, reason) => {
    await expect(openAppSync(overrides)).rejects.toThrow(reason);
  });
});
