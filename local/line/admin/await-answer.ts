import type { ChatMessage } from "../memory/chat.ts";
import type { LineRequest } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { AdminPorts } from "./admin-ports.ts";

const DEFAULT_WAIT_MS = 30_000;
const MAX_WAIT_MS = 300_000;
// A reply's messages enter the chat one after another in the same turn of the event loop.
const SAME_TURN_MS = 0;

export interface Answer {
  readonly answered: boolean;
  readonly messages: readonly ChatMessage[];
  /** Why the bot's server never took the webhook. */
  readonly undelivered?: string;
}

/** Of a picture that was sent together with others. */
export function imageSetIdOf(message: ChatMessage | undefined): unknown {
  const imageSet = message?.body["imageSet"];
  return typeof imageSet === "object" && imageSet !== null && "id" in imageSet ? imageSet.id : undefined;
}

/** Replies to the message or to another picture of its set, and pushes that came after it. */
function answersTo(asked: ChatMessage, { state }: AdminPorts): ChatMessage[] {
  return state.chats.messagesOf(asked.userId).filter((message) => {
    if (message.from !== "bot") return false;
    if (message.via === "push") return BigInt(message.messageId) > BigInt(asked.messageId);
    if (message.answers === asked.messageId) return true;
    const set = imageSetIdOf(asked);
    return (
      set !== undefined &&
      message.answers !== undefined &&
      imageSetIdOf(state.chats.message(message.answers)) === set
    );
  });
}

function current(asked: ChatMessage, ports: AdminPorts): Answer | undefined {
  const messages = answersTo(asked, ports);
  if (messages.length > 0) return { answered: true, messages };
  const undelivered = ports.state.chats.message(asked.messageId)?.undelivered;
  return undelivered === undefined ? undefined : { answered: false, messages: [], undelivered };
}

/** Waits for the bot's answer to a guest's message, at most `timeoutMs` of the query (default 30 s, at most 5 min). */
export async function awaitAnswer(request: LineRequest, ports: AdminPorts): Promise<Answer> {
  const { userId, messageId } = request.params;
  const asked = ports.state.chats.message(messageId ?? "");
  if (!asked || asked.userId !== userId || asked.from !== "guest")
    throw new LineError(404, `The user ${userId} sent no message ${messageId}`);
  const timeoutMs = Number(request.query.get("timeoutMs") ?? DEFAULT_WAIT_MS);
  if (!(timeoutMs >= 0 && timeoutMs <= MAX_WAIT_MS))
    throw new LineError(400, `timeoutMs must be between 0 and ${MAX_WAIT_MS}`);
  return current(asked, ports) ?? nextAnswer(asked, ports, timeoutMs);
}

function nextAnswer(asked: ChatMessage, ports: AdminPorts, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(current(asked, ports) ?? { answered: false, messages: [] });
    };
    const timer = setTimeout(finish, timeoutMs);
    const stop = ports.feed.subscribe((change) => {
      if (change.type === "message" && change.message.userId === asked.userId && current(asked, ports))
        setTimeout(finish, SAME_TURN_MS);
    });
  });
}
