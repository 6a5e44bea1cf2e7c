import * as z from "zod";
import { Fault } from "../shared/fault.ts";
import type { QueueMessage } from "../shared/queue-message.ts";

const id = z.string().min(1);
const messageShape: z.ZodType<QueueMessage> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("line-event"), event: z.unknown() }),
  z.object({ kind: z.literal("remind"), event: z.unknown() }),
  z.object({ kind: z.literal("close-set"), event: z.unknown() }),
  z.object({ kind: z.literal("untold"), eventId: id, guestId: id, photoId: id }),
  z.object({ kind: z.literal("settle"), eventId: id, guestId: id }),
  z.object({ kind: z.literal("speak"), eventId: id, guestId: id }),
  z.object({ kind: z.literal("withdraw"), eventId: id, guestId: id, photoId: id }),
  z.object({ kind: z.literal("erase"), eventId: id, guestId: id, orderedAt: z.number() }),
  z.object({ kind: z.literal("recheck"), eventId: id, guestId: id, photoId: id }),
  z.object({
    kind: z.literal("pack"),
    eventId: id,
    guestId: id,
    archiveId: id,
    formerId: id.exactOptional(),
  }),
  z.object({ kind: z.literal("ladder"), eventId: id }),
  z.object({ kind: z.literal("end-event"), eventId: id, jobId: id, version: z.int() }),
  z.object({ kind: z.literal("recompute"), eventId: id, jobId: id, version: z.int() }),
]);

/** Fault `message-malformed`: nobody but us writes into the queues. */
export function parseQueueMessage(body: string): QueueMessage {
  try {
    return messageShape.parse(JSON.parse(body));
  } catch (error) {
    throw new Fault("message-malformed", error);
  }
}
