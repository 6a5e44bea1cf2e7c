import { toldOfFullDisk } from "../../faults/disk-full.ts";
import type { Disk } from "../../faults/disk.ts";
import type { Faults } from "../../faults/faults.ts";
import * as z from "zod";
import { AwsError, type Caller, type Clock, type JsonService } from "../service.ts";
import { createTable } from "./create-table.ts";
import { loadValidation } from "./dynalite.ts";
import { ensureTable, type TableDefinition } from "./ensure-table.ts";
import { existingTable } from "./existing-table.ts";
import { invalid } from "./fault.ts";
import { ItemStore } from "./item-store.ts";
import { resourcesOf } from "./required-rights.ts";
import { createAction, type RunAction } from "./run-action.ts";
import { describeTimeToLive, sweepExpired, updateTimeToLive } from "./time-to-live.ts";
import { updateTable } from "./update-table.ts";
import { validateInput } from "./validate-input.ts";

interface DynamoDbOptions {
  readonly clock: Clock;
  /** Where the data lives; in memory when left out. */
  readonly directory?: string;
  /** The disk with that directory; one that is never full when left out. */
  readonly disk?: Disk;
  /** How often expired items are looked for, in real time; a minute when left out. */
  readonly sweepEveryMs?: number;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
}

export interface DynamoDb extends JsonService {
  /** The service's name in signatures. */
  readonly signingName: "dynamodb";
  readonly operations: readonly string[];
  /** Makes the table what the template says; may be called at each start. */
  ensureTable(definition: TableDefinition): Promise<void>;
  /** Deletes the items whose time to live is over by the clock; returns how many. */
  sweepExpired(): Promise<number>;
  close(): Promise<void>;
}

/** Throws if the directory is in use by another process. */
export async function createDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const { clock, sweepEveryMs = 60_000 } = options;
  const store = await ItemStore.open(options.directory, options.disk);
  const operations = createOperations(clock);
  const deleteItem = createAction("deleteItem");
  const sweep = () => sweepExpired(store, clock, deleteItem);
  const sweeps = repeat(sweep, sweepEveryMs);
  const stopListening = options.faults?.onChange(() => sweeps.runNow());
  return {
    targetPrefix: "DynamoDB_20120810",
    protocol: "json-1.0",
    signingName: "dynamodb",
    operations: [...operations.keys()],
    async call(operation: string, input: unknown, caller: Caller) {
      const run = operations.get(operation);
      if (run === undefined) {
        throw new AwsError("UnknownOperationException", `DynamoDB ${operation} is not available locally`);
      }
      for (const resource of resourcesOf(operation, input))
        caller.authorize(`dynamodb:${operation}`, resource);
      return toldOfFullDisk("InternalServerError", () => run(store, input));
    },
    ensureTable: (definition) => ensureTable(store, definition, clock),
    sweepExpired: sweep,
    async close() {
      stopListening?.();
      await sweeps.stop();
      await store.close();
    },
  };
}

const listInput = z.object({ Limit: z.number().optional(), ExclusiveStartTableName: z.string().optional() });

function createOperations(clock: Clock): ReadonlyMap<string, RunAction> {
  return new Map<string, RunAction>([
    ["GetItem", createAction("getItem")],
    ["PutItem", createAction("putItem")],
    ["UpdateItem", createAction("updateItem")],
    ["DeleteItem", createAction("deleteItem")],
    ["Query", createAction("query")],
    ["Scan", createAction("scan")],
    ["BatchGetItem", createAction("batchGetItem")],
    ["BatchWriteItem", createAction("batchWriteItem")],
    ["CreateTable", (store, input) => createTable(store, input, clock)],
    ["UpdateTable", updateTable],
    ["DescribeTable", async (store, input) => ({ Table: existingTable(store, tableName(input)) })],
    ["DeleteTable", deleteTable],
    ["ListTables", listTables],
    ["UpdateTimeToLive", updateTimeToLive],
    ["DescribeTimeToLive", async (store, input) => describeTimeToLive(store, tableName(input))],
  ]);
}

const listValidation = loadValidation("listTables");

async function listTables(store: ItemStore, input: unknown): Promise<unknown> {
  const parsed = listInput.parse(validateInput(input, listValidation));
  const { Limit: limit = 100, ExclusiveStartTableName: after = "" } = parsed;
  const names = store.tableNames().filter((name) => name > after);
  const page = names.slice(0, limit);
  return { TableNames: page, ...(names.length > limit && { LastEvaluatedTableName: page.at(-1) }) };
}

async function deleteTable(store: ItemStore, input: unknown): Promise<unknown> {
  const table = existingTable(store, tableName(input));
  await store.deleteTable(table);
  return { TableDescription: { ...table, TableStatus: "DELETING" } };
}

function tableName(input: unknown): string {
  const parsed = z.object({ TableName: z.string() }).safeParse(input);
  if (parsed.success) return parsed.data.TableName;
  throw invalid("The parameter 'TableName' is required but was not present in the request");
}

interface Repetition {
  runNow(): void;
  /** A run under way is waited for. */
  stop(): Promise<void>;
}

function repeat(run: () => Promise<unknown>, everyMs: number): Repetition {
  let running: Promise<unknown> = Promise.resolve();
  const runNow = (): void => {
    running = running
      .then(run)
      .catch((error: unknown) => console.error("DynamoDB: the sweep of expired items failed", error));
  };
  const timer = setInterval(runNow, everyMs);
  timer.unref();
  return {
    runNow,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
