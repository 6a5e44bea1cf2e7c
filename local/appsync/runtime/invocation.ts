import type { Clock } from "../../aws/service.ts";
import type { FieldError } from "../errors.ts";
import type { Fields } from "../shape.ts";

/** What a handler does besides returning: collected while it runs. */
export interface Effects {
  readonly appended: FieldError[];
  readonly logs: string[];
  readonly invalidations: { readonly subscriptionField: string; readonly payload: Fields }[];
  subscriptionFilter?: unknown;
  invalidationFilter?: unknown;
}

interface Invocation {
  readonly clock: Clock;
  readonly identity: unknown;
  readonly effects: Effects;
}

// Handlers cannot await, so at most one runs at a time and its tools may look here.
let running: Invocation | undefined;

export function current(): Invocation {
  if (!running) throw new Error("AppSync tools are used outside of a handler");
  return running;
}

export function during<Result>(invocation: Invocation, work: () => Result): Result {
  const outer = running;
  running = invocation;
  try {
    return work();
  } finally {
    running = outer;
  }
}

export function noEffects(): Effects {
  return { appended: [], logs: [], invalidations: [] };
}

/** Ends a handler from inside; code in the subset of the runtime cannot catch it. */
export class EarlyReturn {
  readonly value: unknown;
  readonly skipTo: "END" | "NEXT";

  constructor(value: unknown, skipTo: "END" | "NEXT") {
    this.value = value;
    this.skipTo = skipTo;
  }
}
