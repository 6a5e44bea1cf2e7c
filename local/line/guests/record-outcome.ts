import type { LineState } from "../operations/operation.ts";
import type { WebhookOutcome } from "../webhook/webhook-client.ts";

/** Marks a guest's message as read (LINE does so for bots without a human chat) or as never taken by the bot's server. */
export function recordOutcome({ chats, clock }: LineState, messageId: string, outcome: WebhookOutcome): void {
  const message = chats.message(messageId);
  if (!message || message.readAt !== undefined) return;
  if (outcome.success) chats.change({ ...message, readAt: clock() });
  else chats.change({ ...message, undelivered: `${outcome.reason}: ${outcome.detail}` });
}
