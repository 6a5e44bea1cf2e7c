import * as z from "zod";

const responseSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Which messages of a batch are done, by the function's answer (`ReportBatchItemFailures`). An answer that cannot be
 * understood, or that names a message which was not in the batch, fails the whole batch: AWS retries all of it.
 */
export function succeeded(messageIds: readonly string[], answer: unknown): readonly string[] {
  const parsed = responseSchema.safeParse(answer ?? {});
  if (!parsed.success) return [];
  const failedIds = new Set(
    (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier),
  );
  if ([...failedIds].some((id) => !messageIds.includes(id))) return [];
  return messageIds.filter((id) => !failedIds.has(id));
}
