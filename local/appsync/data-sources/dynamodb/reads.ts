import type { DynamoDbDataSource } from "../../options.ts";
import { isRecord, own, type Fields } from "../../shape.ts";
import { Expressions, expectMembers, expectRecord, fromToken, renamed, toToken } from "./request-object.ts";
import { fromWire, toWire } from "./wire.ts";

const PAGE = { index: "IndexName", limit: "Limit", consistentRead: "ConsistentRead", select: "Select" };

export async function getItem(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  expectMembers(request, "", "version", "operation", "key", "consistentRead", "projection");
  const answer = await source.call("GetItem", {
    TableName: source.tableName,
    Key: toWire(expectRecord(request, "key")),
    ...renamed(request, { consistentRead: "ConsistentRead" }),
    ...new Expressions().add(request, "projection", "ProjectionExpression").input,
  });
  return fromWire(own(answer, "Item"));
}

function pageOf(answer: unknown): Fields {
  const items = own(answer, "Items");
  return {
    items: Array.isArray(items) ? items.map(fromWire) : [],
    nextToken: toToken(own(answer, "LastEvaluatedKey")),
    scannedCount: own(answer, "ScannedCount") ?? null,
  };
}

export async function query(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  const page = [
    "index",
    "nextToken",
    "limit",
    "scanIndexForward",
    "consistentRead",
    "select",
    "filter",
    "projection",
  ];
  expectMembers(request, "", "version", "operation", "query", ...page);
  expectRecord(request, "query");
  const expressions = new Expressions()
    .add(request, "query", "KeyConditionExpression")
    .add(request, "filter", "FilterExpression")
    .add(request, "projection", "ProjectionExpression");
  const answer = await source.call("Query", {
    TableName: source.tableName,
    ...renamed(request, { ...PAGE, scanIndexForward: "ScanIndexForward" }),
    ...expressions.input,
    ...fromToken(request["nextToken"]),
  });
  return pageOf(answer);
}

export async function scan(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  const page = ["index", "nextToken", "limit", "consistentRead", "select", "filter", "projection"];
  expectMembers(request, "", "version", "operation", "segment", "totalSegments", ...page);
  const expressions = new Expressions()
    .add(request, "filter", "FilterExpression")
    .add(request, "projection", "ProjectionExpression");
  const answer = await source.call("Scan", {
    TableName: source.tableName,
    ...renamed(request, { ...PAGE, segment: "Segment", totalSegments: "TotalSegments" }),
    ...expressions.input,
    ...fromToken(request["nextToken"]),
  });
  return pageOf(answer);
}

/** Items in the order of their keys, null where there is none. */
function inOrder(keys: readonly Fields[], items: readonly Fields[]): readonly (Fields | null)[] {
  return keys.map((key) => {
    const wanted = Object.entries(fromWire(key) ?? {});
    return items.find((item) => wanted.every(([name, value]) => item[name] === value)) ?? null;
  });
}

function keysOf(entry: unknown): readonly Fields[] {
  const keys = own(entry, "keys");
  return Array.isArray(keys) ? keys.map(toWire) : [];
}

export async function batchGetItem(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  expectMembers(request, "", "version", "operation", "tables");
  const tables = Object.entries(expectRecord(request, "tables"));
  const requestItems = tables.map(([name, entry]) => {
    const options = isRecord(entry) ? entry : {};
    expectMembers(options, `[tables][${name}]`, "keys", "consistentRead", "projection");
    const { input } = new Expressions().add(options, "projection", "ProjectionExpression");
    return [
      name,
      { Keys: keysOf(entry), ...renamed(options, { consistentRead: "ConsistentRead" }), ...input },
    ];
  });
  const answer = await source.call("BatchGetItem", { RequestItems: Object.fromEntries(requestItems) });
  const found = (name: string) => {
    const items = own(own(answer, "Responses"), name);
    return Array.isArray(items) ? items.map(fromWire).filter(isRecord) : [];
  };
  const unprocessed = (name: string) => {
    const keys = own(own(own(answer, "UnprocessedKeys"), name), "Keys");
    return Array.isArray(keys) ? keys.map(fromWire) : [];
  };
  return {
    data: Object.fromEntries(tables.map(([name, entry]) => [name, inOrder(keysOf(entry), found(name))])),
    unprocessedKeys: Object.fromEntries(tables.map(([name]) => [name, unprocessed(name)])),
  };
}
