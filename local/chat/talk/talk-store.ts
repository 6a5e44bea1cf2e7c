import * as z from "zod";
import { messageSchema, userSchema, type ChatMessage } from "../../line/memory/chat.ts";
import { LineClient } from "./line-client.ts";
import { fetchEndpoints } from "./surroundings.ts";
import {
  SILENCE,
  type Talk,
  withLoading,
  withMenuChange,
  withMessage,
  withSnapshot,
  withUser,
} from "./talk.ts";

const RECONNECT_MS = 1_000;

const heardUser = z.object({ user: userSchema });
const heardMessage = z.object({ message: messageSchema });
const heardLoading = z.object({ userId: z.string(), remainingMs: z.number() });

/**
 * Keeps the page in step with the LINE stand-in by one event stream for all phones. After every (re)connection the
 * open chats are read anew, so nothing that happened meanwhile is missed; the stand-in may come back elsewhere.
 */
export class TalkStore {
  #talk = SILENCE;
  #client: LineClient | undefined;
  #stream: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #loadingEnds = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #open = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #heard = new Map<string, ChatMessage[]>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Talk => this.#talk;

  /** Throws while the stand-in has not been found. */
  get client(): LineClient {
    if (!this.#client) throw new Error("LINE is not reachable yet");
    return this.#client;
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.#stream?.close();
  }

  /** Keeps a user's chat up to date until the returned function is called. */
  watch(userId: string): () => void {
    this.#open.set(userId, (this.#open.get(userId) ?? 0) + 1);
    if (this.#talk.connection === "live") void this.#load(userId);
    return () => {
      const left = (this.#open.get(userId) ?? 1) - 1;
      if (left > 0) this.#open.set(userId, left);
      else this.#open.delete(userId);
    };
  }

  #change(talk: Talk): void {
    this.#talk = talk;
    for (const listener of this.#listeners) listener();
  }

  async #connect(): Promise<void> {
    try {
      const { lineApiUrl, boardUrl } = await fetchEndpoints();
      this.#client = new LineClient(lineApiUrl);
      this.#change({ ...this.#talk, boardUrl });
      this.#listen(this.#client);
    } catch {
      // The stack is not up (yet): the page shows it and asks again.
      this.#lose();
    }
  }

  #listen(client: LineClient): void {
    const stream = client.events();
    this.#stream = stream;
    stream.addEventListener("ready", () => void this.#refresh(client));
    stream.addEventListener("error", () => this.#lose());
    const hear = <T>(type: string, schema: z.ZodType<T>, take: (heard: T) => void) =>
      stream.addEventListener(type, (event) => take(schema.parse(JSON.parse(String(event.data)))));
    hear("user", heardUser, ({ user }) => this.#change(withUser(this.#talk, user)));
    hear("message", heardMessage, ({ message }) => {
      this.#heard.get(message.userId)?.push(message);
      this.#change(withMessage(this.#talk, message));
    });
    hear("loading", heardLoading, ({ userId, remainingMs }) => this.#showLoading(userId, remainingMs));
    hear("rich-menus", z.unknown(), () => this.#change(withMenuChange(this.#talk)));
  }

  #showLoading(userId: string, remainingMs: number): void {
    clearTimeout(this.#loadingEnds.get(userId));
    this.#change(withLoading(this.#talk, userId, remainingMs > 0));
    if (remainingMs > 0)
      this.#loadingEnds.set(
        userId,
        setTimeout(() => this.#showLoading(userId, 0), remainingMs),
      );
  }

  #lose(): void {
    this.#stream?.close();
    const connection = this.#talk.connection === "starting" ? "starting" : "lost";
    this.#change({ ...this.#talk, connection });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(), RECONNECT_MS);
  }

  async #refresh(client: LineClient): Promise<void> {
    try {
      const [bot, users] = await Promise.all([client.bot(), client.users()]);
      this.#change(withMenuChange({ ...this.#talk, bot, users, connection: "live" }));
      await Promise.all([...this.#open.keys()].map((userId) => this.#load(userId)));
    } catch {
      this.#lose();
    }
  }

  async #load(userId: string): Promise<void> {
    const heard: ChatMessage[] = [];
    this.#heard.set(userId, heard);
    try {
      const { messages, loadingMs } = await this.client.chat(userId);
      this.#change(withSnapshot(this.#talk, userId, { messages, heard }));
      this.#showLoading(userId, loadingMs);
    } catch {
      // A guest of an older, wiped stack: the phone shows the choice of guests instead.
    } finally {
      if (this.#heard.get(userId) === heard) this.#heard.delete(userId);
    }
  }
}
