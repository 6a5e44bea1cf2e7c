import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentTypeOf } from "./content-type.ts";

export interface Content {
  readonly bytes: Buffer;
  /** By magic bytes: what a guest's phone claims is not to be trusted. */
  readonly contentType: string;
}

/** The bytes of guests' pictures, videos and files, by message id. */
export class ContentStore {
  readonly #directory: string | undefined;
  readonly #memory = new Map<string, Buffer>();

  constructor(directory?: string) {
    this.#directory = directory;
    if (directory !== undefined) mkdirSync(directory, { recursive: true });
  }

  put(messageId: string, bytes: Buffer): void {
    if (this.#directory === undefined) this.#memory.set(messageId, bytes);
    else writeFileSync(join(this.#directory, messageId), bytes);
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
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  }

  delete(messageId: string): void {
    this.#memory.delete(messageId);
    if (this.#directory !== undefined) rmSync(join(this.#directory, messageId), { force: true });
  }
}
