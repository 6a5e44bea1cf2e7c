import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../aws/service.ts";
import { Admission } from "./admission.ts";
import { checkActions } from "./check-actions.ts";
import { type Dice, fateOf } from "./call-fate.ts";
import { type CallFaults, type FaultPlan, faultPlanSchema } from "./fault-plan.ts";
import { Mishap } from "./mishap.ts";
import { seeded } from "#domain/crowd/seeded";

/** One call of a service by somebody. */
export interface Call {
  /** `SERVICE:Operation` as IAM and the vendor's client name it, such as `s3:PutObject` or `line:replyMessage`. */
  readonly action: string;
  /** The caller's ARN, which contains the role's name; for LINE `bot`. */
  readonly principal: string;
}

/** `before`: about to be done. `after`: done, or failed by itself, and not answered yet. */
export type CallListener = (call: Call & { readonly phase: "before" | "after" }) => void | Promise<void>;

/**
 * The switches of everything that can be made to go wrong, shared by all stand-ins. It knows the plan and throws the
 * dice; each stand-in does its own damage.
 */
export class Faults {
  /** How far this world's clock is ahead, in milliseconds; shared with the threads of functions, which see it at once. */
  readonly clockOffset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  #plan: FaultPlan = {};
  #random: () => number = Math.random;
  readonly #admission = new Admission();
  /** Calls that were struck, by the plan's own name of them. */
  readonly #struck = new Map<string, number>();
  readonly #operations = new Map<string, ReadonlySet<string>>();
  readonly #watchers = new Set<CallListener>();
  readonly #changes = new Set<() => void>();

  /** Throws a `ZodError` when `plan` is none. */
  constructor(plan: unknown = {}) {
    this.set(plan);
  }

  get plan(): FaultPlan {
    return this.#plan;
  }

  /** Replaces the whole plan; throws a `ZodError` when `plan` is none. `{}` makes the world healthy again. */
  set(plan: unknown): void {
    const parsed = faultPlanSchema.parse(plan);
    checkActions(parsed, this.#operations);
    this.#plan = parsed;
    this.clockOffset[0] = parsed.clockOffsetMs ?? 0;
    this.#random = this.#plan.seed === undefined ? Math.random : seeded(this.#plan.seed);
    this.#admission.clear();
    this.#struck.clear();
    for (const listener of this.#changes) listener();
  }

  /** The names of all that a service does: from now on a plan cannot name others. Throws when this plan does. */
  declare(service: string, operations: Iterable<string>): void {
    this.#operations.set(service, new Set(operations));
    checkActions(this.#plan, this.#operations);
  }

  /** How many calls an entry of the plan, such as `s3:*`, has struck since it was set. */
  struck(name: string): number {
    return this.#struck.get(name) ?? 0;
  }

  /** Told after each `set`; answers how to stop that. */
  onChange(listener: () => void): () => void {
    this.#changes.add(listener);
    return () => void this.#changes.delete(listener);
  }

  /** `base` as this world sees it: its jumps included. */
  clock(base: Clock): Clock {
    return () => base() + (this.clockOffset[0] ?? 0);
  }

  /** What may happen to a call, such as `s3:PutObject`. */
  ofCall(action: string): CallFaults {
    return this.#entryOf(action)?.faults ?? {};
  }

  /** True with the given probability. */
  strikes(share: number | undefined): boolean {
    return share !== undefined && share > 0 && this.#random() < share;
  }

  /** A number from `low` up to `high`. */
  between(low: number, high: number): number {
    return low + this.#random() * (high - low);
  }

  /**
   * Told of every call as it is really done, and waited for; a call that faults keep from being done is not told.
   * Answers how to stop that. A listener that throws makes the call fail.
   */
  watch(listener: CallListener): () => void {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  }

  /** Does a call with all that befalls it: rejects with a `Mishap`, before or after the work. */
  async around<T>(call: Call, work: () => T | Promise<T>): Promise<T> {
    const { action } = call;
    const entry = this.#entryOf(action);
    const fate = entry && fateOf(entry.faults, this.#diceFor(action));
    if (entry === undefined || fate === undefined) return this.#watched(call, work);
    this.#struck.set(entry.name, this.struck(entry.name) + 1);
    const { status } = entry.faults;
    if (fate.delayMs > 0) await wait(fate.delayMs);
    if (fate.before !== undefined) throw new Mishap(fate.before, action, status);
    const done = await this.#watched(call, work);
    if (fate.after !== undefined) throw new Mishap(fate.after, action, status);
    return done;
  }

  #diceFor(action: string): Dice {
    return {
      strikes: (share) => this.strikes(share),
      between: (low, high) => this.between(low, high),
      admits: (perSecond) => this.#admission.take(action, perSecond),
    };
  }

  async #watched<T>(call: Call, work: () => T | Promise<T>): Promise<T> {
    if (this.#watchers.size === 0) return work();
    for (const listener of this.#watchers) await listener({ ...call, phase: "before" });
    try {
      return await work();
    } finally {
      for (const listener of this.#watchers) await listener({ ...call, phase: "after" });
    }
  }

  /** The most exact entry of the plan for an action, unless it has struck as often as it shall. */
  #entryOf(action: string): Entry | undefined {
    const { calls } = this.#plan;
    if (calls === undefined) return undefined;
    for (const name of [action, `${action.slice(0, action.indexOf(":"))}:*`, "*"]) {
      const faults = calls[name];
      if (faults === undefined) continue;
      return this.struck(name) < (faults.times ?? Infinity) ? { name, faults } : undefined;
    }
    return undefined;
  }
}

/** One entry of the plan's `calls`. */
interface Entry {
  readonly name: string;
  readonly faults: CallFaults;
}
