import { createHash } from "node:crypto";
import { AnalyserThread } from "./analyser-thread.ts";
import type { StartWorker } from "./analyser-thread.ts";
import type { ReadingOf, Task } from "./reading.ts";

export interface Analyser {
  /**
   * Reads a JPEG or PNG. Rejects with a `RefusedPicture` for a picture that cannot be read, with an
   * `AnalyserBusy` when too many wait, with another error when the analysis itself failed. Who asks for what is being read
   * already gets that answer: DetectLabels wants the faces that DetectFaces wants at the same time.
   */
  read<T extends Task>(task: T, bytes: Uint8Array): Promise<ReadingOf[T]>;
  /** Starts all workers and waits until their nets are loaded. */
  warm(): Promise<void>;
  /** Ends the workers; what still waits is rejected. */
  close(): Promise<void>;
}

export class AnalyserBusy extends Error {}

interface Job {
  readonly task: Task;
  readonly bytes: Uint8Array;
  readonly resolve: (reading: never) => void;
  readonly reject: (error: Error) => void;
}

export interface AnalyserOptions {
  readonly workers?: number;
  /** For tests of what happens when a thread dies. */
  readonly startWorker?: StartWorker;
}

const MOST_WAITING = 500;

/** `workers` threads (about 250 MB each), started with the first picture; one picture at a time in each. */
export function createAnalyser({ workers = 1, startWorker }: AnalyserOptions = {}): Analyser {
  const threads = Array.from({ length: workers }, () => new AnalyserThread(startWorker));
  const waiting: Job[] = [];
  const underway = new Map<string, Promise<never>>();
  let closed = false;

  const next = (): void => {
    const thread = threads.find((candidate) => candidate.isFree);
    const job = thread && waiting.shift();
    if (!job) return;
    thread.run(job.task, job.bytes).then(job.resolve, job.reject).finally(next);
  };

  const begin = (task: Task, bytes: Uint8Array): Promise<never> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error("the analyser is closed"));
      if (waiting.length >= MOST_WAITING) return reject(new AnalyserBusy(`${MOST_WAITING} pictures wait`));
      waiting.push({ task, bytes, resolve, reject });
      next();
    });

  return {
    read(task, bytes) {
      const key = `${task} ${createHash("sha256").update(bytes).digest("hex")}`;
      const reading = underway.get(key) ?? begin(task, bytes).finally(() => underway.delete(key));
      underway.set(key, reading);
      return reading;
    },
    async warm() {
      // A picture that came meanwhile waits for the thread: nobody else would wake it.
      await Promise.all(threads.map((thread) => thread.warm().finally(next)));
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error("the analyser is closed"));
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
