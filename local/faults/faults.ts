import { type CallFaults, type FaultPlan, faultPlanSchema } from "./fault-plan.ts";

/**
 * The switches of everything that can be made to go wrong, shared by all stand-ins. It only knows the plan and throws
 * the dice; each stand-in does its own damage.
 */
export class Faults {
  #plan: FaultPlan = {};
  #random: () => number = Math.random;

  get plan(): FaultPlan {
    return this.#plan;
  }

  /** Replaces the whole plan; throws a `ZodError` when `plan` is none. `{}` makes the world healthy again. */
  set(plan: unknown): void {
    this.#plan = faultPlanSchema.parse(plan);
    this.#random = this.#plan.seed === undefined ? Math.random : seeded(this.#plan.seed);
  }

  /** What may happen to a call, such as `s3:PutObject`. */
  ofCall(action: string): CallFaults {
    const { calls = {} } = this.#plan;
    const service = `${action.slice(0, action.indexOf(":"))}:*`;
    return calls[action] ?? calls[service] ?? calls["*"] ?? {};
  }

  /** True with the given probability. */
  strikes(share: number | undefined): boolean {
    return share !== undefined && share > 0 && this.#random() < share;
  }

  /** A number from `low` up to `high`. */
  between(low: number, high: number): number {
    return low + this.#random() * (high - low);
  }
}

/** mulberry32: small, and good enough to throw dice that fall the same way again. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
