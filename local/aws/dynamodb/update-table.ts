import * as z from "zod";
import { AwsError } from "../service.ts";
import { describeIndex } from "./describe-table.ts";
import { invalid, unavailable } from "./fault.ts";
import { indexesOf } from "./index-entries.ts";
import type { ItemStore } from "./item-store.ts";
import { existingTable } from "./existing-table.ts";
import type { AttributeDefinition, SecondaryIndex, Table } from "./table.ts";
import { attributeDefinitions, secondaryIndex } from "./table-input.ts";

const indexUpdate = z.union([
  z.object({ Create: secondaryIndex }),
  z.object({ Delete: z.object({ IndexName: z.string() }) }),
]);

const updateInput = z.object({
  TableName: z.string(),
  AttributeDefinitions: attributeDefinitions.optional(),
  GlobalSecondaryIndexUpdates: z.array(indexUpdate).min(1).max(1).optional(),
});

const KNOWN = new Set(["TableName", "AttributeDefinitions", "GlobalSecondaryIndexUpdates"]);

/** Only global secondary indexes can be changed, one at a time as in DynamoDB; the rest is refused by name. */
export async function updateTable(store: ItemStore, input: unknown): Promise<{ TableDescription: Table }> {
  const parsed = updateInput.safeParse(input);
  const other = Object.keys(Object(input)).find((name) => !KNOWN.has(name));
  if (other !== undefined) throw unavailable(`UpdateTable with ${other}`);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const table = existingTable(store, parsed.data.TableName);
  const [update] = parsed.data.GlobalSecondaryIndexUpdates ?? [];
  if (update === undefined) throw invalid("At least one of GlobalSecondaryIndexUpdates is required");
  if ("Delete" in update)
    return { TableDescription: await removeIndex(store, table, update.Delete.IndexName) };
  return {
    TableDescription: await addIndex(store, table, update.Create, parsed.data.AttributeDefinitions ?? []),
  };
}

/** Items that are there already enter the new index before this returns. */
export async function addIndex(
  store: ItemStore,
  table: Table,
  index: SecondaryIndex,
  definitions: readonly AttributeDefinition[],
): Promise<Table> {
  if (indexesOf(table).some(({ IndexName }) => IndexName === index.IndexName)) {
    throw invalid(`Attempting to create an index which already exists: ${index.IndexName}`);
  }
  const known = mergeDefinitions(table.AttributeDefinitions, definitions);
  const missing = index.KeySchema.find(
    ({ AttributeName: name }) => !known.some((one) => one.AttributeName === name),
  );
  if (missing !== undefined) {
    throw invalid(
      "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. " +
        `Keys: [${missing.AttributeName}]`,
    );
  }
  const changed: Table = {
    ...table,
    AttributeDefinitions: known,
    GlobalSecondaryIndexes: [...(table.GlobalSecondaryIndexes ?? []), describeIndex(table.TableName, index)],
  };
  await store.saveTable(changed);
  await store.fillIndex(changed, index);
  return changed;
}

export async function removeIndex(store: ItemStore, table: Table, indexName: string): Promise<Table> {
  const { GlobalSecondaryIndexes: indexes = [], ...rest } = table;
  const kept = indexes.filter(({ IndexName }) => IndexName !== indexName);
  if (kept.length === indexes.length)
    throw new AwsError("ResourceNotFoundException", "Requested resource not found");
  const changed: Table = { ...rest, ...(kept.length > 0 && { GlobalSecondaryIndexes: kept }) };
  await store.saveTable(changed);
  await store.clearIndex(table.TableName, indexName);
  return changed;
}

/** An attribute that is defined already keeps its type. */
function mergeDefinitions(
  old: readonly AttributeDefinition[],
  added: readonly AttributeDefinition[],
): AttributeDefinition[] {
  for (const { AttributeName: name, AttributeType: type } of added) {
    const known = old.find(({ AttributeName }) => AttributeName === name);
    if (known !== undefined && known.AttributeType !== type) {
      throw invalid(
        `One or more parameter values were invalid: the type of ${name} cannot change to ${type}`,
      );
    }
  }
  return [
    ...old,
    ...added.filter((one) => !old.some(({ AttributeName }) => AttributeName === one.AttributeName)),
  ];
}
