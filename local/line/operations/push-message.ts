import { flag, list, need, pattern, shape, text } from "../checks/check.ts";
import { type BotMessage, parseMessages, refuse } from "../checks/parse-messages.ts";
import { Place } from "../checks/place.ts";
import { ok } from "../wire/exchange.ts";
import { type ErrorDetail, LineError, unsupported } from "../wire/line-error.ts";
import { parseJson } from "../wire/parse-json.ts";
import type { LineState, Operation } from "./operation.ts";
import { checkQuotes, sendMessages, type SentMessage } from "./send-messages.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

const envelope = shape({
  to: need(pattern(/^[UCR][0-9a-f]{32}$/u)),
  notificationDisabled: flag,
  customAggregationUnits: list(0, 1, text(30)),
  messages: () => {},
});

/** `POST /v2/bot/message/push`: costs one message of the month per recipient. */
export const pushMessage: Operation = (request, state, requestId) => {
  const { chats, quota, retryKeys } = state;
  const key = retryKey(request.headers);
  const accepted = key === undefined ? undefined : retryKeys.find(key);
  if (accepted)
    throw new LineError(409, "The retry key is already accepted", {
      headers: { "x-line-accepted-request-id": accepted.requestId },
      members: { sentMessages: accepted.sentMessages },
    });
  const body = parseJson(request.body);
  const issues: ErrorDetail[] = [];
  envelope(body, Place.request(issues));
  if (issues.length > 0) refuse(issues);
  const messages = parseMessages(body);
  const userId = String(body["to"]);
  if (!userId.startsWith("U")) throw unsupported("Pushing to a group or room");
  checkQuotes(messages, userId, chats);
  quota.checkLeft();
  const sentMessages = deliver(messages, userId, state);
  if (key !== undefined) retryKeys.accept(key, { requestId, sentMessages });
  return ok({ sentMessages });
};

function retryKey(headers: Readonly<Record<string, string>>): string | undefined {
  const key = headers["x-line-retry-key"];
  if (key !== undefined && !UUID.test(key)) throw new LineError(400, "The retry key must be a UUID");
  return key;
}

/** A user who blocked the bot, or never met it, gets nothing and costs nothing; LINE answers 200 all the same. */
function deliver(
  messages: readonly BotMessage[],
  userId: string,
  { chats, quota }: LineState,
): SentMessage[] {
  const user = chats.user(userId);
  if (!user) throw new LineError(400, "Failed to send messages");
  if (user.friendship === "blocked" || (user.friendship === "none" && !user.hasWritten))
    return messages.map(() => ({ id: chats.nextId() }));
  quota.spend(1);
  return sendMessages(messages, { userId, via: "push" }, chats);
}
