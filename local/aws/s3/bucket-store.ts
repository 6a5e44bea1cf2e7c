import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Disk } from "../../faults/disk.ts";
import { AwsError } from "../service.ts";
import { Bucket } from "./bucket.ts";

/** All buckets, each in a directory of its name. */
export class BucketStore {
  readonly #directory: string;
  readonly #disk: Disk;
  readonly #buckets = new Map<string, Bucket>();
  readonly #creations = new Map<string, Promise<Bucket>>();

  private constructor(directory: string, disk: Disk) {
    this.#directory = directory;
    this.#disk = disk;
  }

  static async open(directory: string, disk: Disk): Promise<BucketStore> {
    await mkdir(directory, { recursive: true });
    const store = new BucketStore(directory, disk);
    for (const name of await readdir(directory)) {
      const bucket = isBucketName(name)
        ? await Bucket.load(name, { directory: join(directory, name), disk })
        : undefined;
      if (bucket !== undefined) store.#buckets.set(name, bucket);
    }
    return store;
  }

  find(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  all(): readonly Bucket[] {
    return [...this.#buckets.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** The one that is there, or a new one. Throws InvalidBucketName. */
  async create(name: string, createdAtMs: number): Promise<Bucket> {
    const existing = this.#buckets.get(name);
    if (existing !== undefined) return existing;
    if (!isBucketName(name))
      throw new AwsError("InvalidBucketName", "The specified bucket is not valid.", 400, {
        BucketName: name,
      });
    const running =
      this.#creations.get(name) ??
      Bucket.create(name, createdAtMs, { directory: join(this.#directory, name), disk: this.#disk });
    this.#creations.set(name, running);
    try {
      const bucket = await running;
      this.#buckets.set(name, bucket);
      return bucket;
    } finally {
      this.#creations.delete(name);
    }
  }
}

/** Such a name is also a safe name for a directory. */
function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes("..") && !/^\d+(\.\d+){3}$/.test(name)
  );
}
