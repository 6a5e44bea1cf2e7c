import type { ChatMessage } from "../../line/memory/chat.ts";

/** One row of the chat. */
export type Entry =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "note"; readonly key: string; readonly message: ChatMessage }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly message: ChatMessage;
      /** The first of several in a row by the same side carries the picture of who speaks. */
      readonly isFirst: boolean;
    }
  | {
      readonly kind: "set";
      readonly key: string;
      readonly messages: readonly ChatMessage[];
      readonly isFirst: boolean;
    };

/** The id of the set that a picture was sent in. */
export function imageSetOf({ body }: ChatMessage): string | undefined {
  const set = body["imageSet"];
  return typeof set === "object" && set !== null && "id" in set ? String(set.id) : undefined;
}

function isNote(message: ChatMessage): boolean {
  return message.unsentAt !== undefined || message.body.type === "notice";
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

function isSilentPostback({ body }: ChatMessage): boolean {
  return body.type === "postback" && body["displayText"] === undefined;
}

function entryOf(message: ChatMessage, isFirst: boolean): Entry {
  const key = message.messageId;
  if (isNote(message)) return { kind: "note", key, message };
  if (imageSetOf(message) === undefined) return { kind: "message", key, message, isFirst };
  return { kind: "set", key, messages: [message], isFirst };
}

/** The set that stands last with the message added, if it belongs there. */
function grown(last: Entry | undefined, message: ChatMessage): Entry | undefined {
  if (last?.kind !== "set" || isNote(message)) return undefined;
  const [first] = last.messages;
  const isSame = first !== undefined && imageSetOf(first) === imageSetOf(message);
  return isSame ? { ...last, messages: [...last.messages, message] } : undefined;
}

/** Groups messages into days, and pictures that were sent at once into one row. Silent postbacks leave no trace. */
export function entriesOf(messages: readonly ChatMessage[]): Entry[] {
  const entries: Entry[] = [];
  let before: ChatMessage | undefined;
  for (const message of messages.filter((one) => !isSilentPostback(one))) {
    if (!before || dayOf(before.sentAt) !== dayOf(message.sentAt))
      entries.push({ kind: "day", key: `day ${dayOf(message.sentAt)}`, at: message.sentAt });
    const last = entries.at(-1);
    const set = grown(last, message);
    const isFirst = last?.kind === "day" || last?.kind === "note" || before?.from !== message.from;
    if (set) entries[entries.length - 1] = set;
    else entries.push(entryOf(message, isFirst));
    before = message;
  }
  return entries;
}
