import type { messagingApi } from "@line/bot-sdk";
import type { ChatMessage } from "../../line/memory/chat.ts";

/** A bot's message object. The stand-in has checked it against all of LINE's limits before it came here. */
export function botMessageOf(message: ChatMessage): messagingApi.Message {
  // The one place where the checked JSON gets the vendor's type.
  return message.body as messagingApi.Message;
}

export function textOf(message: ChatMessage): string | undefined {
  const { text, displayText } = message.body;
  if (typeof text === "string") return text;
  return typeof displayText === "string" ? displayText : undefined;
}
