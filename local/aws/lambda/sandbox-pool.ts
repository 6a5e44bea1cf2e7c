import type { FunctionDefinition } from "./function-definition.ts";
import type { Outcome } from "./outcome.ts";
import { Sandbox, type SandboxOptions } from "./sandbox.ts";

export interface PoolOptions {
  readonly maxWorkers: number;
  /** How long an unused sandbox stays warm. */
  readonly idleMs: number;
  readonly prepare: (definition: FunctionDefinition) => Omit<SandboxOptions, "onEnd" | "definition">;
  /** Called when a sandbox became free or its place did. */
  readonly onRoom: () => void;
  /** A sandbox's code could not be loaded. */
  readonly onLoadFailure: (definition: FunctionDefinition, outcome: Outcome) => void;
}

export interface PooledSandbox {
  readonly sandbox: Sandbox;
  readonly definition: FunctionDefinition;
  state: "starting" | "idle" | "busy";
  idleTimer: NodeJS.Timeout | undefined;
}

/** All worker threads, warm and busy, of all functions. */
export class SandboxPool {
  readonly #options: PoolOptions;
  /** In the order of their last use: who stands first has been idle longest. */
  readonly #sandboxes = new Set<PooledSandbox>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  of(functionName: string): readonly PooledSandbox[] {
    return [...this.#sandboxes].filter(
      ({ definition, sandbox }) => definition.name === functionName && sandbox.usable,
    );
  }

  /** A warm sandbox of this very definition, the one used last, so that the others can go. */
  borrow(definition: FunctionDefinition): PooledSandbox | undefined {
    const warm = this.of(definition.name).findLast(
      (one) => one.state === "idle" && one.definition === definition,
    );
    if (warm === undefined) return undefined;
    clearTimeout(warm.idleTimer);
    warm.state = "busy";
    return warm;
  }

  giveBack(pooled: PooledSandbox): void {
    if (!pooled.sandbox.usable) return;
    pooled.state = "idle";
    this.#sandboxes.delete(pooled);
    this.#sandboxes.add(pooled);
    pooled.idleTimer = setTimeout(() => void pooled.sandbox.end(), this.#options.idleMs).unref();
    this.#options.onRoom();
  }

  /**
   * Starts a sandbox if there is room. The first one of a function always has room: otherwise functions that wait for
   * each other could take all places and none would ever end.
   */
  start(definition: FunctionDefinition): boolean {
    const first = this.of(definition.name).length === 0;
    const full =
      [...this.#sandboxes].filter(({ sandbox }) => sandbox.usable).length >= this.#options.maxWorkers;
    if (full && !this.#endIdle(definition) && !first) return false;
    const pooled: PooledSandbox = {
      sandbox: new Sandbox({
        ...this.#options.prepare(definition),
        definition,
        onEnd: () => {
          clearTimeout(pooled.idleTimer);
          this.#sandboxes.delete(pooled);
          this.#options.onRoom();
        },
      }),
      definition,
      state: "starting",
      idleTimer: undefined,
    };
    this.#sandboxes.add(pooled);
    void pooled.sandbox.loaded.then((loaded) => {
      if (loaded === "ready") this.giveBack(pooled);
      else this.#options.onLoadFailure(definition, loaded);
    });
    return true;
  }

  /** Ends the sandboxes that are at work, of one function or of all, as when their machine dies; returns how many. */
  killBusy(functionName?: string): number {
    const struck = [...this.#sandboxes].filter(
      ({ state, definition, sandbox }) =>
        state === "busy" && sandbox.usable && (functionName ?? definition.name) === definition.name,
    );
    for (const { sandbox } of struck) sandbox.kill();
    return struck.length;
  }

  /** Ends the idle sandboxes of a function whose definition was replaced. */
  retire(functionName: string): void {
    for (const { state, sandbox } of this.of(functionName)) if (state === "idle") void sandbox.end();
  }

  get starting(): number {
    return [...this.#sandboxes].filter(({ state, sandbox }) => state === "starting" && sandbox.usable).length;
  }

  get size(): number {
    return this.#sandboxes.size;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sandboxes].map(({ sandbox }) => sandbox.end()));
  }

  /** Makes room by ending what has been idle longest; never another sandbox of the same definition. */
  #endIdle(definition: FunctionDefinition): boolean {
    const oldest = [...this.#sandboxes].find(
      (one) => one.state === "idle" && one.sandbox.usable && one.definition !== definition,
    );
    if (oldest === undefined) return false;
    void oldest.sandbox.end();
    return true;
  }
}
