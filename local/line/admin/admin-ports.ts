import type { RateLimiter } from "../api/rate-limiter.ts";
import type { GuestActions } from "../guests/guest-actions.ts";
import type { LiveFeed } from "../memory/live-feed.ts";
import type { LineState } from "../operations/operation.ts";
import type { WebhookSettings } from "../webhook/webhook-settings.ts";

export interface AdminPorts {
  readonly state: LineState;
  readonly guests: GuestActions;
  readonly feed: LiveFeed;
  readonly rateLimiter: RateLimiter;
  readonly settings: WebhookSettings;
}
