import * as z from "zod";

/** An event as it stands in a webhook, without `deliveryContext`, which differs from attempt to attempt. */
export const pendingEventSchema = z.object({
  /** The guest's message in the chat that the event tells of. */
  messageId: z.string(),
  replyToken: z.string().optional(),
  event: z.looseObject({ type: z.string(), webhookEventId: z.string() }),
});

export type PendingEvent = z.infer<typeof pendingEventSchema>;
