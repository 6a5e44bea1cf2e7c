import type { ChatMessage } from "../memory/chat.ts";
import type { Content } from "../memory/content-store.ts";
import { LineError } from "../wire/line-error.ts";
import type { LineRequest } from "../wire/exchange.ts";
import type { LineState } from "./operation.ts";

export interface StoredContent extends Content {
  readonly message: ChatMessage;
}

/** The bytes of the message that the path names; throws 404 and, for unsent messages, 410. */
export function storedContent(request: LineRequest, { chats, contents }: LineState): StoredContent {
  const messageId = request.params["messageId"] ?? "";
  const message = chats.message(messageId);
  if (message?.unsentAt !== undefined) throw new LineError(410, "The content is gone");
  const content = message && contents.get(messageId);
  if (!content) throw new LineError(404, "not found");
  return { ...content, message };
}
