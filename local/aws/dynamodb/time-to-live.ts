import * as z from "zod";
import { AwsError, type Clock } from "../service.ts";
import { existingTable } from "./existing-table.ts";
import { invalid } from "./fault.ts";
import type { ItemStore } from "./item-store.ts";
import type { RunAction } from "./run-action.ts";
import type { Item, Table } from "./table.ts";

const updateInput = z.object({
  TableName: z.string(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().min(1).max(255), Enabled: z.boolean() }),
});

const FIVE_YEARS_SECONDS = 5 * 365 * 24 * 60 * 60;

export async function updateTimeToLive(store: ItemStore, input: unknown): Promise<unknown> {
  const parsed = updateInput.safeParse(input);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const { TableName: name, TimeToLiveSpecification: wanted } = parsed.data;
  existingTable(store, name);
  const attribute = store.timeToLive(name);
  if (wanted.Enabled && attribute !== undefined) throw invalid("TimeToLive is already enabled");
  if (!wanted.Enabled && attribute === undefined) throw invalid("TimeToLive is already disabled");
  if (!wanted.Enabled && attribute !== wanted.AttributeName) {
    throw invalid("TimeToLive is active on a different AttributeName: current AttributeName is " + attribute);
  }
  await store.setTimeToLive(name, wanted.Enabled ? wanted.AttributeName : undefined);
  return { TimeToLiveSpecification: wanted };
}

export function describeTimeToLive(store: ItemStore, tableName: string): unknown {
  existingTable(store, tableName);
  const attribute = store.timeToLive(tableName);
  if (attribute === undefined) return { TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } };
  return { TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: attribute } };
}

/** Deletes what has expired; returns how many items. An item older than five years stays, as in DynamoDB. */
export async function sweepExpired(store: ItemStore, clock: Clock, deleteItem: RunAction): Promise<number> {
  const nowSeconds = Math.floor(clock() / 1000);
  let count = 0;
  for (const name of store.tableNames()) {
    const attribute = store.timeToLive(name);
    const table = store.table(name);
    if (attribute === undefined || table === undefined) continue;
    for await (const item of store.eachItem(name)) {
      if (!isExpired(item[attribute], nowSeconds)) continue;
      if (await deleteIfUnchanged(store, table, item, attribute, deleteItem)) count += 1;
    }
  }
  return count;
}

function isExpired(value: Item[string] | undefined, nowSeconds: number): boolean {
  const expiresAt = Number(value?.["N"] ?? Number.NaN);
  return expiresAt <= nowSeconds && expiresAt > nowSeconds - FIVE_YEARS_SECONDS;
}

/** The item may have got a new time of expiry since it was read. */
async function deleteIfUnchanged(
  store: ItemStore,
  table: Table,
  item: Item,
  attribute: string,
  deleteItem: RunAction,
): Promise<boolean> {
  try {
    await deleteItem(store, {
      TableName: table.TableName,
      Key: Object.fromEntries(table.KeySchema.map(({ AttributeName: name }) => [name, item[name]])),
      ConditionExpression: "#expiry = :seen",
      ExpressionAttributeNames: { "#expiry": attribute },
      ExpressionAttributeValues: { ":seen": item[attribute] },
    });
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.code === "ConditionalCheckFailedException") return false;
    throw error;
  }
}
