import { db, type Change } from "./dynalite.ts";
import type { Item, SecondaryIndex, Table } from "./table.ts";

export function indexPrefix(tableName: string, indexName: string): string {
  return `index-${tableName}~${indexName}~`;
}

/** What has to change in all indexes when `before` becomes `after`; `undefined` stands for no item. */
export function indexChanges(table: Table, before: Item | undefined, after: Item | undefined): Change[] {
  return indexesOf(table).flatMap((index) => {
    const old = before && indexEntry(table, index, before);
    const put = after && indexEntry(table, index, after);
    const changes: Change[] = [];
    if (old !== undefined && old.key !== put?.key) changes.push({ type: "del", key: old.key });
    if (put !== undefined) changes.push({ type: "put", ...put });
    return changes;
  });
}

export function indexesOf(table: Table): readonly SecondaryIndex[] {
  return [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
}

/** The entry of an item in an index; none if the item lacks one of the index's key attributes, or has it with another type. */
export function indexEntry(
  table: Table,
  index: SecondaryIndex,
  item: Item,
): { readonly key: string; readonly value: Item } | undefined {
  const isComplete = index.KeySchema.every(({ AttributeName: name }) => {
    const type = typeOf(table, name);
    return type !== undefined && item[name]?.[type] !== undefined;
  });
  if (!isComplete) return undefined;
  const key = indexPrefix(table.TableName, index.IndexName) + db.createIndexKey(item, table, index.KeySchema);
  return { key, value: projected(table, index, item) };
}

/**
 * Throws dynalite's ValidationException for an item that an index cannot hold. dynalite checks types on its own;
 * DynamoDB also refuses an empty string and too long a key.
 */
export function checkIndexKeys(table: Table, item: Item): void {
  for (const index of indexesOf(table)) {
    for (const { AttributeName: name, KeyType: keyType } of index.KeySchema) {
      const value = item[name];
      const type = typeOf(table, name);
      if (value === undefined || type === undefined) continue;
      const text = value[type];
      // A key is a text in each of its three types.
      if (typeof text !== "string") throw db.validationError(wrongType(name, type, value, index));
      const size = type === "N" ? 1 : Buffer.byteLength(text, type === "B" ? "base64" : "utf8");
      if (size === 0) throw db.validationError(emptyKey(name, type, index));
      const limit = keyType === "HASH" ? 2048 : 1024;
      if (size > limit) throw db.validationError(tooLongKey(name, limit, index));
    }
  }
}

function projected(table: Table, index: SecondaryIndex, item: Item): Item {
  if (index.Projection.ProjectionType === "ALL") return item;
  const keys = [...table.KeySchema, ...index.KeySchema].map(({ AttributeName }) => AttributeName);
  const names = new Set([...keys, ...(index.Projection.NonKeyAttributes ?? [])]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}

function typeOf(table: Table, name: string): string | undefined {
  return table.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
}

function wrongType(name: string, type: string, value: object, { IndexName }: SecondaryIndex): string {
  const actual = Object.keys(value)[0];
  return (
    "One or more parameter values were invalid: " +
    `Type mismatch for Index Key ${name} Expected: ${type} Actual: ${actual} IndexName: ${IndexName}`
  );
}

function emptyKey(name: string, type: string, { IndexName }: SecondaryIndex): string {
  return (
    "One or more parameter values are not valid. A value specified for a secondary index key is not supported. " +
    `The AttributeValue for a key attribute cannot contain an empty ${type === "B" ? "binary" : "string"} value. ` +
    `IndexName: ${IndexName}, IndexKey: ${name}`
  );
}

function tooLongKey(name: string, limit: number, { IndexName }: SecondaryIndex): string {
  return (
    "One or more parameter values were invalid: " +
    `Size of the key ${name} has exceeded the maximum size limit of ${limit} bytes. IndexName: ${IndexName}`
  );
}
