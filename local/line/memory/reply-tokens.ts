import { randomBytes } from "node:crypto";
import type { Clock } from "../../aws/service.ts";
import { LineError } from "../wire/line-error.ts";
import type { ReplyToken } from "./chat.ts";
import type { Shelf } from "./shelf.ts";

const USABLE_MS = 60_000;
const REDELIVERED_USABLE_MS = 20 * 60_000;

export function isTokenWorthKeeping(token: ReplyToken, now: number): boolean {
  return now - token.eventAt <= REDELIVERED_USABLE_MS;
}

/** Reply tokens: single use, one minute from the webhook that carried them, at most 20 minutes after the event. */
export class ReplyTokens {
  readonly #tokens: Shelf<ReplyToken>;
  readonly #clock: Clock;

  constructor(tokens: Shelf<ReplyToken>, clock: Clock) {
    this.#tokens = tokens;
    this.#clock = clock;
  }

  issue(userId: string, messageId: string): string {
    const token = randomBytes(16).toString("hex");
    const now = this.#clock();
    this.#tokens.set(token, { token, userId, messageId, eventAt: now, deliveredAt: now, isUsed: false });
    return token;
  }

  /** A webhook that carries the token goes out (again): the minute starts anew. */
  delivered(token: string): void {
    const known = this.#tokens.get(token);
    if (known) this.#tokens.set(token, { ...known, deliveredAt: this.#clock() });
  }

  /** The token's chat; throws LINE's 400 when it is unknown, used or too old. */
  find(token: string): ReplyToken {
    const known = this.#tokens.get(token);
    if (!known || !this.#isUsable(known)) throw new LineError(400, "Invalid reply token");
    return known;
  }

  /** All tokens count as too old; a redelivery gives one its minute anew. Returns how many were usable. */
  expireAll(): number {
    const usable = [...this.#tokens.values()].filter((token) => this.#isUsable(token));
    for (const token of usable) this.#tokens.set(token.token, { ...token, deliveredAt: 0 });
    return usable.length;
  }

  #isUsable({ isUsed, deliveredAt, eventAt }: ReplyToken): boolean {
    const now = this.#clock();
    return !isUsed && now - deliveredAt <= USABLE_MS && now - eventAt <= REDELIVERED_USABLE_MS;
  }

  use(token: ReplyToken): void {
    this.#tokens.set(token.token, { ...token, isUsed: true });
  }
}
