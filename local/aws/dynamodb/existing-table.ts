import { AwsError } from "../service.ts";
import type { ItemStore } from "./item-store.ts";
import type { Table } from "./table.ts";

/** Throws ResourceNotFoundException as the operations on tables do. */
export function existingTable(store: ItemStore, tableName: string): Table {
  const table = store.table(tableName);
  if (table !== undefined) return table;
  throw new AwsError(
    "ResourceNotFoundException",
    `Requested resource not found: Table: ${tableName} not found`,
  );
}
