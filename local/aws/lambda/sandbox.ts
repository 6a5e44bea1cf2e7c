import { mkdtempSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import type { FunctionDefinition } from "./function-definition.ts";
import {
  exited,
  failed,
  initTimedOut,
  killed,
  limitSize,
  outOfMemory,
  type Outcome,
  timedOut,
} from "./outcome.ts";

export interface SandboxOptions {
  readonly definition: FunctionDefinition;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** How far the function's clock is ahead in milliseconds, in memory that both sides see. */
  readonly clockOffset?: Float64Array | undefined;
  /** Called once, when the thread has ended for whatever reason. */
  readonly onEnd: () => void;
}

const INIT_LIMIT_MS = 10_000;

const messageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("outOfMemory") }),
  z.object({ kind: z.literal("done"), payload: z.string(), durationMs: z.number() }),
  z.object({
    kind: z.literal("failed"),
    fatal: z.boolean(),
    durationMs: z.number(),
    error: z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) }),
  }),
]);
type Message = z.output<typeof messageSchema>;

/** What one waits for: the end of the loading, or of an invocation. */
interface Pending {
  readonly requestId: string | undefined;
  readonly settle: (answer: Outcome | "ready") => void;
}

/** One worker thread with its own environment and module state: the unit that handles one event at a time. */
export class Sandbox {
  /** `ready`, or how loading the code failed. */
  readonly loaded: Promise<Outcome | "ready">;
  readonly #definition: FunctionDefinition;
  readonly #worker: Worker;
  readonly #log: (line: string) => void;
  /** How long the thread was busy with its last event. */
  lastDurationMs = 0;
  #pending: Pending | undefined;
  #lastError: unknown;
  #ended = false;
  /** Why the thread is being ended, for who waits. */
  #verdict: Outcome | undefined;

  constructor({ definition, environment, log, clockOffset, onEnd }: SandboxOptions) {
    this.#definition = definition;
    this.#log = log;
    const { codePath, handler, memoryMb } = definition;
    // Lambda's /tmp is the sandbox's own. Code that says "/tmp" and not `os.tmpdir()` finds this machine's.
    const temporary = mkdtempSync(`${codePath}-tmp-`);
    this.#worker = new Worker(new URL("./sandbox-runtime.mjs", import.meta.url), {
      workerData: { codePath, handler, memoryBytes: memoryMb * 1024 * 1024, clockOffset },
      env: { TMPDIR: temporary, ...environment },
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) createInterface(stream).on("line", log);
    this.#worker.on("message", (message) => {
      // The function's own code could post something too; only the runtime's messages mean anything here.
      const known = messageSchema.safeParse(message);
      if (known.success) this.#hear(known.data);
    });
    this.#worker.on("error", (error) => (this.#lastError = error));
    this.#worker.on("exit", () => {
      this.#ended = true;
      rmSync(temporary, { recursive: true, force: true });
      this.#pending?.settle(this.#verdict ?? exited(this.#pending.requestId, this.#lastError));
      onEnd();
    });
    this.loaded = this.#expect(undefined, INIT_LIMIT_MS, () =>
      initTimedOut(definition, INIT_LIMIT_MS / 1000),
    );
  }

  /** False once the thread has ended or is being ended. */
  get usable(): boolean {
    return !this.#ended;
  }

  /** Handles one event; ends the thread when the function's time is over, however busy it is. */
  async invoke(requestId: string, payload: string): Promise<Outcome> {
    const { name, arn, memoryMb, timeoutSeconds } = this.#definition;
    const context = {
      functionName: name,
      functionVersion: "$LATEST",
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryMb),
      awsRequestId: requestId,
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: "local",
    };
    // Real time on both sides: the function itself can only look at the clock of the machine.
    const deadlineMs = Date.now() + timeoutSeconds * 1000;
    const answer = this.#expect(requestId, timeoutSeconds * 1000, () =>
      timedOut(requestId, timeoutSeconds, Date.now()),
    );
    this.#worker.postMessage({ payload, context, deadlineMs });
    const outcome = await answer;
    return outcome === "ready"
      ? failed({ errorMessage: "The sandbox answered out of turn" })
      : limitSize(outcome);
  }

  /** As when the machine dies: whoever waits hears of a crash once the thread can do nothing more. */
  kill(): void {
    this.#endWith(killed(this.#pending?.requestId));
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  #endWith(verdict: Outcome): void {
    this.#verdict ??= verdict;
    void this.end();
  }

  #expect(requestId: string | undefined, limitMs: number, late: () => Outcome): Promise<Outcome | "ready"> {
    return new Promise((resolve) => {
      const settle = (answer: Outcome | "ready"): void => {
        clearTimeout(timer);
        this.#pending = undefined;
        resolve(answer);
      };
      const timer = setTimeout(() => this.#endWith(late()), limitMs);
      this.#pending = { requestId, settle };
    });
  }

  #hear(message: Message): void {
    // An answer that comes too late is not heard any more.
    if (this.#verdict !== undefined) return;
    const pending = this.#pending;
    if (message.kind === "outOfMemory") return this.#endWith(outOfMemory(pending?.requestId));
    if (message.kind === "failed" && message.fatal) this.#ended = true;
    if (pending === undefined) this.#log(`Between two invocations: ${JSON.stringify(message)}`);
    if (message.kind !== "ready") this.lastDurationMs = message.durationMs;
    if (message.kind === "ready") pending?.settle("ready");
    else if (message.kind === "done") pending?.settle({ payload: message.payload });
    else pending?.settle(failed(message.error));
  }
}
