import { readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { diskFull, isDiskFull } from "../../faults/disk-full.ts";
import type { Disk } from "../../faults/disk.ts";
import { db, type Change, type Level, type Range, type ValueIterator } from "./dynalite.ts";

/** What opening LevelDB writes beside the contents of its log. */
const ROOM_TO_OPEN_BYTES = 256 * 1024;

/**
 * LevelDB with a cure for full disks. A write that failed there may have left half a record in LevelDB's log, and what
 * LevelDB appends to that would be lost at the next start. So after such a failure nothing is written until there is
 * room again and the data has been opened anew, which ends the log at its last whole record. Reading goes on.
 */
export class LevelHome {
  readonly #directory: string | undefined;
  readonly #disk: Disk;
  #level: Level;
  #isTorn = false;
  /** Writes wait for one another: none may follow one that fails. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(level: Level, directory: string | undefined, disk: Disk) {
    this.#level = level;
    this.#directory = directory;
    this.#disk = disk;
  }

  /** In memory without a directory. Throws if another process has the directory open. */
  static async open(directory: string | undefined, disk: Disk): Promise<LevelHome> {
    return new LevelHome(await openLevel(directory), directory, disk);
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#level.close();
  }

  getSync(key: string): unknown {
    return this.#level.getSync(key);
  }

  values(range: Range): ValueIterator {
    return this.#level.values(range);
  }

  iterator(range: Range): ReturnType<Level["iterator"]> {
    return this.#level.iterator(range);
  }

  /** All or nothing; throws when the disk is full. */
  batch(changes: readonly Change[]): Promise<void> {
    return this.#inTurn(
      () => this.#level.batch(changes),
      () => this.#disk.reserve(sizeOf(changes)),
    );
  }

  clear(range: Range): Promise<void> {
    return this.#inTurn(() => this.#level.clear(range));
  }

  #inTurn(write: () => Promise<void>, reserve: () => void = () => {}): Promise<void> {
    const turn = this.#last.then(async () => {
      if (this.#directory !== undefined) {
        reserve();
        if (this.#isTorn) await this.#openAnew(this.#directory);
      }
      try {
        await write();
      } catch (error) {
        this.#isTorn = isDiskFull(error);
        throw error;
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Only where it will succeed: data that is closed and cannot be opened could not even be read. */
  async #openAnew(directory: string): Promise<void> {
    const { bavail, bsize } = statfsSync(directory);
    if (bavail * bsize < ROOM_TO_OPEN_BYTES + 2 * logBytes(directory))
      throw diskFull(`write in ${directory}`);
    await this.#level.close();
    this.#level = await openLevel(directory);
    this.#isTorn = false;
  }
}

async function openLevel(directory: string | undefined): Promise<Level> {
  const engine = db.create(directory === undefined ? {} : { path: directory });
  try {
    await engine.db.open();
  } catch (error) {
    throw new Error(`The DynamoDB data in ${directory} cannot be opened: is it in use?`, { cause: error });
  }
  return engine.db;
}

function logBytes(directory: string): number {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".log"))
    .reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}

function sizeOf(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, change) =>
      sum + change.key.length + (change.type === "put" ? Buffer.byteLength(JSON.stringify(change.value)) : 0),
    0,
  );
}
