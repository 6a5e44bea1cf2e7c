import type { ChatMessage, User } from "../../line/memory/chat.ts";
import type { Bot } from "./line-client.ts";

export interface Chat {
  readonly messages: readonly ChatMessage[];
  /** The bot's loading animation shows. */
  readonly isLoading: boolean;
}

/** What all phones of the page see. */
export interface Talk {
  readonly connection: "starting" | "live" | "lost";
  readonly bot: Bot | undefined;
  readonly boardUrl: string | undefined;
  readonly users: readonly User[];
  readonly chats: Readonly<Record<string, Chat>>;
  /** Counts the times after which some phone may have another menu. */
  readonly menuChanges: number;
}

export const SILENCE: Talk = {
  connection: "starting",
  bot: undefined,
  boardUrl: undefined,
  users: [],
  chats: {},
  menuChanges: 0,
};

const EMPTY: Chat = { messages: [], isLoading: false };

export function chatOf(talk: Talk, userId: string): Chat {
  return talk.chats[userId] ?? EMPTY;
}

function withChat(talk: Talk, userId: string, change: Partial<Chat>): Talk {
  return { ...talk, chats: { ...talk.chats, [userId]: { ...chatOf(talk, userId), ...change } } };
}

function merged(older: readonly ChatMessage[], newer: readonly ChatMessage[]): ChatMessage[] {
  const byId = new Map(older.map((message) => [message.messageId, message]));
  for (const message of newer) byId.set(message.messageId, message);
  // Ids rise with time and differ in length only after centuries.
  return [...byId.values()].toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
}

export function withMessage(talk: Talk, message: ChatMessage): Talk {
  const { messages } = chatOf(talk, message.userId);
  return withChat(talk, message.userId, { messages: merged(messages, [message]) });
}

/** A snapshot, over which goes what was heard while it was on its way. */
export function withSnapshot(
  talk: Talk,
  userId: string,
  snapshot: { messages: readonly ChatMessage[]; heard: readonly ChatMessage[] },
): Talk {
  return withChat(talk, userId, { messages: merged(snapshot.messages, snapshot.heard) });
}

export function withMenuChange(talk: Talk): Talk {
  return { ...talk, menuChanges: talk.menuChanges + 1 };
}

export function withLoading(talk: Talk, userId: string, isLoading: boolean): Talk {
  return withChat(talk, userId, { isLoading });
}

export function withUser(talk: Talk, user: User): Talk {
  const isKnown = talk.users.some((one) => one.userId === user.userId);
  const users = isKnown
    ? talk.users.map((one) => (one.userId === user.userId ? user : one))
    : [...talk.users, user];
  return { ...talk, users };
}
