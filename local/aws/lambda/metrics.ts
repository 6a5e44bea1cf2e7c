import type { Clock } from "../service.ts";
import type { Outcome } from "./outcome.ts";

/** What CloudWatch would show of a function, since the start. */
export interface FunctionMetrics {
  readonly invocations: number;
  /** Invocations that ended with an error of the function or were refused. */
  readonly errors: number;
  readonly coldStarts: number;
  /** How long the caller of the last one waited. */
  readonly lastDurationMs?: number;
  /** When the last one ended: milliseconds since the epoch. */
  readonly lastAt?: number;
}

const NONE: FunctionMetrics = { invocations: 0, errors: 0, coldStarts: 0 };

/** Counts by function name. */
export class Metrics {
  readonly #clock: Clock;
  readonly #functions = new Map<string, FunctionMetrics>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(functionName: string): FunctionMetrics {
    return this.#functions.get(functionName) ?? NONE;
  }

  countColdStart(functionName: string): void {
    const known = this.of(functionName);
    this.#functions.set(functionName, { ...known, coldStarts: known.coldStarts + 1 });
  }

  /** Runs an invocation and counts how it ended. */
  async measure(functionName: string, run: () => Promise<Outcome>): Promise<Outcome> {
    const startedAt = performance.now();
    let failed = 1;
    try {
      const outcome = await run();
      if (outcome.functionError === undefined) failed = 0;
      return outcome;
    } finally {
      const known = this.of(functionName);
      this.#functions.set(functionName, {
        ...known,
        invocations: known.invocations + 1,
        errors: known.errors + failed,
        lastDurationMs: Math.round(performance.now() - startedAt),
        lastAt: this.#clock(),
      });
    }
  }
}
