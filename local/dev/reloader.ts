/** One thing after the other: what changes while a reload runs is taken up by the next one. */
export class Reloader {
  readonly #reload: (paths: readonly string[]) => Promise<void>;
  readonly #pauseMs: number;
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  /** `reload` must not reject. Waits `pauseMs` after a change: an editor or a checkout writes several files. */
  constructor(reload: (paths: readonly string[]) => Promise<void>, pauseMs = 60) {
    this.#reload = reload;
    this.#pauseMs = pauseMs;
  }

  touch(path: string): void {
    if (this.#closed) return;
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), this.#pauseMs);
  }

  /** Waits for a reload that is under way; none begins after it. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #start(): void {
    if (this.#running !== undefined) return;
    this.#running = this.#work().finally(() => (this.#running = undefined));
  }

  async #work(): Promise<void> {
    while (this.#changed.size > 0 && !this.#closed) {
      const paths = [...this.#changed];
      this.#changed.clear();
      await this.#reload(paths);
    }
  }
}
