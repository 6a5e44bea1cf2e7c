import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../aws/service.ts";
import { Faults } from "../faults/faults.ts";
import type { Disk } from "../faults/disk.ts";
import { AdminApi } from "./admin/admin-api.ts";
import { MessagingApi, operationNames } from "./api/messaging-api.ts";
import { RateLimiter } from "./api/rate-limiter.ts";
import { LineDoor } from "./api/line-door.ts";
import { GuestActions } from "./guests/guest-actions.ts";
import type { User } from "./memory/chat.ts";
import { Chats } from "./memory/chats.ts";
import { LiveFeed } from "./memory/live-feed.ts";
import { type Memory, openMemory } from "./memory/open-memory.ts";
import { Quota } from "./memory/quota.ts";
import { ReplyTokens } from "./memory/reply-tokens.ts";
import { RetryKeys } from "./memory/retry-keys.ts";
import type { Bot, LineState } from "./operations/operation.ts";
import { RichMenus } from "./rich-menus/rich-menus.ts";
import { takeBack } from "./guests/take-back.ts";
import { recordOutcome } from "./guests/record-outcome.ts";
import { Deliveries } from "./webhook/deliveries.ts";
import type { WebhookOutcome } from "./webhook/webhook-client.ts";
import { WebhookEndpoint } from "./webhook/webhook-endpoint.ts";
import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "./webhook/webhook-settings.ts";

export interface LineOptions {
  /** Windows of tokens, limits and quotas, and all time stamps, follow it. */
  readonly clock: Clock;
  /** Where chats, pictures and undelivered events are kept; without it they end with the process. */
  readonly directory?: string;
  /** The disk with that directory; one that is never full when left out. */
  readonly disk?: Disk;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  /** Asked before every webhook. */
  readonly webhookUrl: () => string;
  readonly botName: string;
  /** Messages that may be pushed in a month; without it there is no limit. */
  readonly monthlyQuota?: number;
  readonly webhooks?: Partial<WebhookSettings>;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
}

/** The Messaging API of LINE on this machine, and the phones of its users. */
export interface Line {
  readonly bot: Bot;
  readonly guests: GuestActions;
  readonly chats: Chats;
  /** The same people, as LINE Login knows them. */
  readonly users: Accounts;
  readonly faults: Faults;
  readonly rateLimiter: RateLimiter;
  readonly quota: Quota;
  /** Changeable while running. */
  readonly webhooks: WebhookSettings;
  /** Answers a request of api.line.me, api-data.line.me or the admin API; false: the path is somebody else's, nothing was written. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** The same as a server's only listener: other paths get 404. */
  readonly requestListener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Sends these very bytes to the bot; without `signature` rightly signed, with null unsigned. */
  sendWebhook(
    body: Buffer | string,
    options?: { readonly signature?: string | null },
  ): Promise<WebhookOutcome>;
  /** Ends all reply tokens before their time; returns how many were usable. */
  expireReplyTokens(): number;
  /** Delivers what an older process could not; call it when the bot can be reached. */
  resume(): void;
  /** Resolves when no webhook is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface Account {
  readonly userId: string;
  readonly displayName: string;
  readonly pictureUrl?: string;
  readonly isFriend: boolean;
}

export interface Accounts {
  find(userId: string): Account | undefined;
  list(): Account[];
}

function accountsOf(chats: Chats): Accounts {
  const accountOf = ({ userId, displayName, pictureUrl, friendship }: User): Account => ({
    userId,
    displayName,
    ...(pictureUrl !== undefined && { pictureUrl }),
    isFriend: friendship === "friend",
  });
  return {
    find: (userId) => {
      const user = chats.user(userId);
      return user && accountOf(user);
    },
    list: () => chats.users().map(accountOf),
  };
}

function botOf({ channelSecret, botName }: LineOptions): Bot {
  const digest = createHash("sha256").update(channelSecret).digest("hex");
  return { userId: `U${digest.slice(0, 32)}`, basicId: `@${digest.slice(32, 40)}`, displayName: botName };
}

function stateOf(options: LineOptions, memory: Memory, feed: LiveFeed, settings: WebhookSettings): LineState {
  const { clock, channelSecret, monthlyQuota, webhookUrl } = options;
  const bot = botOf(options);
  return {
    clock,
    bot,
    chats: new Chats(memory.users, memory.messages, feed, clock),
    contents: memory.contents,
    tokens: new ReplyTokens(memory.tokens, clock),
    quota: new Quota(monthlyQuota, memory.spent, clock),
    retryKeys: new RetryKeys(memory.acceptedPushes, clock),
    richMenus: new RichMenus(memory.richMenus, feed),
    endpoint: new WebhookEndpoint({
      channelSecret,
      destination: bot.userId,
      settings,
      configuredUrl: webhookUrl,
    }),
  };
}

/** An older process may have died between the event of an unsend and the rest of it. */
function finishUnsends(state: LineState, { pendingEvents }: Memory): void {
  for (const { event, messageId } of pendingEvents.values()) {
    const message = event.type === "unsend" ? state.chats.message(messageId) : undefined;
    if (message !== undefined) takeBack(state, message);
  }
}

/** Opens the stand-in; it listens nowhere by itself. Throws when `directory` holds something that is not ours. */
export function createLine(options: LineOptions): Line {
  const { channelAccessToken, channelSecret, clock, faults = new Faults() } = options;
  faults.declare("line", operationNames());
  const settings: WebhookSettings = { ...DEFAULT_WEBHOOK_SETTINGS, ...options.webhooks };
  const memory = openMemory(options.directory, clock, options.disk);
  const feed = new LiveFeed();
  const state = stateOf(options, memory, feed, settings);
  const deliveries = new Deliveries({
    channelSecret,
    destination: state.bot.userId,
    settings,
    faults,
    pending: memory.pendingEvents,
    url: () => state.endpoint.url(),
    sending: ({ replyToken }) => replyToken !== undefined && state.tokens.delivered(replyToken),
    settled: (pending, outcome) => recordOutcome(state, pending.messageId, outcome),
  });
  const guests = new GuestActions({ ...state, deliveries, settings });
  const rateLimiter = new RateLimiter(clock);
  const admin = new AdminApi({ state, guests, feed, rateLimiter, settings });
  const door = new LineDoor(new MessagingApi({ state, channelAccessToken, faults, rateLimiter }), admin);
  return {
    bot: state.bot,
    guests,
    chats: state.chats,
    users: accountsOf(state.chats),
    faults,
    rateLimiter,
    quota: state.quota,
    webhooks: settings,
    handle: (request, response) => door.handle(request, response),
    requestListener: (request, response) => void door.listen(request, response),
    sendWebhook: (body, { signature } = {}) => state.endpoint.sendRaw(body, signature),
    expireReplyTokens: () => state.tokens.expireAll(),
    resume: () => {
      finishUnsends(state, memory);
      deliveries.resume();
    },
    idle: () => deliveries.idle(),
    close: async () => {
      admin.close();
      await deliveries.close();
      memory.close();
    },
  };
}
