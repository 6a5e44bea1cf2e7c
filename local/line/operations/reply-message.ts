import { type ErrorDetail, LineError } from "../wire/line-error.ts";
import { flag, need, shape, text } from "../checks/check.ts";
import { parseMessages, refuse } from "../checks/parse-messages.ts";
import { Place } from "../checks/place.ts";
import { ok } from "../wire/exchange.ts";
import { parseJson } from "../wire/parse-json.ts";
import type { Operation } from "./operation.ts";
import { checkQuotes, sendMessages } from "./send-messages.ts";

const envelope = shape({ replyToken: need(text(500)), notificationDisabled: flag, messages: () => {} });

/** `POST /v2/bot/message/reply`. A refused call leaves the token usable: LINE sent nothing. */
export const replyMessage: Operation = (request, { chats, tokens }) => {
  if (request.headers["x-line-retry-key"] !== undefined)
    throw new LineError(400, "The retry key is not supported by this API");
  const body = parseJson(request.body);
  const issues: ErrorDetail[] = [];
  envelope(body, Place.request(issues));
  if (issues.length > 0) refuse(issues);
  const messages = parseMessages(body);
  const token = tokens.find(String(body["replyToken"]));
  checkQuotes(messages, token.userId, chats);
  tokens.use(token);
  if (chats.user(token.userId)?.friendship === "blocked") return ok({ sentMessages: [] });
  const to = { userId: token.userId, via: "reply", answers: token.messageId } as const;
  return ok({ sentMessages: sendMessages(messages, to, chats) });
};
