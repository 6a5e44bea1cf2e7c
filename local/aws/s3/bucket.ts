import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Disk } from "../../faults/disk.ts";
import { packObject, unpackObject, type ObjectHead, type StoredObject } from "./stored-object.ts";

interface Home {
  readonly directory: string;
  readonly disk: Disk;
}

/**
 * A bucket in a directory of its own: `objects/` by the hash of their key, `uploads/`, and `incoming/` for what is being
 * written or removed: whatever a crash leaves there is nobody's.
 */
export class Bucket {
  readonly name: string;
  readonly createdAtMs: number;
  /** Asked before anything is written. */
  readonly disk: Disk;
  readonly #directory: string;
  readonly #heads = new Map<string, ObjectHead>();
  #sortedKeys: readonly string[] | undefined = [];

  private constructor(name: string, createdAtMs: number, { directory, disk }: Home) {
    this.name = name;
    this.disk = disk;
    this.createdAtMs = createdAtMs;
    this.#directory = directory;
  }

  static async create(name: string, createdAtMs: number, home: Home): Promise<Bucket> {
    const { directory, disk } = home;
    await mkdir(join(directory, "objects"), { recursive: true });
    await mkdir(join(directory, "incoming"), { recursive: true });
    await mkdir(join(directory, "uploads"), { recursive: true });
    disk.replace(join(directory, "bucket.json"), JSON.stringify({ createdAtMs }));
    return new Bucket(name, createdAtMs, home);
  }

  /** `undefined` if there is no whole bucket. */
  static async load(name: string, home: Home): Promise<Bucket | undefined> {
    const { directory } = home;
    const description = join(directory, "bucket.json");
    if (!existsSync(description)) return undefined;
    const { createdAtMs } = z
      .object({ createdAtMs: z.number() })
      .parse(JSON.parse(await readFile(description, "utf8")));
    const bucket = new Bucket(name, createdAtMs, home);
    // What a crash left half written.
    await rm(join(directory, "incoming"), { recursive: true, force: true });
    await mkdir(join(directory, "incoming"));
    for (const file of await readdir(join(directory, "objects")))
      bucket.#remember(readHead(join(directory, "objects", file)));
    return bucket;
  }

  get uploadsDirectory(): string {
    return join(this.#directory, "uploads");
  }

  /** A new name for something that is on its way in or out. */
  passage(): string {
    return join(this.#directory, "incoming", randomUUID());
  }

  /** Without reading the bytes. */
  head(key: string): ObjectHead | undefined {
    return this.#heads.get(key);
  }

  async read(key: string): Promise<StoredObject | undefined> {
    if (!this.#heads.has(key)) return undefined;
    try {
      return unpackObject(await readFile(this.#fileOf(key)));
    } catch (error) {
      // Deleted since.
      if (!this.#heads.has(key)) return undefined;
      throw error;
    }
  }

  /**
   * Makes or replaces an object. `check` sees what is there now and may throw; between it and the replacing nothing
   * else happens.
   */
  async write(object: StoredObject, check: (current: ObjectHead | undefined) => void): Promise<void> {
    const { key } = object.head;
    check(this.head(key));
    const incoming = this.passage();
    const bytes = packObject(object);
    this.disk.reserve(bytes.length);
    try {
      await writeFile(incoming, bytes);
      check(this.head(key));
      renameSync(incoming, this.#fileOf(key));
    } catch (error) {
      rmSync(incoming, { force: true });
      throw error;
    }
    this.#remember(object.head);
  }

  delete(key: string): void {
    if (!this.#heads.delete(key)) return;
    this.#sortedKeys = undefined;
    rmSync(this.#fileOf(key), { force: true });
  }

  /** In the order of their UTF-8 bytes. */
  keys(prefix = ""): readonly string[] {
    this.#sortedKeys ??= sortedByBytes([...this.#heads.keys()]);
    return prefix === "" ? this.#sortedKeys : this.#sortedKeys.filter((key) => key.startsWith(prefix));
  }

  #remember(head: ObjectHead): void {
    if (!this.#heads.has(head.key)) this.#sortedKeys = undefined;
    this.#heads.set(head.key, head);
  }

  /** Keys may hold anything and be longer than file names. */
  #fileOf(key: string): string {
    return join(this.#directory, "objects", createHash("sha256").update(key).digest("hex"));
  }
}

/** Without waiting: a start with thousands of objects is several times faster so. */
function readHead(path: string): ObjectHead {
  const file = openSync(path, "r");
  try {
    const length = Buffer.alloc(4);
    readSync(file, length, 0, 4, 0);
    const start = Buffer.alloc(4 + length.readUInt32BE(0));
    readSync(file, start, 0, start.length, 0);
    return unpackObject(start).head;
  } finally {
    closeSync(file);
  }
}

function sortedByBytes(keys: readonly string[]): readonly string[] {
  return keys
    .map((key) => Buffer.from(key))
    .sort((one, other) => Buffer.compare(one, other))
    .map((bytes) => bytes.toString());
}
