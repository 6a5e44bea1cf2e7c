import { type ChildProcess, spawn } from "node:child_process";
import { type StackAddress, stackAddressSchema } from "../../local/crowd/stack-address.ts";
import { clone } from "../fixtures/clone.ts";

const READY_MS = 120_000;

/** What a started stack tells of itself. */
export interface Birth {
  readonly address: StackAddress;
  /** Main address. */
  readonly origin: string;
  readonly startedWithinMs: number;
}

/** One life of a local stack, as `npm start` begins it: a process of its own on a folder that outlives it. */
export class MortalStack {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #bornAt = performance.now();
  #printed = "";
  #isKilled = false;

  constructor(dataDirectory: string, ...more: readonly string[]) {
    const args = ["--import", "tsx", "local/main.ts", "--no-open", "--data", dataDirectory, ...more];
    // A group of its own, so that whatever it may have started dies with it.
    this.#child = spawn(process.execPath, args, {
      cwd: clone,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.#printed += chunk.toString()));
    const killToo = (): void => void this.kill();
    process.once("exit", killToo);
    this.#ended = new Promise((done) =>
      this.#child.once("close", () => {
        process.off("exit", killToo);
        done();
      }),
    );
  }

  get printed(): string {
    return this.#printed;
  }

  /** True once `kill` was called: whoever talks to it may be cut off. */
  get isKilled(): boolean {
    return this.#isKilled;
  }

  /** Resolves when the stack says so; rejects when it ends by itself, or with what it printed when it takes too long. */
  async ready(): Promise<Birth> {
    const timer = setTimeout(() => void this.kill(), READY_MS);
    try {
      const origin = await Promise.race([this.#origin(), this.#ended.then(() => undefined)]);
      if (origin === undefined) throw new Error(`the stack did not start:\n${this.#printed}`);
      const startedWithinMs = performance.now() - this.#bornAt;
      const response = await fetch(`${origin}/local/endpoints.json`);
      return { address: stackAddressSchema.parse(await response.json()), origin, startedWithinMs };
    } finally {
      clearTimeout(timer);
    }
  }

  /** As `kill -9` of everything: no handler runs, nothing is flushed. */
  kill(): Promise<void> {
    this.#isKilled = true;
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
    return this.#ended;
  }

  #origin(): Promise<string> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = /(http:\/\/127\.0\.0\.1:\d+)\/local\/endpoints/.exec(this.#printed)?.[1];
        if (found !== undefined) resolve(found);
      };
      this.#child.stdout?.on("data", look);
    });
  }
}

/** Sets the clock of a running stack, its functions included, so far ahead. */
export async function setClock(origin: string, clockOffsetMs: number): Promise<void> {
  await put(`${origin}/local/faults`, { clockOffsetMs });
}

/** LINE does not say how often it tries again; a machine that starts all the time needs it often. */
export async function keepDelivering(lineOrigin: string): Promise<void> {
  const redeliveryDelaysMs = [200, 500, 1_000, 2_000, 4_000, ...Array.from({ length: 10 }, () => 5_000)];
  await put(`${lineOrigin}/local/settings`, { redeliveryDelaysMs });
}

async function put(url: string, body: object): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url, { method: "PUT", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`PUT ${url}: ${response.status} ${await response.text()}`);
}
