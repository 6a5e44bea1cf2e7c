import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** Reads what an older process wrote; throws when it is not of the shelf's form. */
export type Parse<T> = (value: unknown) => T;

/**
 * A map that outlives the process: one line `[key, value]` per change, `[key]` for a removal. Appending keeps a change
 * safe from `kill -9` without rewriting everything; opening drops what later lines replaced.
 */
export class Shelf<T> {
  readonly #entries = new Map<string, T>();
  #file: number | undefined;

  static inMemory<T>(): Shelf<T> {
    return new Shelf<T>();
  }

  /** Opens `directory/name.ndjson`, creating it if need be. */
  static open<T>(
    directory: string,
    name: string,
    parse: Parse<T>,
    keep: (value: T) => boolean = () => true,
  ): Shelf<T> {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, `${name}.ndjson`);
    const shelf = new Shelf<T>();
    if (existsSync(path)) shelf.#replay(path, parse);
    for (const [key, value] of shelf.#entries) if (!keep(value)) shelf.#entries.delete(key);
    shelf.#file = shelf.#compact(path);
    return shelf;
  }

  #replay(path: string, parse: Parse<T>): void {
    const lines = readFileSync(path, "utf8").split("\n");
    // What follows the last line break is a line that a crash cut off.
    for (const line of lines.slice(0, -1)) {
      const entry: unknown = JSON.parse(line);
      if (!Array.isArray(entry) || typeof entry[0] !== "string")
        throw new Error(`${path}: not a line of ours: ${line}`);
      if (entry.length === 1) this.#entries.delete(entry[0]);
      else this.#entries.set(entry[0], parse(entry[1]));
    }
  }

  #compact(path: string): number {
    const draft = `${path}.new`;
    const file = openSync(draft, "w");
    const lines = [...this.#entries].map((entry) => `${JSON.stringify(entry)}\n`);
    writeSync(file, lines.join(""));
    fsyncSync(file);
    renameSync(draft, path);
    return file;
  }

  #append(entry: readonly unknown[]): void {
    if (this.#file !== undefined) writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: T): void {
    this.#entries.set(key, value);
    this.#append([key, value]);
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#append([key]);
  }

  values(): T[] {
    return [...this.#entries.values()];
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
