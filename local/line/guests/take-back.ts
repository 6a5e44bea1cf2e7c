import type { ChatMessage } from "../memory/chat.ts";
import type { LineState } from "../operations/operation.ts";

/** Everything of an unsend but its event. Can be repeated, by a later process too. */
export function takeBack(
  { chats, contents, clock }: Pick<LineState, "chats" | "contents" | "clock">,
  { quoteToken: _gone, ...message }: ChatMessage,
): ChatMessage {
  const { unsentAt = clock() } = message;
  const changed = chats.change({ ...message, body: { type: message.body.type }, unsentAt });
  contents.delete(message.messageId);
  return changed;
}
