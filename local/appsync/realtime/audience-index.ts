import { own, type Fields } from "../shape.ts";
import type { EventFilter } from "./event-filter.ts";
import type { EventPlan } from "./event-plan.ts";

/** One running subscription of one socket. */
export interface Subscriber {
  /** `body`: the JSON of a `data` frame's payload. */
  deliver(body: string): void;
  /** Ended by an invalidation. */
  complete(): void;
}

/** What subscribers with the same query, variables, access and filter share: events are rendered once for all. */
export interface AudienceTerms {
  readonly plan: EventPlan;
  readonly filter: EventFilter;
  readonly invalidation: EventFilter | undefined;
}

export interface Audience extends AudienceTerms {
  readonly members: Set<Subscriber>;
}

/**
 * The audiences of one subscription. Most filters demand that one field has one value (thousands of guests, each with
 * the own id): those are found by that value instead of by asking every filter.
 */
export class AudienceIndex {
  readonly #byKey = new Map<string, Audience>();
  /** field → value → audiences */
  readonly #demanding = new Map<string, Map<unknown, Set<Audience>>>();
  readonly #others = new Set<Audience>();

  get size(): number {
    return this.#byKey.size;
  }

  all(): readonly Audience[] {
    return [...this.#byKey.values()];
  }

  join(key: string, terms: AudienceTerms, subscriber: Subscriber): Audience {
    const audience = this.#byKey.get(key) ?? { ...terms, members: new Set<Subscriber>() };
    audience.members.add(subscriber);
    this.#byKey.set(key, audience);
    this.#shelf(audience).add(audience);
    return audience;
  }

  remove(key: string, audience: Audience): void {
    if (this.#byKey.get(key) === audience) this.#byKey.delete(key);
    const shelf = this.#shelf(audience);
    shelf.delete(audience);
    const { demands } = audience.filter;
    if (demands && shelf.size === 0) this.#demanding.get(demands.field)?.delete(demands.value);
  }

  /** All audiences whose filter may accept a payload. */
  candidates(payload: Fields): readonly Audience[] {
    const found = [...this.#demanding].flatMap(([field, shelves]) => [
      ...(shelves.get(own(payload, field)) ?? []),
    ]);
    return [...found, ...this.#others];
  }

  #shelf({ filter: { demands } }: Audience): Set<Audience> {
    if (!demands) return this.#others;
    const shelves = this.#demanding.get(demands.field) ?? new Map<unknown, Set<Audience>>();
    this.#demanding.set(demands.field, shelves);
    const shelf = shelves.get(demands.value) ?? new Set<Audience>();
    shelves.set(demands.value, shelf);
    return shelf;
  }
}
