import type { Clock } from "../../aws/service.ts";
import type { Chats } from "../memory/chats.ts";
import type { ContentStore } from "../memory/content-store.ts";
import type { Quota } from "../memory/quota.ts";
import type { ReplyTokens } from "../memory/reply-tokens.ts";
import type { RetryKeys } from "../memory/retry-keys.ts";
import type { RichMenus } from "../rich-menus/rich-menus.ts";
import type { WebhookEndpoint } from "../webhook/webhook-endpoint.ts";
import type { LineRequest, LineResponse } from "../wire/exchange.ts";

export interface Bot {
  /** `U` and 32 hexadecimal digits; the `destination` of webhooks. */
  readonly userId: string;
  /** `@` and some letters, by which people find the bot. */
  readonly basicId: string;
  readonly displayName: string;
}

/** What the operations work on. */
export interface LineState {
  readonly clock: Clock;
  readonly bot: Bot;
  readonly chats: Chats;
  readonly contents: ContentStore;
  readonly tokens: ReplyTokens;
  readonly quota: Quota;
  readonly retryKeys: RetryKeys;
  readonly richMenus: RichMenus;
  readonly endpoint: WebhookEndpoint;
}

/** Answers one call or throws a `LineError`. */
export type Operation = (
  request: LineRequest,
  state: LineState,
  requestId: string,
) => LineResponse | Promise<LineResponse>;
