import { isRecord, type Fields } from "../../shape.ts";
import { toMapValues } from "./attribute-values.ts";
import { filterExpression } from "./filter-expression.ts";
import { operations, updateExpression } from "./update-expression.ts";

function without(request: Fields): Fields {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== null),
  );
}

function picked(payload: Fields, ...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, payload[name]]));
}

function expressionOf(filter: unknown): Fields | undefined {
  const rendered = filter === undefined || filter === null ? null : filterExpression(filter);
  if (!rendered) return undefined;
  const { expression, expressionNames, expressionValues } = rendered;
  const hasValues = Object.keys(expressionValues).length > 0;
  return { expression, expressionNames, ...(hasValues ? { expressionValues } : {}) };
}

/** Every segment of every path gets an alias: `a.b` becomes `#expName_1.#expName_2`. */
function projectionOf(paths: unknown): Fields | undefined {
  if (!Array.isArray(paths) || paths.length === 0) return undefined;
  const names = new Map<string, string>();
  const alias = (segment: string) => {
    const known = names.get(segment) ?? `#expName_${names.size + 1}`;
    names.set(segment, known);
    return known;
  };
  const expression = paths.map((path) => String(path).split(".").map(alias).join(".")).join(", ");
  return {
    expression,
    expressionNames: Object.fromEntries([...names].map(([segment, name]) => [name, segment])),
  };
}

function byTable(tables: unknown, convert: (entry: unknown) => unknown): Fields {
  const entries = isRecord(tables) ? Object.entries(tables) : [];
  return Object.fromEntries(entries.map(([name, entry]) => [name, convert(entry)]));
}

const listOf = (entry: unknown) => (Array.isArray(entry) ? entry.map(toMapValues) : []);
const WRITE_OPTIONS = ["_version", "customPartitionKey", "populateIndexFields"];
const READ_OPTIONS = ["index", "limit", "nextToken", "consistentRead"];

function read(payload: Fields): Fields {
  return {
    ...picked(payload, ...READ_OPTIONS),
    filter: expressionOf(payload["filter"]),
    projection: projectionOf(payload["projection"]),
  };
}

function write(operation: string, payload: Fields, more: Fields): Fields {
  return without({
    operation,
    key: toMapValues(payload["key"]),
    ...more,
    condition: expressionOf(payload["condition"]),
    ...picked(payload, ...WRITE_OPTIONS),
  });
}

/** One member of a transaction: `{putItem: {...}}` and so on. */
function transactItem(item: Fields): Fields {
  const entry = (name: string) => (isRecord(item[name]) ? item[name] : undefined);
  const put = entry("putItem");
  const update = entry("updateItem");
  const remove = entry("deleteItem");
  const payload = put ?? update ?? remove ?? entry("conditionCheck") ?? {};
  const operation = put ? "PutItem" : update ? "UpdateItem" : remove ? "DeleteItem" : "ConditionCheck";
  const more = put
    ? { attributeValues: toMapValues(put["item"]) }
    : update
      ? { update: updateExpression(update["update"]) }
      : {};
  return { table: payload["table"], ...write(operation, payload, more) };
}

const records = (items: unknown) => (Array.isArray(items) ? items.filter(isRecord) : []);

/** `@aws-appsync/utils/dynamodb`: each function returns the request object of a data source. */
export const dynamodbModule = {
  operations,
  get: (payload: Fields) =>
    without({
      operation: "GetItem",
      key: toMapValues(payload["key"]),
      consistentRead: payload["consistentRead"],
      projection: projectionOf(payload["projection"]),
    }),
  put: (payload: Fields) => write("PutItem", payload, { attributeValues: toMapValues(payload["item"]) }),
  update: (payload: Fields) => write("UpdateItem", payload, { update: updateExpression(payload["update"]) }),
  remove: (payload: Fields) => write("DeleteItem", payload, {}),
  query: (payload: Fields) =>
    without({
      operation: "Query",
      query: expressionOf(payload["query"]),
      ...read(payload),
      ...picked(payload, "scanIndexForward", "select"),
    }),
  scan: (payload: Fields = {}) =>
    without({ operation: "Scan", ...read(payload), ...picked(payload, "segment", "totalSegments") }),
  sync: (payload: Fields = {}) =>
    without({
      operation: "Sync",
      ...picked(payload, "basePartitionKey", "deltaIndexName", "limit", "nextToken", "lastSync"),
      filter: expressionOf(payload["filter"]),
    }),
  batchGet: (payload: Fields) => ({
    operation: "BatchGetItem",
    tables: byTable(payload["tables"], (entry) =>
      isRecord(entry)
        ? without({
            keys: listOf(entry["keys"]),
            consistentRead: entry["consistentRead"],
            projection: projectionOf(entry["projection"]),
          })
        : {},
    ),
  }),
  batchPut: (payload: Fields) => ({ operation: "BatchPutItem", tables: byTable(payload["tables"], listOf) }),
  batchDelete: (payload: Fields) => ({
    operation: "BatchDeleteItem",
    tables: byTable(payload["tables"], listOf),
  }),
  transactGet: (payload: Fields) => ({
    operation: "TransactGetItems",
    transactItems: records(payload["items"]).map((item) =>
      without({
        table: item["table"],
        key: toMapValues(item["key"]),
        projection: projectionOf(item["projection"]),
      }),
    ),
  }),
  transactWrite: (payload: Fields) => ({
    operation: "TransactWriteItems",
    transactItems: records(payload["items"]).map(transactItem),
  }),
  toStringSet: (values: string[]) => ({ SS: values }),
  toNumberSet: (values: number[]) => ({ NS: values.map(String) }),
  toBinarySet: (values: string[]) => ({ BS: values }),
};
