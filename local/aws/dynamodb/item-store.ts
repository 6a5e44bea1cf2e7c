import { Disk } from "../../faults/disk.ts";
import { db, type Change, type Lock, type Range } from "./dynalite.ts";
import { checkIndexKeys, indexChanges, indexEntry, indexPrefix } from "./index-entries.ts";
import { LevelHome } from "./level-home.ts";
import type { Item, SecondaryIndex, Table } from "./table.ts";
import { ValueStream } from "./value-stream.ts";

/** Tables, items and indexes on LevelDB. An item and its index entries change in one batch: a crash parts them never. */
export class ItemStore {
  readonly #level: LevelHome;
  readonly #lockOf: (tableName: string) => Lock;
  readonly #tables = new Map<string, Table>();
  readonly #timeToLive = new Map<string, string>();

  private constructor(level: LevelHome, lockOf: (tableName: string) => Lock) {
    this.#level = level;
    this.#lockOf = lockOf;
  }

  /** In memory without a directory. Throws if another process has the directory open. */
  static async open(directory?: string, disk = new Disk()): Promise<ItemStore> {
    // Locks live in an engine, and must outlive the reopening of the data.
    const locks = db.create({});
    const level = await LevelHome.open(directory, disk);
    const store = new ItemStore(level, (tableName) => locks.getItemDb(tableName).lock);
    await store.#load();
    return store;
  }

  async #load(): Promise<void> {
    for (const [key, value] of await this.#level.iterator(within("table~")).all()) {
      // Written by `saveTable` below and by nobody else.
      this.#tables.set(key.slice("table~".length), value as Table);
    }
    for (const [key, value] of await this.#level.iterator(within("ttl~")).all()) {
      this.#timeToLive.set(key.slice("ttl~".length), String(value));
    }
  }

  close(): Promise<void> {
    return this.#level.close();
  }

  table(tableName: string): Table | undefined {
    return this.#tables.get(tableName);
  }

  tableNames(): readonly string[] {
    return [...this.#tables.keys()].sort();
  }

  async saveTable(table: Table): Promise<void> {
    this.#tables.set(table.TableName, table);
    await this.#level.batch([{ type: "put", key: `table~${table.TableName}`, value: table }]);
  }

  async deleteTable({ TableName: name }: Table): Promise<void> {
    this.#tables.delete(name);
    await this.setTimeToLive(name, undefined);
    await this.#level.batch([{ type: "del", key: `table~${name}` }]);
    await this.#level.clear(within(itemPrefix(name)));
    await this.#level.clear(within(`index-${name}~`));
  }

  /** The attribute with the time of expiry, in seconds since the epoch. */
  timeToLive(tableName: string): string | undefined {
    return this.#timeToLive.get(tableName);
  }

  async setTimeToLive(tableName: string, attribute: string | undefined): Promise<void> {
    const key = `ttl~${tableName}`;
    if (attribute === undefined) this.#timeToLive.delete(tableName);
    else this.#timeToLive.set(tableName, attribute);
    await this.#level.batch([
      attribute === undefined ? { type: "del", key } : { type: "put", key, value: attribute },
    ]);
  }

  lock(tableName: string): Lock {
    return this.#lockOf(tableName);
  }

  read(tableName: string, key: string): Item | undefined {
    // Written by `write` below and by nobody else.
    return this.#level.getSync(itemPrefix(tableName) + key) as Item | undefined;
  }

  /** The caller holds the lock of the key. Throws dynalite's ValidationException for an item that an index cannot hold. */
  async write(table: Table, key: string, item: Item | undefined): Promise<void> {
    if (item !== undefined) checkIndexKeys(table, item);
    const itemKey = itemPrefix(table.TableName) + key;
    const change: Change =
      item === undefined ? { type: "del", key: itemKey } : { type: "put", key: itemKey, value: item };
    await this.#level.batch([change, ...indexChanges(table, this.read(table.TableName, key), item)]);
  }

  items(tableName: string, range: Range = {}): ValueStream {
    return this.#values(itemPrefix(tableName), range);
  }

  indexItems(tableName: string, indexName: string, range: Range): ValueStream {
    return this.#values(indexPrefix(tableName, indexName), range);
  }

  async *eachItem(tableName: string): AsyncGenerator<Item> {
    const iterator = this.#level.values(within(itemPrefix(tableName)));
    try {
      for (let items = await iterator.nextv(100); items.length > 0; items = await iterator.nextv(100))
        yield* items;
    } finally {
      await iterator.close();
    }
  }

  /** Fills an index that the saved table has already, so that items written meanwhile enter it by themselves. */
  async fillIndex(table: Table, index: SecondaryIndex): Promise<void> {
    for await (const seen of this.eachItem(table.TableName)) {
      await this.#locked(table.TableName, db.createKey(seen, table), async (key) => {
        const item = this.read(table.TableName, key);
        const entry = item && indexEntry(table, index, item);
        if (entry !== undefined) await this.#level.batch([{ type: "put", ...entry }]);
      });
    }
  }

  clearIndex(tableName: string, indexName: string): Promise<void> {
    return this.#level.clear(within(indexPrefix(tableName, indexName)));
  }

  #locked(tableName: string, key: string, run: (key: string) => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.lock(tableName)(key, (release) => {
        const unlock = release((error) => (error ? reject(error) : resolve()));
        run(key).then(() => unlock(null), unlock);
      });
    });
  }

  #values(prefix: string, { gt, gte, lt, lte, ...rest }: Range): ValueStream {
    const whole = within(prefix);
    const lower = gt !== undefined ? { gt: prefix + gt } : { gte: gte === undefined ? prefix : prefix + gte };
    const upper =
      lt !== undefined ? { lt: prefix + lt } : lte !== undefined ? { lte: prefix + lte } : { lt: whole.lt };
    return new ValueStream(this.#level.values({ ...rest, ...lower, ...upper }));
  }
}

function itemPrefix(tableName: string): string {
  return `item-${tableName}~`;
}

/** Every key that starts so: keys are ASCII. */
function within(prefix: string): { readonly gte: string; readonly lt: string } {
  return { gte: prefix, lt: `${prefix}\u00ff` };
}
