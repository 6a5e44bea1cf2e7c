import { Stream } from "node:stream";
import type { ValueIterator } from "./dynalite.ts";
import type { Item } from "./table.ts";

const CHUNK = 64;

/**
 * What dynalite reads a query from: `data` for each value, then `end`, until it is destroyed. dynalite's own streams
 * never close their iterators, and each open iterator holds a snapshot of the whole database.
 * It has to be a `Stream`: to any other emitter dynalite listens twice.
 */
export class ValueStream extends Stream {
  #isDestroyed = false;

  constructor(iterator: ValueIterator) {
    super();
    this.#pump(iterator).catch((error: unknown) => this.emit("error", error));
  }

  destroy(): void {
    this.#isDestroyed = true;
  }

  async #pump(iterator: ValueIterator): Promise<void> {
    try {
      let values = await iterator.nextv(CHUNK);
      while (values.length > 0) {
        this.#emitAll(values);
        if (this.#isDestroyed) return;
        values = await iterator.nextv(CHUNK);
      }
      this.emit("end");
    } finally {
      await iterator.close();
    }
  }

  #emitAll(values: readonly Item[]): void {
    for (const value of values) {
      if (this.#isDestroyed) return;
      this.emit("data", value);
    }
  }
}
