import * as z from "zod";
import { AwsError } from "../service.ts";

const MAX_ENTRIES = 10;

export interface BatchResult<Success> {
  readonly Successful: readonly (Success & { readonly Id: string })[];
  readonly Failed: readonly Readonly<Record<string, unknown>>[];
}

/** The schema of a batch call whose entries have `Id` and the given members. */
export function batchSchema<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({
    QueueUrl: z.string(),
    Entries: z.array(z.object({ Id: z.string(), ...shape })).default([]),
  });
}

/** Throws what AWS says about a batch as a whole. */
export function checkEntries(entries: readonly { readonly Id: string }[]): void {
  if (entries.length === 0) {
    throw new AwsError("EmptyBatchRequest", "There should be at least one entry in the request.");
  }
  if (entries.length > MAX_ENTRIES) {
    const message = `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`;
    throw new AwsError("TooManyEntriesInBatchRequest", message);
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new AwsError(
      "BatchEntryIdsNotDistinct",
      "Two or more batch entries in the request have the same Id.",
    );
  }
  const wrong = entries.find(({ Id }) => !/^[\w-]{1,80}$/.test(Id));
  if (wrong !== undefined) {
    throw new AwsError(
      "InvalidBatchEntryId",
      `A batch entry id can only contain alphanumerics, - and _: "${wrong.Id}"`,
    );
  }
}

/** Runs each entry for itself: what AWS would refuse of one does not touch the others. */
export function forEachEntry<Entry extends { readonly Id: string }, Success extends object>(
  entries: readonly Entry[],
  run: (entry: Entry) => Success,
): BatchResult<Success> {
  const successful: (Success & { Id: string })[] = [];
  const failed: Record<string, unknown>[] = [];
  for (const entry of entries) {
    try {
      successful.push({ ...run(entry), Id: entry.Id });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful: successful, Failed: failed };
}
