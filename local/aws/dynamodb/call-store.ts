import { db, limits, type Callback, type Lock, type Range } from "./dynalite.ts";
import type { ItemStore } from "./item-store.ts";
import type { Item, Table } from "./table.ts";

/**
 * The store as dynalite's actions know it, for one call. `seen` receives the last item that was read: an action reads
 * under its lock the item that it then checks its condition with. `fail` ends the call when dynalite throws.
 */
export function createCallStore(store: ItemStore, seen: { item?: Item }, fail: (error: unknown) => void) {
  const tableOf = (name: string): Table => store.table(name) ?? raise(tableNotFound());
  return {
    options: limits,
    getTable(name: string, second: boolean | Callback<Table>, third?: Callback<Table>) {
      const callback = typeof second === "function" ? second : third;
      const table = store.table(name);
      if (table === undefined) callback?.(tableNotFound());
      else callback?.(null, table);
    },
    getItemDb: (tableName: string) => ({
      lock: guarded(store.lock(tableName), fail),
      get(key: string, callback: Callback<Item | undefined>) {
        const item = store.read(tableName, key);
        if (item !== undefined) seen.item = item;
        callback(null, item);
      },
      put: (key: string, item: Item, callback: Callback) =>
        void settle(() => store.write(tableOf(tableName), key, item), callback),
      del: (key: string, callback: Callback) =>
        void settle(() => store.write(tableOf(tableName), key, undefined), callback),
      createValueStream: (range: Range) => store.items(tableName, range),
    }),
    getIndexDb: (_kind: string, tableName: string, indexName: string) => ({
      // `ItemStore.write` changes an item and its index entries together.
      put: (_key: string, _item: Item, callback: Callback) => callback(null),
      del: (_key: string, callback: Callback) => callback(null),
      createValueStream: (range: Range) => store.indexItems(tableName, indexName, range),
    }),
  };
}

/** A fault inside must not keep the key locked for ever. */
function guarded(lock: Lock, fail: (error: unknown) => void): Lock {
  return (key, run) =>
    lock(key, (release) => {
      try {
        run(release);
      } catch (error) {
        release(() => fail(error))(error);
      }
    });
}

async function settle(write: () => Promise<void>, callback: Callback): Promise<void> {
  let failure: unknown = null;
  try {
    await write();
  } catch (error) {
    failure = error;
  }
  callback(failure);
}

function raise(error: unknown): never {
  throw error;
}

function tableNotFound(): Error {
  return Object.assign(db.validationError("Requested resource not found"), {
    body: {
      __type: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
      message: "Requested resource not found",
    },
  });
}
