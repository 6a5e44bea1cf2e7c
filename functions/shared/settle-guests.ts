import { describeError } from "./fault.ts";
import { log } from "./log.ts";
import type { WorkQueue } from "./ports/work-queue.ts";

/** Until a function that orders something (10 s) and the last call that it made (30 s) have ended, whatever happened to them. */
export const NET_DELAY_SECONDS = 40;

/**
 * Has guests brought in line with what is decided in `decide`: a message is on its way before anything is decided, so that
 * a function that falls over is repaired; and another one afterwards, for now.
 */
export async function settleGuests<T>(
  { orderQueue }: { readonly orderQueue: WorkQueue },
  eventId: string,
  guestIds: readonly string[],
  decide: () => Promise<T>,
): Promise<T> {
  const messages = [...new Set(guestIds)].map((guestId) => ({ kind: "settle", eventId, guestId }) as const);
  await orderQueue.sendAll(messages, NET_DELAY_SECONDS);
  const decided = await decide();
  try {
    await orderQueue.sendAll(messages, 0);
  } catch (error) {
    log.warn("settle-later", { guests: messages.length, ...describeError(error) });
  }
  return decided;
}
