import { isRecord, type Fields } from "../shape.ts";
import { AudienceIndex, type AudienceTerms, type Subscriber } from "./audience-index.ts";

const LARGEST_PAYLOAD_BYTES = 240 * 1024;

export interface Registration extends AudienceTerms {
  readonly subscriptionField: string;
  /** Equal keys mean equal terms. */
  readonly audienceKey: string;
}

export class SubscriptionRegistry {
  readonly #audiences = new Map<string, AudienceIndex>();
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
  add({ subscriptionField, audienceKey, ...terms }: Registration, subscriber: Subscriber): () => void {
    const index = this.#audiences.get(subscriptionField) ?? new AudienceIndex();
    this.#audiences.set(subscriptionField, index);
    const audience = index.join(audienceKey, terms, subscriber);
    return () => {
      audience.members.delete(subscriber);
      if (audience.members.size === 0) index.remove(audienceKey, audience);
    };
  }

  /** Hands a mutation's payload to everybody whose filter accepts it, before it returns. */
  publish(mutation: string, payload: unknown): void {
    const fields: Fields = isRecord(payload) ? payload : {};
    for (const name of this.#subscriptionsOf.get(mutation) ?? []) {
      for (const { filter, plan, members } of this.#audiences.get(name)?.candidates(fields) ?? []) {
        if (!filter.accepts(fields)) continue;
        const body = plan.render(payload);
        // AppSync drops what is too large without a word.
        if (Buffer.byteLength(body) > LARGEST_PAYLOAD_BYTES) continue;
        for (const member of members) member.deliver(body);
      }
    }
  }

  invalidate(subscriptionField: string, payload: Fields): void {
    for (const { invalidation, members } of this.#audiences.get(subscriptionField)?.all() ?? []) {
      if (!invalidation?.accepts(payload)) continue;
      for (const member of Array.from(members)) member.complete();
    }
  }
}
