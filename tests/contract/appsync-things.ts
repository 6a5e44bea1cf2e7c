import { expect } from "vitest";
import type { DataSource } from "../../local/appsync/options.ts";
import { createDynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { AwsError, type Caller } from "../../local/aws/service.ts";
import { IMPORTS } from "./appsync-example-api.ts";
import { openAppSync, PUBLIC, type Harness, type Loose } from "./appsync-harness.ts";

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

const TABLE = {
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
};

export interface Things {
  /** Operations that reached DynamoDB. */
  readonly calls: string[];
  /** Actions that the data source's role lacks. */
  readonly deny: Set<string>;
  /** The GraphQL answer of one step. */
  answer(step: string, input: unknown): Promise<Loose>;
  /** `{result, error}` as the response handler saw them. */
  run(step: string, input: unknown): Promise<Loose>;
  close(): Promise<void>;
}

function roleWithout(deny: ReadonlySet<string>): Caller {
  return {
    arn: "arn:aws:sts::123456789012:assumed-role/things/AppSync",
    authorize(action, resource) {
      if (deny.has(action))
        throw new AwsError("AccessDeniedException", `not allowed: ${action} on ${resource}`);
    },
  };
}

async function openStep(name: string, step: string, things: DataSource): Promise<Harness> {
  const code = { code: stepCode(step), fileName: `${name}.js` };
  const field = {
    typeName: "Query",
    fieldName: "run",
    kind: "UNIT",
    functions: [],
    dataSource: "things",
  } as const;
  return openAppSync({
    schema: SCHEMA,
    dataSources: { things },
    functions: {},
    resolvers: [{ ...field, ...code }],
  });
}

/** One API for each step, all over one table of the local DynamoDB. */
export async function openThings(): Promise<Things> {
  const calls: string[] = [];
  const deny = new Set<string>();
  const dynamoDb = await createDynamoDb({ clock: Date.now });
  await dynamoDb.ensureTable(TABLE);
  const role = roleWithout(deny);
  const things: DataSource = {
    type: "AMAZON_DYNAMODB",
    tableName: "Things",
    call(operation, input) {
      calls.push(operation);
      return dynamoDb.call(operation, input, role);
    },
  };
  const apis = new Map<string, Harness>();
  for (const [name, step] of Object.entries(STEPS)) apis.set(name, await openStep(name, step, things));

  async function answer(step: string, input: unknown): Promise<Loose> {
    const query = "query Run($input: AWSJSON) { run(input: $input) }";
    return apis.get(step)?.query(query, PUBLIC, { input: JSON.stringify(input) });
  }

  return {
    calls,
    deny,
    answer,
    async run(step, input) {
      const { data, errors } = await answer(step, input);
      expect(errors).toBeUndefined();
      return JSON.parse(data.run);
    },
    async close() {
      await Promise.all([...apis.values()].map((api) => api.close()));
      await dynamoDb.close();
    },
  };
}
