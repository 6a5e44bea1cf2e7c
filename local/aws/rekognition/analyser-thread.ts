import { Worker } from "node:worker_threads";
import { RefusedPicture } from "./reading.ts";
import type { Task, WorkerAnswer, WorkerRequest } from "./reading.ts";

const LONGEST_JOB_MS = 60_000;

export type StartWorker = () => Worker;

const startAnalyserWorker: StartWorker = () =>
  new Worker(new URL("./analyser-boot.mjs", import.meta.url), { execArgv: [] });

interface Running {
  readonly id: number;
  readonly resolve: (reading: never) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread: started with its first job, replaced when it dies or hangs. One job at a time. */
export class AnalyserThread {
  #worker: Worker | undefined;
  #running: Running | undefined;
  #id = 0;
  readonly #startWorker: StartWorker;

  constructor(startWorker: StartWorker = startAnalyserWorker) {
    this.#startWorker = startWorker;
  }

  get isFree(): boolean {
    return this.#running === undefined;
  }

  run(task: Task, bytes: Uint8Array): Promise<never> {
    return this.#send({ id: ++this.#id, task, bytes });
  }

  async warm(): Promise<void> {
    if (this.isFree) await this.#send({ id: ++this.#id, task: "warm" });
  }

  async close(): Promise<void> {
    await this.#drop(new Error("the analyser is closed"));
  }

  #send(request: WorkerRequest): Promise<never> {
    const worker = (this.#worker ??= this.#start());
    return new Promise<never>((resolve, reject) => {
      const timer = setTimeout(
        () => void this.#drop(new Error("the analysis took too long")),
        LONGEST_JOB_MS,
      );
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          this.#running = undefined;
          this.#worker?.unref(); // an idle analyser keeps no process alive
          then(value);
        };
      this.#running = { id: request.id, resolve: settle(resolve), reject: settle(reject) };
      worker.ref();
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.on("message", (answer: WorkerAnswer) => this.#settle(answer));
    worker.on("error", (error) => this.#forget(worker, error));
    worker.on("exit", (code) =>
      this.#forget(worker, new Error(`the analyser's thread ended with code ${code}`)),
    );
    return worker;
  }

  #settle(answer: WorkerAnswer): void {
    const running = this.#running;
    if (running?.id !== answer.id) return;
    if (answer.ok) running.resolve(answer.reading as never); // our own worker, see analyser-worker.ts
    else if (answer.refusal) running.reject(new RefusedPicture(answer.refusal, answer.message));
    else running.reject(new Error(answer.message));
  }

  #forget(worker: Worker, reason: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#running?.reject(reason instanceof Error ? reason : new Error(String(reason)));
  }

  async #drop(reason: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#running?.reject(reason);
    await worker?.terminate();
  }
}
