import { isDeepStrictEqual } from "node:util";
import { unsupportedLocally } from "../../errors.ts";
import type { DynamoDbDataSource } from "../../options.ts";
import { own, type Fields } from "../../shape.ts";
import { fromWire, toWire } from "./wire.ts";

export interface AfterFailedCondition {
  /** The stored item is what the request wanted: AppSync treats that as success. */
  readonly isWanted: boolean;
  readonly current: Fields | null;
}

function without(item: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

async function stored(source: DynamoDbDataSource, request: Fields): Promise<Fields | null> {
  const isConsistent = own(request["condition"], "consistentRead") !== false;
  const answer = await source.call("GetItem", {
    TableName: source.tableName,
    Key: toWire(request["key"]),
    ConsistentRead: isConsistent,
  });
  return fromWire(own(answer, "Item"));
}

/**
 * What AppSync does when DynamoDB refuses a condition: it reads the item. A put of the very same item (apart from
 * `equalsIgnore`) and a delete of nothing count as done.
 */
export async function afterFailedCondition(
  source: DynamoDbDataSource,
  request: Fields,
): Promise<AfterFailedCondition> {
  const condition = request["condition"];
  const strategy = own(own(condition, "conditionalCheckFailedHandler"), "strategy") ?? "Reject";
  if (strategy !== "Reject")
    throw unsupportedLocally("conditionalCheckFailedHandler.strategy other than Reject");
  const operation = request["operation"];
  // The guide promises the item here too, but the JavaScript runtime does not hand it out:
  // https://github.com/aws/aws-appsync-community/issues/343
  if (operation === "UpdateItem") return { isWanted: false, current: null };
  const current = await stored(source, request);
  if (operation === "DeleteItem") return { isWanted: current === null, current };
  const ignored = own(condition, "equalsIgnore");
  const names = Array.isArray(ignored) ? ignored.map(String) : [];
  const wanted = fromWire({ ...toWire(request["attributeValues"]), ...toWire(request["key"]) }) ?? {};
  const isWanted = current !== null && isDeepStrictEqual(without(current, names), without(wanted, names));
  return { isWanted, current };
}
