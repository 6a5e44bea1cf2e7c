import type { Fields } from "../shape.ts";
import type { EventFilter } from "./event-filter.ts";
import type { EventPlan } from "./event-plan.ts";

const LARGEST_PAYLOAD_BYTES = 240 * 1024;

/** One running subscription of one socket. */
export interface Subscriber {
  /** `body`: the JSON of a `data` frame's payload. */
  deliver(body: string): void;
  /** Ended by an invalidation. */
  complete(): void;
}

/** What subscribers with the same query, variables, access and filter share: events are rendered once for all. */
interface Audience {
  readonly plan: EventPlan;
  readonly accepts: EventFilter;
  readonly isInvalidatedBy: EventFilter | undefined;
  readonly members: Set<Subscriber>;
}

export interface Registration {
  readonly subscriptionField: string;
  /** Equal keys mean equal plan and filters. */
  readonly audienceKey: string;
  readonly plan: EventPlan;
  readonly accepts: EventFilter;
  readonly isInvalidatedBy: EventFilter | undefined;
}

export class SubscriptionRegistry {
  readonly #audiences = new Map<string, Map<string, Audience>>();
  readonly #subscriptionsOf: ReadonlyMap<string, readonly string[]>;

  /** `subscribed`: mutations by subscription, as `@aws_subscribe` says. */
  constructor(subscribed: ReadonlyMap<string, readonly string[]>) {
    const byMutation = new Map<string, string[]>();
    for (const [subscription, mutations] of subscribed) {
      for (const mutation of mutations) {
        byMutation.set(mutation, [...(byMutation.get(mutation) ?? []), subscription]);
      }
    }
    this.#subscriptionsOf = byMutation;
  }

  /** Whether anybody could hear a mutation, so that the payload need not be built for nobody. */
  isHeard(mutation: string): boolean {
    return (this.#subscriptionsOf.get(mutation) ?? []).some(
      (name) => (this.#audiences.get(name)?.size ?? 0) > 0,
    );
  }

  /** Adds a subscriber; the answer removes it again. */
  add({ subscriptionField, audienceKey, ...audience }: Registration, subscriber: Subscriber): () => void {
    const audiences = this.#audiences.get(subscriptionField) ?? new Map<string, Audience>();
    this.#audiences.set(subscriptionField, audiences);
    const joined = audiences.get(audienceKey) ?? { ...audience, members: new Set<Subscriber>() };
    audiences.set(audienceKey, joined);
    joined.members.add(subscriber);
    return () => {
      joined.members.delete(subscriber);
      if (joined.members.size === 0 && audiences.get(audienceKey) === joined) audiences.delete(audienceKey);
    };
  }

  /** Hands a mutation's payload to everybody whose filter accepts it, before it returns. */
  publish(mutation: string, payload: unknown): void {
    const fields: Fields = typeof payload === "object" && payload !== null ? { ...payload } : {};
    for (const name of this.#subscriptionsOf.get(mutation) ?? []) {
      for (const { accepts, plan, members } of this.#audiences.get(name)?.values() ?? []) {
        if (!accepts(fields)) continue;
        const body = plan.render(payload);
        // AppSync drops what is too large without a word.
        if (Buffer.byteLength(body) > LARGEST_PAYLOAD_BYTES) continue;
        for (const member of members) member.deliver(body);
      }
    }
  }

  invalidate(subscriptionField: string, payload: Fields): void {
    for (const { isInvalidatedBy, members } of [
      ...(this.#audiences.get(subscriptionField)?.values() ?? []),
    ]) {
      if (!isInvalidatedBy?.(payload)) continue;
      for (const member of [...members]) member.complete();
    }
  }
}
