import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { AnalyserBusy, createAnalyser } from "./analyser.ts";
import type { Analyser } from "./analyser.ts";
import type { Task, WorkerRequest } from "./reading.ts";

let analyser: Analyser;
afterEach(() => analyser.close());

/** Answers with the number of its thread and the length of the picture; dies at an empty one, hangs at one with a 1 first. */
function fakeWorkers() {
  const started: Worker[] = [];
  const startWorker = (): Worker => {
    const script = `
      const { parentPort } = require("node:worker_threads");
      parentPort.on("message", ({ id, bytes }) => {
        if (bytes && bytes.length === 0) process.exit(3);
        if (bytes && bytes[0] === 1) return;
        const reading = "${started.length}:" + (bytes ? bytes.length : "warm");
        parentPort.postMessage({ id, ok: true, reading });
      });`;
    const worker = new Worker(script, { eval: true });
    started.push(worker);
    return worker;
  };
  return { started, startWorker };
}

test("starts no thread before the first picture, and keeps it for the next", async () => {
  const { started, startWorker } = fakeWorkers();
  analyser = createAnalyser({ startWorker });
  expect(started).toHaveLength(0);
  expect(await analyser.read("faces", Buffer.alloc(7))).toBe("0:7");
  expect(await analyser.read("faces", Buffer.alloc(8))).toBe("0:8");
  expect(started).toHaveLength(1);
});

test("reads a picture that came while the thread was warming up", async () => {
  const { startWorker } = fakeWorkers();
  analyser = createAnalyser({ startWorker });
  const warming = analyser.warm();
  const reading = analyser.read("faces", Buffer.alloc(7));
  await warming;
  expect(await reading).toBe("0:7");
});

test("a thread that dies fails its own picture only and is replaced", async () => {
  const { startWorker } = fakeWorkers();
  analyser = createAnalyser({ startWorker });
  const dying = analyser.read("faces", Buffer.alloc(0));
  const next = analyser.read("faces", Buffer.alloc(9));
  await expect(dying).rejects.toThrow("ended with code 3");
  expect(await next).toBe("1:9");
});

test("uses every thread and no more", async () => {
  const { started, startWorker } = fakeWorkers();
  analyser = createAnalyser({ workers: 2, startWorker });
  const answers = await Promise.all(
    [5, 6, 7, 8].map((length) => analyser.read("faces", Buffer.alloc(length))),
  );
  expect(answers.map((answer) => JSON.stringify(answer).replace(/^"\d:|"$/g, ""))).toEqual([
    "5",
    "6",
    "7",
    "8",
  ]);
  expect(started).toHaveLength(2);
});

test("refuses more pictures than can wait", async () => {
  const { startWorker } = fakeWorkers();
  analyser = createAnalyser({ startWorker });
  const hanging = Array.from({ length: 501 }, (_, index) =>
    analyser.read("faces", Buffer.of(1, index & 255, index >> 8)),
  );
  const settled = Promise.allSettled(hanging);
  await expect(analyser.read("faces", Buffer.alloc(5))).rejects.toBeInstanceOf(AnalyserBusy);
  await analyser.close();
  const outcomes = await settled;
  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
});

test("what is being read is read once for all who ask, and anew for who asks later", async () => {
  const requests: string[] = [];
  const { startWorker } = fakeWorkers();
  analyser = createAnalyser({
    workers: 2,
    startWorker: () => {
      const worker = startWorker();
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (request: WorkerRequest) => {
        requests.push(request.task);
        post(request);
      };
      return worker;
    },
  });
  const ask = (task: Task, length: number) => analyser.read(task, Buffer.alloc(length));
  const [first, second] = await Promise.all([
    ask("faces", 7),
    ask("faces", 7),
    ask("objects", 7),
    ask("faces", 8),
  ]);
  expect(second).toEqual(first);
  expect(requests.toSorted()).toEqual(["faces", "faces", "objects"]);
  await ask("faces", 7);
  expect(requests).toHaveLength(4);
});

test("who asks again after a thread died gets a new one", async () => {
  const { startWorker } = fakeWorkers();
  analyser = createAnalyser({ startWorker });
  const dying = [analyser.read("faces", Buffer.alloc(0)), analyser.read("faces", Buffer.alloc(0))];
  for (const outcome of await Promise.allSettled(dying)) expect(outcome.status).toBe("rejected");
  await expect(analyser.read("faces", Buffer.alloc(0))).rejects.toThrow("ended with code 3");
  expect(await analyser.read("faces", Buffer.alloc(9))).toBe("2:9");
});

test("after closing nothing is read", async () => {
  const { startWorker } = fakeWorkers();
  analyser = createAnalyser({ startWorker });
  await analyser.warm();
  await analyser.close();
  await expect(analyser.read("faces", Buffer.alloc(5))).rejects.toThrow("closed");
});
