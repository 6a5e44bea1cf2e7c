import { randomBytes } from "node:crypto";
import type { Clock } from "../../aws/service.ts";
import type { ChatMessage, User } from "../memory/chat.ts";
import type { Chats } from "../memory/chats.ts";
import type { ContentStore } from "../memory/content-store.ts";
import type { ReplyTokens } from "../memory/reply-tokens.ts";
import type { Deliveries } from "../webhook/deliveries.ts";
import { ulid } from "../webhook/ulid.ts";
import type { WebhookSettings } from "../webhook/webhook-settings.ts";
import { LineError } from "../wire/line-error.ts";
import { shuffled } from "./shuffled.ts";
import { takeBack } from "./take-back.ts";

export interface GuestPorts {
  readonly clock: Clock;
  readonly chats: Chats;
  readonly contents: ContentStore;
  readonly tokens: ReplyTokens;
  readonly deliveries: Deliveries;
  readonly settings: WebhookSettings;
}

export interface NewUser {
  readonly displayName: string;
  readonly language?: string | undefined;
  readonly pictureUrl?: string | undefined;
  /** Default: a new one. */
  readonly userId?: string | undefined;
}

interface NewEvent {
  readonly type: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly isRepliable: boolean;
  /** When it happened, milliseconds since the epoch; default: now. */
  readonly at?: number;
}

/** What people do with LINE on their phones; every act becomes an entry of the chat and a webhook event. */
export class GuestActions {
  readonly #ports: GuestPorts;

  constructor(ports: GuestPorts) {
    this.#ports = ports;
  }

  /** A person with LINE who does not know the bot yet. Throws a `LineError` 409 if the id is taken. */
  create(user: NewUser): User {
    const { chats, clock } = this.#ports;
    const userId = user.userId ?? `U${randomBytes(16).toString("hex")}`;
    if (chats.user(userId)) throw new LineError(409, `The user ${userId} exists`);
    return chats.saveUser({ ...user, userId, friendship: "none", hasWritten: false, createdAt: clock() });
  }

  follow(userId: string): ChatMessage {
    const user = this.#user(userId);
    this.#ports.chats.saveUser({ ...user, friendship: "friend" });
    const follow = { isUnblocked: user.friendship === "blocked" };
    return this.#tell(
      user,
      { type: "notice", notice: "follow" },
      {
        type: "follow",
        members: { follow },
        isRepliable: true,
      },
    );
  }

  /** Blocks the bot. */
  unfollow(userId: string): ChatMessage {
    const user = this.#user(userId);
    this.#ports.chats.saveUser({ ...user, friendship: "blocked" });
    return this.#tell(
      user,
      { type: "notice", notice: "unfollow" },
      {
        type: "unfollow",
        members: {},
        isRepliable: false,
      },
    );
  }

  sendText(userId: string, text: string): ChatMessage {
    return this.#sendMessage(userId, { type: "text", text });
  }

  sendSticker(userId: string, sticker: { packageId: string; stickerId: string }): ChatMessage {
    return this.#sendMessage(userId, { type: "sticker", stickerResourceType: "STATIC", ...sticker });
  }

  sendVideo(userId: string, bytes: Buffer, durationMs?: number): ChatMessage {
    const duration = durationMs === undefined ? {} : { duration: durationMs };
    return this.#sendMessage(
      userId,
      { type: "video", ...duration, contentProvider: { type: "line" } },
      bytes,
    );
  }

  sendFile(userId: string, bytes: Buffer, fileName: string): ChatMessage {
    return this.#sendMessage(userId, { type: "file", fileName, fileSize: bytes.length }, bytes);
  }

  /**
   * One picture, or several sent at once: then each carries the set, and their events arrive in any order. Senders
   * with an old LINE leave out `index` and `total` (`isOldPhone`).
   */
  sendImages(userId: string, images: readonly Buffer[], { isOldPhone = false } = {}): ChatMessage[] {
    const id = randomBytes(32).toString("hex").toUpperCase();
    const bodies = images.map((_, at) => {
      const counted = isOldPhone ? {} : { index: at + 1, total: images.length };
      return images.length === 1 ? {} : { imageSet: { id, ...counted } };
    });
    const send: (() => void)[] = [];
    const messages = images.map((bytes, at) => {
      const body = { type: "image", contentProvider: { type: "line" }, ...bodies[at] };
      return this.#sendMessage(userId, body, bytes, (event) => send.push(event));
    });
    for (const event of shuffled(send)) event();
    return messages;
  }

  /** A tap on a postback action; `displayText` appears as if the guest had written it. */
  postback(
    userId: string,
    postback: { data: string; displayText?: string; params?: Record<string, string> },
  ): ChatMessage {
    const { data, displayText, params } = postback;
    const event = {
      type: "postback",
      members: { postback: { data, ...(params && { params }) } },
      isRepliable: true,
    };
    const shown = displayText === undefined ? {} : { displayText };
    return this.#tell(this.#writer(userId), { type: "postback", data, ...shown }, event);
  }

  /** Takes a message back: its content is gone for everybody. */
  unsend(userId: string, messageId: string): ChatMessage {
    const message = this.#ports.chats.message(messageId);
    if (!message || message.userId !== userId || message.from !== "guest")
      throw new LineError(404, `The user ${userId} sent no message ${messageId}`);
    if (message.unsentAt !== undefined)
      throw new LineError(409, `The message ${messageId} was unsent before`);
    // The event first, which is kept: who dies in between finishes by it.
    this.#send(message, { type: "unsend", members: { unsend: { messageId } }, isRepliable: false });
    return takeBack(this.#ports, message);
  }

  #user(userId: string): User {
    const user = this.#ports.chats.user(userId);
    if (!user) throw new LineError(404, `There is no user ${userId}`);
    return user;
  }

  #writer(userId: string): User {
    const user = this.#user(userId);
    if (user.friendship === "blocked") throw new LineError(409, `${user.displayName} has blocked the bot`);
    return user.hasWritten ? user : this.#ports.chats.saveUser({ ...user, hasWritten: true });
  }

  #sendMessage(
    userId: string,
    body: ChatMessage["body"],
    bytes?: Buffer,
    later: (send: () => void) => unknown = (send) => send(),
  ): ChatMessage {
    const { chats, contents } = this.#ports;
    const user = this.#writer(userId);
    const messageId = chats.nextId();
    // The bytes first: a bot that asks for the content at once must find it.
    if (bytes) contents.put(messageId, bytes);
    const message = chats.add({ messageId, userId: user.userId, from: "guest", body });
    const quote = message.quoteToken === undefined ? {} : { quoteToken: message.quoteToken };
    const members = { message: { ...body, id: messageId, ...quote } };
    // However late the event is on its way, it tells when the guest sent the message.
    const at = message.sentAt;
    later(() => this.#send(message, { type: "message", members, isRepliable: true, at }));
    return message;
  }

  #tell(user: User, body: ChatMessage["body"], event: NewEvent): ChatMessage {
    const message = this.#ports.chats.add({ userId: user.userId, from: "guest", body });
    this.#send(message, event);
    return message;
  }

  #send(message: ChatMessage, { type, members, isRepliable, at = this.#ports.clock() }: NewEvent): void {
    const { deliveries, settings, tokens } = this.#ports;
    const { messageId, userId } = message;
    const isActive = settings.mode === "active";
    const replyToken = isRepliable && isActive ? { replyToken: tokens.issue(userId, messageId) } : {};
    const common = {
      mode: settings.mode,
      timestamp: at,
      source: { type: "user", userId },
      webhookEventId: ulid(at),
    };
    deliveries.send({ messageId, ...replyToken, event: { type, ...common, ...replyToken, ...members } });
  }
}
