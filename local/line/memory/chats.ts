import { randomBytes } from "node:crypto";
import type { Clock } from "../../aws/service.ts";
import type { ChatMessage, User } from "./chat.ts";
import type { LiveFeed } from "./live-feed.ts";
import { MessageIds } from "./message-ids.ts";
import type { Shelf } from "./shelf.ts";

// The kinds of messages that LINE lets somebody quote.
const QUOTABLE = new Set(["text", "sticker", "image", "video", "template", "flex"]);

/** Users and what they and the bot wrote. Every change goes to the feed. */
export class Chats {
  readonly #users: Shelf<User>;
  readonly #messages: Shelf<ChatMessage>;
  readonly #byUser = new Map<string, string[]>();
  readonly #feed: LiveFeed;
  readonly #clock: Clock;
  readonly #ids: MessageIds;
  readonly #loadingUntil = new Map<string, number>();

  constructor(users: Shelf<User>, messages: Shelf<ChatMessage>, feed: LiveFeed, clock: Clock) {
    this.#users = users;
    this.#messages = messages;
    this.#feed = feed;
    this.#clock = clock;
    const known = messages.values();
    for (const message of known) this.#index(message);
    this.#ids = new MessageIds(known.map((message) => message.messageId));
  }

  users(): User[] {
    return this.#users.values();
  }

  user(userId: string): User | undefined {
    return this.#users.get(userId);
  }

  saveUser(user: User): User {
    this.#users.set(user.userId, user);
    this.#feed.publish({ type: "user", user });
    return user;
  }

  message(messageId: string): ChatMessage | undefined {
    return this.#messages.get(messageId);
  }

  /** All messages of a user's chat, oldest first. */
  messagesOf(userId: string): ChatMessage[] {
    return (this.#byUser.get(userId) ?? []).flatMap((id) => this.#messages.get(id) ?? []);
  }

  nextId(): string {
    return this.#ids.next(this.#clock());
  }

  add(
    message: Omit<ChatMessage, "messageId" | "sentAt" | "quoteToken"> & { messageId?: string },
  ): ChatMessage {
    const quoteToken = QUOTABLE.has(message.body.type)
      ? { quoteToken: randomBytes(24).toString("base64url") }
      : {};
    const entry = { messageId: this.nextId(), ...message, sentAt: this.#clock(), ...quoteToken };
    this.#index(entry);
    return this.change(entry);
  }

  change(message: ChatMessage): ChatMessage {
    this.#messages.set(message.messageId, message);
    this.#feed.publish({ type: "message", message });
    return message;
  }

  hasQuoteToken(userId: string, quoteToken: string): boolean {
    return this.messagesOf(userId).some((message) => message.quoteToken === quoteToken);
  }

  showLoading(userId: string, durationMs: number): void {
    this.#loadingUntil.set(userId, this.#clock() + durationMs);
    this.#feed.publish({ type: "loading", userId, remainingMs: durationMs });
  }

  endLoading(userId: string): void {
    if (this.#loadingUntil.delete(userId)) this.#feed.publish({ type: "loading", userId, remainingMs: 0 });
  }

  loadingMs(userId: string): number {
    return Math.max(0, (this.#loadingUntil.get(userId) ?? 0) - this.#clock());
  }

  #index(message: ChatMessage): void {
    const ids = this.#byUser.get(message.userId) ?? [];
    ids.push(message.messageId);
    this.#byUser.set(message.userId, ids);
  }
}
