/** Timers by name: a new one replaces the old one of its name. */
export class Timers<Name extends string> {
  readonly #running = new Map<Name, ReturnType<typeof setTimeout>>();

  after(name: Name, delayMs: number, act: () => void): void {
    clearTimeout(this.#running.get(name));
    const timer = setTimeout(() => {
      this.#running.delete(name);
      act();
    }, delayMs);
    this.#running.set(name, timer);
  }

  isRunning(name: Name): boolean {
    return this.#running.has(name);
  }

  stop(): void {
    for (const timer of this.#running.values()) clearTimeout(timer);
    this.#running.clear();
  }
}

const MAX_BACKOFF_MS = 10_000;

/** 1, 2, 4 … 10 s, each between half and the whole. */
export function backoffMs(failures: number): number {
  return Math.min(MAX_BACKOFF_MS, 1_000 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2);
}
