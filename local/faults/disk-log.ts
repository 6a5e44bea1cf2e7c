import {
  appendFileSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Disk } from "./disk.ts";

/** A file of lines that only grows, and is now and then replaced by a shorter equivalent. Both happen or throw. */
export interface DiskLog {
  /** Text of whole lines. What this returned from survives `kill -9`. */
  append(text: string): void;
  rewrite(text: string): void;
  close(): void;
}

/** Opens or creates the file. A last line cut short by a crash is dropped; it was never accepted. */
export function openDiskLog(path: string, disk: Disk): { readonly log: DiskLog; readonly lines: string[] } {
  mkdirSync(dirname(path), { recursive: true });
  let file = openSync(path, "a+");
  const bytes = readFileSync(path);
  let size = bytes.lastIndexOf(10) + 1;
  if (size < bytes.length) ftruncateSync(file, size);
  const lines = bytes.toString("utf8", 0, size).split("\n").slice(0, -1);

  let isOpen = true;
  const log: DiskLog = {
    append(text) {
      // The file's number may be another file's by now.
      if (!isOpen) throw new Error(`${path} is closed`);
      const added = Buffer.from(text);
      disk.reserve(added.length);
      try {
        appendFileSync(file, added);
      } catch (error) {
        // A full disk may have taken half a line, which must not spoil the next one.
        ftruncateSync(file, size);
        throw error;
      }
      size += added.length;
    },
    rewrite(text) {
      if (!isOpen) throw new Error(`${path} is closed`);
      const whole = Buffer.from(text);
      disk.reserve(whole.length);
      const replacement = replaceSynced(path, whole);
      closeSync(file);
      file = replacement;
      size = whole.length;
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
  return { log, lines };
}

/** Returns the new file, open to append to. */
function replaceSynced(path: string, content: Buffer): number {
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  const file = openSync(draft, "a");
  try {
    writeFileSync(file, content);
    // Else a power cut could leave an empty file in place of the old one.
    fsyncSync(file);
    renameSync(draft, path);
    return file;
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
}
