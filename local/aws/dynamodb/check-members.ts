import type { Validation } from "./dynalite.ts";
import { invalid, unavailable } from "./fault.ts";
import type { ItemStore } from "./item-store.ts";

type Members = Readonly<Record<string, unknown>>;

/** Members from before there were expressions; AWS keeps them for old clients. */
const LEGACY = [
  "AttributesToGet",
  "AttributeUpdates",
  "ConditionalOperator",
  "Expected",
  "KeyConditions",
  "QueryFilter",
  "ScanFilter",
];

/** What this stand-in knows although dynalite would drop it. */
const OWN = ["ReturnValuesOnConditionCheckFailure", "ConsistentRead"];

const MAX_DEPTH = 32;

/** Refuses what dynalite would drop or let through without a word. `action` is named as in `putItem`. */
export function checkMembers(store: ItemStore, action: string, input: unknown, validation: Validation): void {
  if (typeof input !== "object" || input === null) return;
  const members: Members = { ...input };
  for (const name of Object.keys(members)) {
    const isKnown = name in validation.types || OWN.includes(name);
    if (members[name] !== undefined && (!isKnown || LEGACY.includes(name))) {
      throw unavailable(`${action.charAt(0).toUpperCase()}${action.slice(1)} with ${name}`);
    }
  }
  if (action === "query" || action === "scan") checkRead(store, members);
  if (action === "deleteItem") checkReturnValues(members);
  if (action !== "batchWriteItem") refuseDepth([members["Item"], members["ExpressionAttributeValues"]]);
  else refuseDepth(putItems(members["RequestItems"]));
}

function checkRead(store: ItemStore, input: Members): void {
  const { Select: select, ProjectionExpression: projection, IndexName: index } = input;
  if (projection !== undefined && select !== undefined && select !== "SPECIFIC_ATTRIBUTES") {
    const wanted = select === "COUNT" ? "only the Count" : JSON.stringify(select).replaceAll('"', "");
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${wanted}`);
  }
  if (projection === undefined && select === "SPECIFIC_ATTRIBUTES") {
    throw invalid("Must specify the ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
  }
  if (index === undefined && select === "ALL_PROJECTED_ATTRIBUTES") {
    throw invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  }
  if (input["Segment"] !== undefined && input["TotalSegments"] === undefined) {
    const required = "The TotalSegments parameter is required but was not present in the request";
    throw invalid(`${required} when Segment parameter is present`);
  }
  if (input["ConsistentRead"] === true && isGlobalIndex(store, input)) {
    throw invalid("Consistent reads are not supported on global secondary indexes");
  }
}

function isGlobalIndex(store: ItemStore, { TableName: table, IndexName: name }: Members): boolean {
  const indexes = store.table(String(table))?.GlobalSecondaryIndexes ?? [];
  return indexes.some(({ IndexName }) => IndexName === name);
}

function checkReturnValues({ ReturnValues: wanted }: Members): void {
  if (wanted === undefined || wanted === "NONE" || wanted === "ALL_OLD") return;
  throw invalid("Return values set to invalid value");
}

/** `{ TABLE: [{ PutRequest: { Item } }] }`; what has another form is refused later. */
function putItems(requestItems: unknown): unknown[] {
  const requests = children(requestItems).flatMap(children);
  return requests.map((request) => children(children(request)[0])[0]);
}

/** A top level attribute is on level 1. `holders` hold attributes by name. */
function refuseDepth(holders: readonly unknown[]): void {
  if (!holders.flatMap(children).some((value) => levelsOf(value) > MAX_DEPTH)) return;
  const beyond = "Attributes in the item have nested levels beyond supported limit";
  throw invalid(`Nesting Levels have exceeded supported limits: ${beyond}`);
}

/** `{ M: { a: { S: "x" } } }` has two. */
function levelsOf(value: unknown): number {
  const { L: list, M: map }: Members = Object(value);
  const inner = children(list ?? map).map(levelsOf);
  return 1 + inner.reduce((most, one) => Math.max(most, one), 0);
}

function children(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
