import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DataSource } from "../../local/appsync/options.ts";
import { createDynamoDb, type DynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { AwsError, type Caller } from "../../local/aws/service.ts";
import { IMPORTS, openAppSync, PUBLIC, type Harness } from "./appsync-harness.ts";

const SCHEMA = "type Query { run(input: AWSJSON): AWSJSON @aws_api_key }";

// One step of code for each thing to find out; `input` comes parsed, as AWSJSON does.
const STEPS: Readonly<Record<string, string>> = {
  put: "ddb.put({ key: { id: input.id, at: input.at }, item: input.item })",
  claim: `ddb.put({ key: { id: input.id, at: 0 }, item: input.item, condition: { id: { attributeExists: false } } })`,
  claimIgnoring: `({ ...ddb.put({ key: { id: input.id, at: 0 }, item: input.item }),
    condition: { expression: "attribute_not_exists(id)", equalsIgnore: ["when"], consistentRead: true } })`,
  get: "ddb.get({ key: { id: input.id, at: input.at }, consistentRead: true, projection: input.projection })",
  update: `ddb.update({ key: { id: input.id, at: input.at }, condition: input.condition,
    update: { score: ddb.operations.increment(input.by), name: input.name, old: ddb.operations.remove(), tags: ddb.operations.append(["new"]) } })`,
  remove: "ddb.remove({ key: { id: input.id, at: input.at }, condition: input.condition })",
  query: "ddb.query({ query: { id: { eq: input.id } }, ...input.options })",
  byKind: "ddb.query({ index: 'byKind', query: { kind: { eq: input.kind } }, scanIndexForward: false })",
  scan: "ddb.scan({ filter: { kind: { eq: input.kind } } })",
  batchGet: "ddb.batchGet({ tables: { Things: { keys: input.keys, consistentRead: true } } })",
  raw: "input",
  batchPut: "ddb.batchPut({ tables: { Things: [{ id: 'x', at: 1 }] } })",
};

const stepCode = (step: string) => `${IMPORTS}
export function request(ctx) { const input = ctx.args.input; return ${step}; }
export function response(ctx) {
  if (ctx.error && ctx.args.input.isStrict) util.error(ctx.error.message, ctx.error.type, ctx.result);
  return { result: ctx.result, error: ctx.error ?? null };
}`;

let dynamoDb: DynamoDb;
const apis = new Map<string, Harness>();
const calls: string[] = [];
const deny = new Set<string>();

const role: Caller = {
  arn: "arn:aws:sts::123456789012:assumed-role/things/AppSync",
  authorize(action, resource) {
    if (deny.has(action))
      throw new AwsError("AccessDeniedException", `not allowed: ${action} on ${resource}`);
  },
};

beforeAll(async () => {
  dynamoDb = await createDynamoDb({ clock: Date.now });
  await dynamoDb.ensureTable({
    tableName: "Things",
    keySchema: [
      { AttributeName: "id", KeyType: "HASH" },
      { AttributeName: "at", KeyType: "RANGE" },
    ],
    attributeDefinitions: [
      { AttributeName: "id", AttributeType: "S" },
      { AttributeName: "at", AttributeType: "N" },
      { AttributeName: "kind", AttributeType: "S" },
    ],
    globalSecondaryIndexes: [
      {
        IndexName: "byKind",
        KeySchema: [
          { AttributeName: "kind", KeyType: "HASH" },
          { AttributeName: "at", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "ALL" },
      },
    ],
  });
  const things: DataSource = {
    type: "AMAZON_DYNAMODB",
    tableName: "Things",
    call(operation, input) {
      calls.push(operation);
      return dynamoDb.call(operation, input, role);
    },
  };
  for (const [name, step] of Object.entries(STEPS)) {
    const api = await openAppSync({
      schema: SCHEMA,
      dataSources: { things },
      functions: {},
      resolvers: [
        {
          typeName: "Query",
          fieldName: "run",
          kind: "UNIT",
          functions: [],
          dataSource: "things",
          code: stepCode(step),
          fileName: `${name}.js`,
        },
      ],
    });
    apis.set(name, api);
  }
});

afterAll(async () => {
  await Promise.all([...apis.values()].map((api) => api.close()));
  await dynamoDb.close();
});

async function answer(step: string, input: unknown): Promise<any> {
  const query = "query Run($input: AWSJSON) { run(input: $input) }";
  return apis.get(step)?.query(query, PUBLIC, { input: JSON.stringify(input) });
}

async function run(step: string, input: unknown): Promise<any> {
  const { data, errors } = await answer(step, input);
  expect(errors).toBeUndefined();
  return JSON.parse(data.run);
}

describe("reading and writing", () => {
  test("an item goes through with every type", async () => {
    const item = {
      text: "x",
      n: 1.5,
      yes: true,
      none: null,
      list: [1, "a", { b: [] }],
      map: { deep: { n: 1 } },
    };
    expect(await run("put", { id: "types", at: 1, item })).toEqual({
      result: { id: "types", at: 1, ...item },
      error: null,
    });
    expect(await run("get", { id: "types", at: 1 })).toEqual({
      result: { id: "types", at: 1, ...item },
      error: null,
    });
    expect((await run("get", { id: "types", at: 1, projection: ["map.deep", "n"] })).result).toEqual({
      map: { deep: { n: 1 } },
      n: 1.5,
    });
    expect((await run("get", { id: "nobody", at: 1 })).result).toBeNull();
  });

  test("an update answers with the new item", async () => {
    await run("put", { id: "up", at: 1, item: { score: 2, old: "x", tags: ["a"] } });
    const { result } = await run("update", {
      id: "up",
      at: 1,
      by: 3,
      name: "n",
      condition: { score: { eq: 2 } },
    });
    expect(result).toEqual({ id: "up", at: 1, score: 5, name: "n", tags: ["a", "new"] });
  });

  test("a delete answers with the old item", async () => {
    await run("put", { id: "del", at: 1, item: { a: 1 } });
    expect((await run("remove", { id: "del", at: 1 })).result).toEqual({ id: "del", at: 1, a: 1 });
    expect((await run("remove", { id: "del", at: 1 })).result).toBeNull();
  });

  test("pages by an opaque token; scannedCount beside items", async () => {
    for (let at = 1; at <= 5; at += 1) await run("put", { id: "page", at, item: { even: at % 2 === 0 } });
    const first = await run("query", { id: "page", options: { limit: 2 } });
    expect(first.result.items.map(({ at }: any) => at)).toEqual([1, 2]);
    expect(first.result.nextToken).toMatch(/^[A-Za-z0-9+/=]+$/);
    const rest = await run("query", {
      id: "page",
      options: { nextToken: first.result.nextToken, scanIndexForward: true },
    });
    expect(rest.result).toMatchObject({ nextToken: null, scannedCount: 3 });
    expect(rest.result.items.map(({ at }: any) => at)).toEqual([3, 4, 5]);
    const backwards = await run("query", { id: "page", options: { scanIndexForward: false, limit: 1 } });
    expect(backwards.result.items[0].at).toBe(5);
    const filtered = await run("query", { id: "page", options: { filter: { even: { eq: true } } } });
    expect(filtered.result).toMatchObject({ items: [{ at: 2 }, { at: 4 }], scannedCount: 5 });
  });

  test("a token that is none", async () => {
    const { errors } = await answer("query", { id: "page", options: { nextToken: "bogus" } });
    expect(errors[0]).toMatchObject({
      message: "Invalid pagination token given.",
      errorType: "BadRequestException",
    });
  });

  test("an index, a scan, a batch in the order of its keys", async () => {
    for (const at of [1, 2]) await run("put", { id: `kind${at}`, at, item: { kind: "k" } });
    expect((await run("byKind", { kind: "k" })).result.items.map(({ at }: any) => at)).toEqual([2, 1]);
    expect((await run("scan", { kind: "k" })).result.items).toHaveLength(2);
    const keys = [
      { id: "kind2", at: 2 },
      { id: "none", at: 1 },
      { id: "kind1", at: 1 },
    ];
    const { result } = await run("batchGet", { keys });
    expect(result.data.Things.map((item: any) => item?.id ?? null)).toEqual(["kind2", null, "kind1"]);
    expect(result.unprocessedKeys).toEqual({ Things: [] });
  });
});

describe("a condition that fails", () => {
  test("is an error of its own type, with the stored item as result of a put", async () => {
    await run("claim", { id: "c1", item: { owner: "a" } });
    const { result, error } = await run("claim", { id: "c1", item: { owner: "b" } });
    expect(error.type).toBe("DynamoDB:ConditionalCheckFailedException");
    expect(error.message).toMatch(
      /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: .+\)$/,
    );
    expect(result).toEqual({ id: "c1", at: 0, owner: "a" });
  });

  test("counts as success when the very same item is there already", async () => {
    await run("claim", { id: "c2", item: { owner: "a" } });
    expect(await run("claim", { id: "c2", item: { owner: "a" } })).toEqual({
      result: { id: "c2", at: 0, owner: "a" },
      error: null,
    });
  });

  test("equalsIgnore leaves attributes out of that comparison", async () => {
    await run("claimIgnoring", { id: "c3", item: { owner: "a", when: 1 } });
    expect((await run("claimIgnoring", { id: "c3", item: { owner: "a", when: 2 } })).result).toMatchObject({
      when: 1,
    });
    expect((await run("claimIgnoring", { id: "c3", item: { owner: "b", when: 2 } })).error).not.toBeNull();
  });

  test("of an update gives no item", async () => {
    await run("put", { id: "c4", at: 1, item: { score: 1, tags: [] } });
    const { result, error } = await run("update", {
      id: "c4",
      at: 1,
      by: 1,
      name: "n",
      condition: { score: { eq: 9 } },
    });
    expect(error.type).toBe("DynamoDB:ConditionalCheckFailedException");
    expect(result).toBeNull();
  });

  test("of a delete: done if there is nothing, else an error with the item", async () => {
    const condition = { owner: { eq: "me" } };
    expect(await run("remove", { id: "c5", at: 1, condition })).toEqual({ result: null, error: null });
    await run("put", { id: "c5", at: 1, item: { owner: "you" } });
    const { result, error } = await run("remove", { id: "c5", at: 1, condition });
    expect(error.type).toBe("DynamoDB:ConditionalCheckFailedException");
    expect(result).toMatchObject({ owner: "you" });
  });

  test("reaches the client as util.error hands it on", async () => {
    await run("claim", { id: "c6", item: { owner: "a" } });
    const { data, errors } = await answer("claim", { id: "c6", item: { owner: "b" }, isStrict: true });
    expect(data).toEqual({ run: null });
    expect(errors[0]).toMatchObject({
      path: ["run"],
      errorType: "DynamoDB:ConditionalCheckFailedException",
      data: { id: "c6", owner: "a" },
    });
  });
});

describe("requests that cannot be", () => {
  test("DynamoDB's own refusals carry their name", async () => {
    const { error } = await run("get", { id: 5, at: 1 });
    expect(error.type).toBe("DynamoDB:ValidationException");
  });

  test("a right that the role lacks", async () => {
    deny.add("dynamodb:GetItem");
    const { error } = await run("get", { id: "types", at: 1 });
    deny.clear();
    expect(error).toMatchObject({ type: "DynamoDB:AccessDeniedException" });
    expect(error.message).toContain("dynamodb:GetItem");
  });

  test.each([
    [{ operation: "Nonsense" }, "Unsupported operation 'Nonsense'."],
    [{ operation: "GetItem", key: { id: { S: "a" } }, extra: 1 }, "Unsupported element '$[extra]'."],
    [
      { operation: "PutItem", key: { id: { S: "a" } }, condition: { expression: "a", returnValues: 1 } },
      "Unsupported element '$[condition][returnValues]'.",
    ],
    [{ operation: "GetItem" }, "Expected JSON object for attribute value '$[key]'"],
    [{ operation: "GetItem", key: { id: "a" } }, '"a" is no typed DynamoDB value'],
  ])("%j", async (request, message) => {
    const { errors } = await answer("raw", request);
    expect(errors[0]).toMatchObject({ message, errorType: "MappingTemplate" });
  });

  test("what the stand-in lacks says so by name and writes nothing", async () => {
    calls.length = 0;
    const { errors } = await answer("batchPut", {});
    expect(errors[0].message).toContain("The DynamoDB operation BatchPutItem is not supported");
    expect(calls).toEqual([]);
  });
});
