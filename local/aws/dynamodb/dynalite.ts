import { createRequire } from "node:module";
import type { AttributeValue, Item, KeySchemaElement, Table } from "./table.ts";

/** Called with an error that carries `statusCode` and `body`, or with the answer. */
export type Callback<T = unknown> = (error: unknown, answer?: T) => void;

export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

export interface ValueIterator {
  /** At most `size` values; none at the end. */
  nextv(size: number): Promise<readonly Item[]>;
  close(): Promise<void>;
}

export type Change =
  | { readonly type: "put"; readonly key: string; readonly value: unknown }
  | { readonly type: "del"; readonly key: string };

/** LevelDB on disk or its equal in memory, values as JSON. */
export interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  getSync(key: string): unknown;
  /** All or nothing. */
  batch(changes: readonly Change[]): Promise<void>;
  clear(range: Range): Promise<void>;
  values(range: Range): ValueIterator;
  iterator(range: Range): { all(): Promise<readonly [string, unknown][]> };
}

export type Path = readonly (string | number)[];

type Release = (callback: Callback) => Callback;
export type Lock = (key: string, run: (release: Release) => void) => void;

interface Db {
  create(options: { readonly path?: string }): {
    readonly db: Level;
    readonly options: object;
    getItemDb(tableName: string): { readonly lock: Lock };
  };
  createKey(item: Item, table: Table, keySchema?: readonly KeySchemaElement[]): string;
  createIndexKey: (item: Item, table: Table, keySchema: readonly KeySchemaElement[]) => string;
  /** Texts of one type (S, N or B) in the order of the values. */
  toLexiStr(content: unknown, type: string): string;
  mapPath: (path: Path, item: Item) => AttributeValue | null | undefined;
  mapPaths(paths: readonly unknown[], item: Item): Item;
  /** The error to answer with; nothing if the write may go on. */
  checkConditional: (input: object, item: Item | undefined) => Error | undefined;
  validationError(message: string): Error;
}

/** What dynalite reads from its store's options; DynamoDB's own limit. */
export const limits = { maxItemSize: 409_600 };

export interface Validation {
  readonly types: object;
  readonly custom?: unknown;
}

interface Validations {
  /** Throws; removes what it does not know from `input` and returns a typed copy. */
  checkTypes(input: object, types: object): Record<string, unknown>;
  checkValidations(input: object, types: object, custom: unknown, store: unknown): void;
}

export type Action = (store: unknown, input: object, callback: Callback) => void;

// dynalite carries no types; its modules are used directly because its only door is an HTTP server.
const require = createRequire(import.meta.url);
export const db: Db = require("dynalite/db");
export const validations: Validations = require("dynalite/validations");

/** `name` as in `putItem`. */
export function loadAction(name: string): { readonly action: Action; readonly validation: Validation } {
  return { action: require(`dynalite/actions/${name}`), validation: require(`dynalite/validations/${name}`) };
}

export function loadValidation(name: string): Validation {
  return require(`dynalite/validations/${name}`);
}

/**
 * dynalite ends the key of an index entry with 24 bits of a hash of the table's key, so that one of two items with
 * the same index key now and then overwrites the other (3 in 100 for a thousand such items). Queries look this
 * function up at each call, for the place where a page starts; what is written uses it too (index-entries.ts).
 */
const shortIndexKey = db.createIndexKey;
db.createIndexKey = (item, table, keySchema) =>
  `${shortIndexKey(item, table, keySchema)}/${db.createKey(item, table)}`;

const copiedPaths = new WeakSet<object>();
const sharedValueAt = db.mapPath;
db.mapPath = (path, item) => {
  const value = sharedValueAt(path, item);
  return copiedPaths.has(path) ? structuredClone(value) : value;
};

/** `SET a = b ADD b :one`: without a copy both attributes would be one object, and both would grow. */
export function copyWhenRead(path: object): void {
  copiedPaths.add(path);
}

const conditions = new WeakMap<object, (item: Item) => boolean>();
db.checkConditional = (input, item) => {
  if (conditions.get(input)?.(item ?? {}) !== false) return undefined;
  const message = "The conditional request failed";
  const __type = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException";
  return Object.assign(new Error(message), { statusCode: 400, body: { __type, message } });
};

/** The condition that a write's input stands for, in place of what dynalite makes of it. */
export function setCondition(input: object, condition: (item: Item) => boolean): void {
  conditions.set(input, condition);
}
