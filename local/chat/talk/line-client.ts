import * as z from "zod";
import type { Action } from "../flex/flex-types.ts";
import { words } from "../words/words.ts";
import { messageSchema, userSchema, type ChatMessage, type User } from "../../line/memory/chat.ts";

const botSchema = z.object({ userId: z.string(), basicId: z.string(), displayName: z.string() });
const chatSchema = z.object({ messages: z.array(messageSchema), loadingMs: z.number() });
const problemSchema = z.object({ message: z.string().optional(), error_description: z.string().optional() });

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The menu below a chat, in pixels of its picture. */
export interface RichMenu {
  readonly richMenuId: string;
  readonly size: Size;
  /** It is open from the beginning. */
  readonly selected: boolean;
  readonly chatBarText: string;
  readonly areas: readonly {
    readonly bounds: Size & { readonly x: number; readonly y: number };
    readonly action: Action;
  }[];
}

const menuSchema: z.ZodType<RichMenu> = z.object({
  richMenuId: z.string(),
  size: z.object({ width: z.number(), height: z.number() }),
  selected: z.boolean(),
  chatBarText: z.string(),
  areas: z.array(
    z.object({
      bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      // The stand-in has checked it against LINE's limits.
      action: z.custom<Action>((value) => z.object({ type: z.string() }).safeParse(value).success),
    }),
  ),
});

export type Bot = z.infer<typeof botSchema>;

/** The phones' side of the LINE stand-in. Every method throws an `Error` that says why in one sentence. */
export class LineClient {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  async bot(): Promise<Bot> {
    return botSchema.parse(await this.#call("/local/bot"));
  }

  async users(): Promise<User[]> {
    return z.object({ users: z.array(userSchema) }).parse(await this.#call("/local/users")).users;
  }

  async chat(userId: string): Promise<{ messages: ChatMessage[]; loadingMs: number }> {
    return chatSchema.parse(await this.#call(`/local/users/${userId}/chat`));
  }

  async createUser(displayName: string, language: string): Promise<User> {
    const body = { displayName, language, follow: true };
    return z.object({ user: userSchema }).parse(await this.#post("/local/users", body)).user;
  }

  async follow(userId: string): Promise<void> {
    await this.#post(`/local/users/${userId}/follow`, {});
  }

  async unfollow(userId: string): Promise<void> {
    await this.#post(`/local/users/${userId}/unfollow`, {});
  }

  async sendText(userId: string, text: string): Promise<void> {
    await this.#post(`/local/users/${userId}/messages/text`, { text });
  }

  async sendSticker(userId: string, sticker: { packageId: string; stickerId: string }): Promise<void> {
    await this.#post(`/local/users/${userId}/messages/sticker`, sticker);
  }

  /** Several pictures are sent as one set. */
  async sendImages(userId: string, images: readonly Blob[]): Promise<void> {
    const form = new FormData();
    for (const [at, image] of images.entries()) form.append("image", image, `${at + 1}`);
    await this.#call(`/local/users/${userId}/messages/images`, { method: "POST", body: form });
  }

  async sendVideo(userId: string, video: Blob): Promise<void> {
    await this.#call(`/local/users/${userId}/messages/video`, { method: "POST", body: video });
  }

  async postback(
    userId: string,
    postback: { data: string; displayText?: string; params?: Record<string, string> },
  ): Promise<void> {
    await this.#post(`/local/users/${userId}/postback`, postback);
  }

  /** The menu below the user's chat, if there is one. */
  async richMenu(userId: string): Promise<RichMenu | undefined> {
    const answer = await this.#call(`/local/users/${userId}/rich-menu`);
    return z.object({ menu: menuSchema.nullable() }).parse(answer).menu ?? undefined;
  }

  richMenuImageUrl(richMenuId: string): string {
    return `${this.origin}/local/rich-menus/${richMenuId}/image`;
  }

  /** A tap on a tab of a menu. */
  async tapTab(userId: string, tab: { richMenuAliasId: string; data: string }): Promise<void> {
    await this.#post(`/local/users/${userId}/rich-menu/tab`, tab);
  }

  async unsend(userId: string, messageId: string): Promise<void> {
    await this.#post(`/local/users/${userId}/messages/${messageId}/unsend`, {});
  }

  /** Where the personal page opens inside LINE, with the guest's credentials. */
  async openLiff(userId: string, url: string): Promise<string> {
    return z.object({ frameUrl: z.url() }).parse(await this.#post("/local/liff/open", { userId, url }))
      .frameUrl;
  }

  contentUrl(messageId: string): string {
    return `${this.origin}/local/content/${messageId}`;
  }

  events(): EventSource {
    return new EventSource(`${this.origin}/local/events`);
  }

  #post(path: string, body: unknown): Promise<unknown> {
    const headers = { "content-type": "application/json" };
    return this.#call(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  async #call(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(this.origin + path, init).catch(() => {
      throw new Error(words.unreachable);
    });
    if (response.ok) return response.json();
    const problem = problemSchema.safeParse(await response.json().catch(() => ({}))).data;
    throw new Error(problem?.message ?? problem?.error_description ?? `${response.status}`);
  }
}
