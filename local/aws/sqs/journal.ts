import * as z from "zod";
import { openDiskLog } from "../../faults/disk-log.ts";
import type { Disk } from "../../faults/disk.ts";

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

/** A queue's memory on disk. What `append` returned from survives `kill -9`; when it throws, nothing was written. */
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
export function openJournal(
  path: string,
  disk: Disk,
): { readonly journal: Journal; readonly records: readonly JournalRecord[] } {
  const { log, lines } = openDiskLog(path, disk);
  const records = lines.map((line, index) => parseLine(line, path, index));
  let { length } = records;
  const journal: Journal = {
    append(added) {
      log.append(toLines(added));
      length += added.length;
    },
    rewrite(all) {
      log.rewrite(toLines(all));
      length = all.length;
    },
    get length() {
      return length;
    },
    close: () => log.close(),
  };
  return { journal, records };
}

function toLines(records: readonly JournalRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

function parseLine(line: string, path: string, index: number): JournalRecord {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`The queue journal ${path} is damaged in line ${index + 1}`, { cause });
  }
}
