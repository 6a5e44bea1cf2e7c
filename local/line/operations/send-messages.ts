import { type BotMessage, refuse } from "../checks/parse-messages.ts";
import type { ChatMessage } from "../memory/chat.ts";
import type { Chats } from "../memory/chats.ts";

export interface SentMessage {
  readonly id: string;
  readonly quoteToken?: string;
}

/** A quote token is good only in the chat that it came from. */
export function checkQuotes(messages: readonly BotMessage[], userId: string, chats: Chats): void {
  for (const [index, message] of messages.entries()) {
    const quoteToken = message["quoteToken"];
    if (typeof quoteToken === "string" && !chats.hasQuoteToken(userId, quoteToken))
      refuse([{ message: "Invalid quote token", property: `messages[${index}].quoteToken` }]);
  }
}

/** Puts the bot's messages into the chat; the loading animation ends with them. */
export function sendMessages(
  messages: readonly BotMessage[],
  to: Pick<ChatMessage, "userId" | "via" | "answers">,
  chats: Chats,
): SentMessage[] {
  chats.endLoading(to.userId);
  return messages.map((body) => {
    const { messageId, quoteToken } = chats.add({ ...to, from: "bot", body });
    return { id: messageId, ...(quoteToken !== undefined && { quoteToken }) };
  });
}
