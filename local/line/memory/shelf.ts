import { join } from "node:path";
import { isDiskFull } from "../../faults/disk-full.ts";
import { type DiskLog, openDiskLog } from "../../faults/disk-log.ts";
import { Disk } from "../../faults/disk.ts";

/** Reads what an older process wrote; throws when it is not of the shelf's form. */
export type Parse<T> = (value: unknown) => T;

export interface ShelfOptions<T> {
  readonly parse: Parse<T>;
  /** What is not worth keeping is dropped on opening. */
  readonly keep?: ((value: T) => boolean) | undefined;
  readonly disk?: Disk | undefined;
}

/**
 * A map that outlives the process: one line `[key, value]` per change, `[key]` for a removal. Appending keeps a change
 * safe from `kill -9` without rewriting everything; opening drops what later lines replaced. A change that cannot be
 * written throws and does not happen.
 */
export class Shelf<T> {
  readonly #entries = new Map<string, T>();
  readonly #log: DiskLog | undefined;

  private constructor(log?: DiskLog) {
    this.#log = log;
  }

  static inMemory<T>(): Shelf<T> {
    return new Shelf<T>();
  }

  /** Opens `directory/name.ndjson`, creating it if need be. */
  static open<T>(
    directory: string,
    name: string,
    { parse, keep = () => true, disk = new Disk() }: ShelfOptions<T>,
  ): Shelf<T> {
    const path = join(directory, `${name}.ndjson`);
    const { log, lines } = openDiskLog(path, disk);
    const shelf = new Shelf<T>(log);
    for (const line of lines) shelf.#replay(line, path, parse);
    for (const [key, value] of shelf.#entries) if (!keep(value)) shelf.#entries.delete(key);
    if (shelf.#entries.size < lines.length) shelf.#shorten(log);
    return shelf;
  }

  #replay(line: string, path: string, parse: Parse<T>): void {
    const entry: unknown = JSON.parse(line);
    if (!Array.isArray(entry) || typeof entry[0] !== "string")
      throw new Error(`${path}: not a line of ours: ${line}`);
    if (entry.length === 1) this.#entries.delete(entry[0]);
    else this.#entries.set(entry[0], parse(entry[1]));
  }

  #shorten(log: DiskLog): void {
    try {
      log.rewrite([...this.#entries].map(toLine).join(""));
    } catch (error) {
      // Then it stays as long as it is, which does no harm.
      if (!isDiskFull(error)) throw error;
    }
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: T): void {
    this.#log?.append(toLine([key, value]));
    this.#entries.set(key, value);
  }

  delete(key: string): void {
    if (!this.#entries.has(key)) return;
    this.#log?.append(toLine([key]));
    this.#entries.delete(key);
  }

  values(): T[] {
    return [...this.#entries.values()];
  }

  close(): void {
    this.#log?.close();
  }
}

function toLine(entry: readonly unknown[]): string {
  return `${JSON.stringify(entry)}\n`;
}
