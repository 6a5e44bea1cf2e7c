import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";

const attributeSchema = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
const messageSchema = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), attributeSchema),
  senderId: z.string(),
  sentAtMs: z.number(),
  deadLetterSourceArn: z.string().optional(),
});
const recordSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sent"), message: messageSchema, dueAtMs: z.number() }),
  z.object({
    kind: z.literal("received"),
    id: z.string(),
    count: z.number(),
    firstAtMs: z.number().optional(),
    nonce: z.string().optional(),
  }),
  z.object({ kind: z.literal("deleted"), id: z.string() }),
]);

/** One line of a queue's journal. Visibility is not in it: after a restart every consumer is gone. */
export type JournalRecord = z.output<typeof recordSchema>;

/**
 * A queue's memory on disk. What `append` returned from has reached the operating system and survives `kill -9`
 * (not a power cut: nothing is synced to the disk, as for speed).
 */
export interface Journal {
  append(records: readonly JournalRecord[]): void;
  /** Replaces the whole by a shorter equivalent. */
  rewrite(records: readonly JournalRecord[]): void;
  /** Lines since the last rewriting. */
  readonly length: number;
  close(): void;
}

export const forgetfulJournal: Journal = { append() {}, rewrite() {}, length: 0, close() {} };

/** Opens or creates the journal; a last line cut short by a crash is dropped, any other broken line throws. */
export function openJournal(path: string): {
  readonly journal: Journal;
  readonly records: readonly JournalRecord[];
} {
  mkdirSync(dirname(path), { recursive: true });
  let file = openSync(path, "a+");
  const bytes = readFileSync(path);
  let size = bytes.lastIndexOf(10) + 1;
  if (size < bytes.length) ftruncateSync(file, size);
  const records = parseLines(bytes.subarray(0, size).toString("utf8"), path);
  let { length } = records;

  const journal: Journal = {
    append(added) {
      const text = toLines(added);
      try {
        appendFileSync(file, text);
      } catch (error) {
        // A full disk may have taken half a line, which must not spoil the next one.
        ftruncateSync(file, size);
        throw error;
      }
      size += Buffer.byteLength(text);
      length += added.length;
    },
    rewrite(all) {
      const text = toLines(all);
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
      closeSync(file);
      file = openSync(path, "a");
      size = Buffer.byteLength(text);
      length = all.length;
    },
    get length() {
      return length;
    },
    close: () => closeSync(file),
  };
  return { journal, records };
}

function toLines(records: readonly JournalRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

function parseLines(text: string, path: string): JournalRecord[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line, index) => {
      try {
        return recordSchema.parse(JSON.parse(line));
      } catch (cause) {
        throw new Error(`The queue journal ${path} is damaged in line ${index + 1}`, { cause });
      }
    });
}
