import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../service.ts";
import { createTable } from "./create-table.ts";
import type { ItemStore } from "./item-store.ts";
import type { AttributeDefinition, KeySchemaElement, SecondaryIndex, Table } from "./table.ts";
import { addIndex, removeIndex } from "./update-table.ts";

/** Members in the templates' own form. */
export interface TableDefinition {
  readonly tableName: string;
  readonly keySchema: readonly KeySchemaElement[];
  readonly attributeDefinitions: readonly AttributeDefinition[];
  readonly globalSecondaryIndexes?: readonly SecondaryIndex[];
  readonly timeToLiveAttribute?: string;
}

/**
 * Makes the table what the template says: creates it, or adds, rebuilds and removes indexes of the one that is there.
 * Throws if its own key differs, which CloudFormation answers with a new and empty table.
 */
export async function ensureTable(
  store: ItemStore,
  definition: TableDefinition,
  clock: Clock,
): Promise<void> {
  const table = store.table(definition.tableName);
  if (table === undefined) await createFrom(store, definition, clock);
  else await adapt(store, table, definition);
  const attribute = definition.timeToLiveAttribute;
  if (store.timeToLive(definition.tableName) !== attribute)
    await store.setTimeToLive(definition.tableName, attribute);
}

async function createFrom(store: ItemStore, definition: TableDefinition, clock: Clock): Promise<void> {
  const indexes = definition.globalSecondaryIndexes ?? [];
  await createTable(
    store,
    {
      TableName: definition.tableName,
      KeySchema: definition.keySchema,
      AttributeDefinitions: definition.attributeDefinitions,
      BillingMode: "PAY_PER_REQUEST",
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    },
    clock,
  );
}

async function adapt(store: ItemStore, table: Table, definition: TableDefinition): Promise<void> {
  const { tableName, keySchema, attributeDefinitions, globalSecondaryIndexes: wanted = [] } = definition;
  if (!isSameKey(table.KeySchema, keySchema) || !hasSameTypes(table, definition)) {
    throw new Error(
      `Table ${tableName} is there with another key: its data cannot be kept (start anew with --fresh)`,
    );
  }
  let current = table;
  for (const index of table.GlobalSecondaryIndexes ?? []) {
    const same = wanted.find((one) => one.IndexName === index.IndexName);
    const isKept = same !== undefined && isSameIndex(same, index);
    if (!isKept) current = await removeIndex(store, current, index.IndexName);
  }
  for (const index of wanted) {
    const isThere =
      current.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === index.IndexName) ?? false;
    if (!isThere) current = await addIndex(store, current, index, attributeDefinitions);
  }
}

function isSameIndex(one: SecondaryIndex, other: SecondaryIndex): boolean {
  return isSameKey(one.KeySchema, other.KeySchema) && isDeepStrictEqual(one.Projection, other.Projection);
}

function isSameKey(one: readonly KeySchemaElement[], other: readonly KeySchemaElement[]): boolean {
  const names = (key: readonly KeySchemaElement[]) => key.map(({ AttributeName }) => AttributeName);
  return isDeepStrictEqual(names(one), names(other));
}

function hasSameTypes(table: Table, { keySchema, attributeDefinitions }: TableDefinition): boolean {
  const typeIn = (definitions: readonly AttributeDefinition[], name: string) =>
    definitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
  return keySchema.every(
    ({ AttributeName: name }) =>
      typeIn(table.AttributeDefinitions, name) === typeIn(attributeDefinitions, name),
  );
}
