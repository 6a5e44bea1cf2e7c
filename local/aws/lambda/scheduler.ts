import { randomUUID } from "node:crypto";
import type { Faults } from "../../faults/faults.ts";
import { AwsError } from "../service.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { failed, type Outcome } from "./outcome.ts";
import { Pace, STALLED_MS } from "./pace.ts";
import { invokeDoomed } from "./invoke-doomed.ts";
import { type PooledSandbox, type PoolOptions, SandboxPool } from "./sandbox-pool.ts";

export interface SchedulerOptions extends Pick<PoolOptions, "maxWorkers" | "idleMs" | "prepare"> {
  readonly log: (functionName: string, line: string) => void;
  readonly faults: Faults;
  /** `always`: no sandbox handles a second event. */
  readonly coldStarts?: "always" | undefined;
}

interface Job {
  readonly requestId: string;
  readonly payload: string;
  readonly queuedAt: number;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** AWS's default for an account. */
const ACCOUNT_CONCURRENCY = 1000;
/** A thread that shall be killed lives at most so many times its function's average: some have just answered by then. */
const USUAL_SPREAD = 1.25;
const UNKNOWN_DURATION_MS = 100;

/** Brings invocations and sandboxes together, within the limits of the functions and of the machine. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #pool: SandboxPool;
  /** The oldest first. By function: one look has to do for a thousand events of the same, so that a crush passes. */
  readonly #waiting = new Map<FunctionDefinition, Job[]>();
  readonly #running = new Map<string, number>();
  readonly #paces = new Map<string, Pace>();
  #pause: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    this.#pool = new SandboxPool({
      ...options,
      onRoom: () => this.#dispatch(),
      onLoadFailure: (definition, outcome) => this.#failNext(definition, outcome),
    });
  }

  /** Resolves also when the function fails; rejects with `TooManyRequestsException` 429 when it is throttled. */
  async run(definition: FunctionDefinition, payload: string): Promise<Outcome> {
    if (this.#closed) throw closing();
    this.#throttle(definition);
    this.#count(definition.name, 1);
    try {
      const outcome = await new Promise<Outcome>((resolve, reject) => {
        const requestId = randomUUID();
        const jobs = this.#waiting.get(definition) ?? [];
        this.#waiting.set(definition, jobs);
        jobs.push({ requestId, payload, queuedAt: performance.now(), resolve, reject });
        this.#dispatch();
      });
      if (this.#closed) throw closing();
      if (outcome.functionError) this.#options.log(definition.name, `ERROR Invoke Error ${outcome.payload}`);
      return outcome;
    } finally {
      this.#count(definition.name, -1);
    }
  }

  retire(functionName: string): void {
    this.#pool.retire(functionName);
  }

  kill(functionName?: string): number {
    return this.#pool.killBusy(functionName);
  }

  get workers(): number {
    return this.#pool.size;
  }

  /** Invocations of one function under way. */
  running(functionName: string): number {
    return this.#running.get(functionName) ?? 0;
  }

  /** Invocations under way, those that still wait for a sandbox included. */
  get busy(): number {
    return [...this.#running.values()].reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#pause);
    for (const job of [...this.#waiting.values()].flat()) job.reject(closing());
    this.#waiting.clear();
    await this.#pool.close();
  }

  #throttle({ name, reservedConcurrency }: FunctionDefinition): void {
    const total = this.busy;
    const reserved =
      reservedConcurrency !== undefined && (this.#running.get(name) ?? 0) >= reservedConcurrency;
    if (!reserved && total < ACCOUNT_CONCURRENCY) return;
    const kind = reserved
      ? "ReservedFunctionConcurrentInvocationLimitExceeded"
      : "ConcurrentInvocationLimitExceeded";
    throw new AwsError("TooManyRequestsException", "Rate Exceeded.", 429, { Reason: kind, Type: "User" });
  }

  #count(functionName: string, change: 1 | -1): void {
    this.#running.set(functionName, (this.#running.get(functionName) ?? 0) + change);
  }

  #dispatch(afterPause = false): void {
    if (this.#closed) return;
    for (const [definition, jobs] of this.#waiting) {
      for (let job = jobs[0]; job !== undefined; job = jobs[0]) {
        const warm = this.#pool.borrow(definition);
        if (warm === undefined) break;
        jobs.shift();
        void this.#work(definition, job, warm);
      }
      if (jobs.length > 0) this.#makeRoom(definition, jobs, afterPause);
      if (jobs.length === 0) this.#waiting.delete(definition);
    }
  }

  /** Starts sandboxes for jobs that found no warm one, unless one may come free in a moment. */
  #makeRoom(definition: FunctionDefinition, jobs: Job[], afterPause: boolean): void {
    const sandboxes = this.#pool.of(definition.name);
    try {
      if (this.#options.coldStarts === "always") {
        const starting = sandboxes.filter(({ state }) => state === "starting").length;
        let missing = jobs.length - starting;
        while (missing > 0 && this.#pool.start(definition)) missing -= 1;
      } else if (sandboxes.length === 0 || this.#needsMore(definition, jobs, sandboxes.length, afterPause)) {
        this.#pool.start(definition);
      } else {
        this.#pause ??= setTimeout(() => setImmediate(() => this.#endPause()), STALLED_MS);
      }
    } catch (error) {
      // Such as options in the function's NODE_OPTIONS that a thread cannot take.
      for (const job of jobs.splice(0))
        job.resolve(failed({ errorType: "Runtime.ExitError", errorMessage: String(error) }));
    }
  }

  /** Whether waiting for a warm sandbox is dearer than a start. One start at a time: they compete for the processor. */
  #needsMore(
    { name }: FunctionDefinition,
    jobs: readonly Job[],
    sandboxes: number,
    afterPause: boolean,
  ): boolean {
    if (this.#pool.starting > 0) return false;
    const pace = this.#paceOf(name);
    const oldest = jobs[0]?.queuedAt ?? Infinity;
    return (
      pace.worthAStart(jobs.length, sandboxes) || (afterPause && pace.stalled(oldest, performance.now()))
    );
  }

  /** Answers that came in while this thread was busy are heard before anything is called stalled. */
  #endPause(): void {
    this.#pause = undefined;
    this.#dispatch(true);
  }

  async #work(
    definition: FunctionDefinition,
    { requestId, payload, resolve }: Job,
    pooled: PooledSandbox,
  ): Promise<void> {
    const { sandbox } = pooled;
    const { faults } = this.#options;
    const pace = this.#paceOf(definition.name);
    const { kill = {} } = faults.plan;
    if (faults.strikes(kill[definition.name] ?? kill["*"])) {
      const afterMs = faults.between(0, USUAL_SPREAD * (pace.averageMs || UNKNOWN_DURATION_MS));
      return resolve(await invokeDoomed(sandbox, { requestId, payload, afterMs }));
    }
    const outcome = await sandbox.invoke(requestId, payload);
    if (sandbox.usable) pace.ended(sandbox.lastDurationMs, performance.now());
    resolve(outcome);
    if (this.#options.coldStarts === "always") await sandbox.end();
    else this.#pool.giveBack(pooled);
  }

  #paceOf(functionName: string): Pace {
    const pace = this.#paces.get(functionName) ?? new Pace();
    this.#paces.set(functionName, pace);
    return pace;
  }

  /** As on AWS, every invocation that finds no sandbox tries the loading again: a failure costs one of them. */
  #failNext(definition: FunctionDefinition, outcome: Outcome): void {
    this.#waiting.get(definition)?.shift()?.resolve(outcome);
  }
}

function closing(): AwsError {
  return new AwsError("ServiceException", "The local Lambda is shutting down", 500);
}
