import { AwsError, type Clock } from "../service.ts";
import { newTable } from "./describe-table.ts";
import { loadValidation } from "./dynalite.ts";
import { unavailable } from "./fault.ts";
import type { ItemStore } from "./item-store.ts";
import type { Table } from "./table.ts";
import { tableInput } from "./table-input.ts";
import { validateInput } from "./validate-input.ts";

const validation = loadValidation("createTable");

/** Throws ResourceInUseException for a name that is taken. */
export async function createTable(
  store: ItemStore,
  input: unknown,
  clock: Clock,
): Promise<{ TableDescription: Table }> {
  refuseStream(input);
  const wanted = tableInput.parse(validateInput(input, validation));
  if (store.table(wanted.TableName) !== undefined) {
    throw new AwsError("ResourceInUseException", `Table already exists: ${wanted.TableName}`);
  }
  const table = newTable(wanted, clock);
  await store.saveTable(table);
  return { TableDescription: table };
}

function refuseStream(input: unknown): void {
  if (typeof input !== "object" || input === null || !("StreamSpecification" in input)) return;
  const stream = input.StreamSpecification;
  const isOff =
    typeof stream === "object" && stream !== null && "StreamEnabled" in stream && !stream.StreamEnabled;
  if (stream !== undefined && !isOff) throw unavailable("StreamSpecification");
}
