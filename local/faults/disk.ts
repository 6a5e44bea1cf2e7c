import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diskFull, isGone } from "./disk-full.ts";
import type { Faults } from "./faults.ts";

/** Looking how full the disk is may take this share of the time at most. */
const MEASURING_SHARE = 0.1;

/**
 * The disk that all stores of one data directory share. Each asks it before it writes, so that the plan's quota fills it
 * on command; a disk that is really full fails the same way.
 *
 * What a store has written outlives `kill -9`, because it is the operating system's by then. A power cut may take the
 * last seconds of everything: single writes are not synced, for speed. Only whole rewritings of a log are, whose loss
 * would take more than what was new.
 */
export class Disk {
  readonly #directory: string | undefined;
  readonly #faults: Faults | undefined;
  /** Undefined: to be measured. What is written meanwhile is added, what is deleted shows at the next measuring. */
  #usedBytes: number | undefined;
  #measureAgainAt = 0;

  /** Without a directory or faults: as much as the machine has. */
  constructor(directory?: string, faults?: Faults) {
    this.#directory = directory;
    this.#faults = faults;
    faults?.onChange(() => (this.#usedBytes = undefined));
  }

  /** Throws an error with the code ENOSPC when so much more does not fit. */
  reserve(bytes: number): void {
    const quota = this.#faults?.plan.diskQuotaBytes;
    if (quota === undefined || this.#directory === undefined) return;
    this.#usedBytes ??= this.#measure(this.#directory);
    if (this.#usedBytes + bytes > quota && performance.now() >= this.#measureAgainAt)
      this.#usedBytes = this.#measure(this.#directory);
    if (this.#usedBytes + bytes > quota) throw diskFull(`of ${quota} bytes ${this.#usedBytes} are taken`);
    this.#usedBytes += bytes;
  }

  /** Makes or replaces a file as a whole: after a crash there is the old one or the new one, never half of one. */
  replace(path: string, content: string | Buffer, { mode = 0o644 } = {}): void {
    this.reserve(Buffer.byteLength(content));
    const draft = `${path}.new`;
    try {
      writeFileSync(draft, content, { mode });
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }

  #measure(directory: string): number {
    const startedAt = performance.now();
    const bytes = bytesIn(directory);
    const now = performance.now();
    this.#measureAgainAt = now + (now - startedAt) / MEASURING_SHARE;
    return bytes;
  }
}

function bytesIn(directory: string): number {
  let sum = 0;
  for (const entry of entriesOf(directory)) {
    const path = join(directory, entry.name);
    sum += entry.isDirectory() ? bytesIn(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  }
  return sum;
}

/** None when the directory was removed meanwhile. */
function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
