import type { Access } from "../auth/access.ts";
import { FieldError } from "../errors.ts";
import type { Effects } from "../runtime/invocation.ts";
import type { Fields } from "../shape.ts";
import type { AnswerError } from "./answer.ts";

const MOST_RESOLVERS = 10_000;
const MOST_INVALIDATIONS = 5;
const LONGEST_REQUEST_MS = 30_000;

export interface RequestLimits {
  /** 0 or left out = AppSync's own limit of 10,000. */
  readonly resolverCount?: number;
  /** 0 or left out = none, or the document keeps to it. */
  readonly depth?: number;
  /** AppSync: 30,000. */
  readonly timeMs?: number;
}

type Invalidation = Effects["invalidations"][number];

/** What one execution carries: who asks, and what its resolvers leave behind. */
export class RequestScope {
  readonly access: Access;
  readonly headers: Readonly<Record<string, string>>;
  readonly depthLimit: number;
  readonly appended: AnswerError[] = [];
  /** Set once the field of a subscription has let its caller in. */
  subscribed?: { readonly args: Fields; readonly effects: Effects | undefined };
  readonly #invalidations = new Map<string, Invalidation>();
  readonly #endsAt: number;
  readonly #resolverLimit: number;
  #resolversLeft: number;

  constructor(access: Access, headers: Readonly<Record<string, string>>, limits: RequestLimits) {
    this.access = access;
    this.headers = headers;
    this.depthLimit = limits.depth ?? 0;
    this.#endsAt = performance.now() + (limits.timeMs ?? LONGEST_REQUEST_MS);
    this.#resolverLimit = limits.resolverCount || MOST_RESOLVERS;
    this.#resolversLeft = this.#resolverLimit;
  }

  get timeLeftMs(): number {
    return this.#endsAt - performance.now();
  }

  get invalidations(): readonly Invalidation[] {
    return [...this.#invalidations.values()];
  }

  /** The same invalidation twice counts once. */
  invalidate(wanted: readonly Invalidation[]): void {
    for (const invalidation of wanted) this.#invalidations.set(JSON.stringify(invalidation), invalidation);
    if (this.#invalidations.size > MOST_INVALIDATIONS) {
      throw new FieldError(
        `A request can invalidate subscriptions at most ${MOST_INVALIDATIONS} times`,
        "Code",
      );
    }
  }

  countResolver(): void {
    this.#resolversLeft -= 1;
    if (this.#resolversLeft < 0) {
      const message = `The request ran more than ${this.#resolverLimit} resolvers`;
      throw new FieldError(message, "ResolverExecutionLimitReached");
    }
  }
}
