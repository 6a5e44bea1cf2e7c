import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isGone } from "../../faults/disk-full.ts";
import { Disk } from "../../faults/disk.ts";
import { contentTypeOf } from "./content-type.ts";

export interface Content {
  readonly bytes: Buffer;
  /** By magic bytes: what a guest's phone claims is not to be trusted. */
  readonly contentType: string;
}

/** The bytes of guests' pictures, videos and files, by message id. */
export class ContentStore {
  readonly #directory: string | undefined;
  readonly #disk: Disk;
  readonly #memory = new Map<string, Buffer>();

  constructor(directory?: string, disk = new Disk()) {
    this.#directory = directory;
    this.#disk = disk;
    if (directory !== undefined) mkdirSync(directory, { recursive: true });
  }

  put(messageId: string, bytes: Buffer): void {
    if (this.#directory === undefined) this.#memory.set(messageId, bytes);
    else this.#disk.replace(join(this.#directory, messageId), bytes);
  }

  get(messageId: string): Content | undefined {
    const bytes = this.#read(messageId);
    return bytes && { bytes, contentType: contentTypeOf(bytes) };
  }

  #read(messageId: string): Buffer | undefined {
    if (this.#directory === undefined) return this.#memory.get(messageId);
    try {
      return readFileSync(join(this.#directory, messageId));
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  delete(messageId: string): void {
    this.#memory.delete(messageId);
    if (this.#directory !== undefined) rmSync(join(this.#directory, messageId), { force: true });
  }
}
