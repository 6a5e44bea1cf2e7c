import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadNets, type Nets } from "../../local/aws/rekognition/nets.ts";
import { decodePicture } from "../../local/aws/rekognition/picture.ts";
import { readFaces } from "../../local/aws/rekognition/read-faces.ts";
import { listSamples } from "../../local/samples/list-samples.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { megabytes } from "./statistics.ts";

const PHOTOS = 200;

/**
 * `npm run analyze` over a folder, from the first to the last of 200 photos. What it takes beyond the nets is told by
 * comparison: the same pictures through the nets alone, one after the other.
 */
export const analyzing: Measurement = {
  name: "analyze",
  async run(): Promise<readonly Row[]> {
    const folder = mkdtempSync(join(tmpdir(), "egao-bench-analyze-"));
    try {
      const pictures = await fill(folder);
      const startMs = (await analyze([join(folder, "0.jpg")])).ms;
      const { one, netsMs, readingMs } = await besideTheNets(folder, pictures);
      const two = await analyze([folder, "--workers", "2"]);
      return [
        { what: "analyze: one photo, from the command to the answer", measured: seconds(startMs) },
        { what: `analyze: ${PHOTOS} photos with 1 worker`, measured: rateOf(one, startMs) },
        { what: `analyze: ${PHOTOS} photos with 2 workers`, measured: rateOf(two, startMs) },
        {
          what: "analyze: share of time outside the nets, 1 worker / of it decoding and cutting out",
          measured: `${beyond(netsMs, one.ms - startMs)} / ${beyond(netsMs, readingMs)}`,
          budget: "15 %",
        },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** All samples again and again: 0 to 8 faces, 2 on average. */
async function fill(folder: string): Promise<readonly Buffer[]> {
  const samples = await Promise.all(listSamples().map(({ name }) => renderSample(name)));
  const pictures = Array.from(
    { length: PHOTOS },
    (_, index) => samples[index % samples.length] ?? Buffer.of(),
  );
  for (const [index, bytes] of pictures.entries()) writeFileSync(join(folder, `${index}.jpg`), bytes);
  return pictures;
}

interface Run {
  readonly ms: number;
  readonly mostBytes: number;
}

function analyze(args: readonly string[]): Promise<Run> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "cli/analyze.ts", ...args], {
    cwd: clone,
    stdio: ["ignore", "ignore", "inherit"],
  });
  let mostBytes = Number.NaN;
  const watch = setInterval(() => void (mostBytes = mostResidentOf(child.pid ?? 0) ?? mostBytes), 100);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      clearInterval(watch);
      // 1: some samples have no face.
      if (code === 0 || code === 1) done({ ms: performance.now() - startedAt, mostBytes });
      else fail(new Error(`analyze ended with ${code}`));
    });
  });
}

/** The most memory that a process ever had; `undefined` where there is no /proc. */
function mostResidentOf(pid: number): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined; // it has just ended
  }
}

/**
 * The command with one worker between two halves of the same pictures in this thread, so that all meet the machine in
 * the same mood. Milliseconds that all pictures need in this thread, and the nets alone of it.
 */
async function besideTheNets(
  folder: string,
  pictures: readonly Buffer[],
): Promise<{ one: Run; netsMs: number; readingMs: number }> {
  const nets = await loadNets();
  const [first = Buffer.of()] = pictures;
  await readFaces(nets, await decodePicture(first));
  const times: number[] = [];
  const read = async (some: readonly Buffer[]): Promise<number> => {
    const startedAt = performance.now();
    for (const bytes of some) await readFaces(timed(nets, times), await decodePicture(bytes));
    return performance.now() - startedAt;
  };
  const beforeMs = await read(pictures.filter((_, index) => index % 2 === 0));
  const one = await analyze([folder, "--workers", "1"]);
  const afterMs = await read(pictures.filter((_, index) => index % 2 === 1));
  return { one, netsMs: times.reduce((sum, time) => sum + time, 0), readingMs: beforeMs + afterMs };
}

function timed({ human, expression, ageGender, ...others }: Nets, times: number[]): Nets {
  return {
    ...others,
    human: withTimes(human, times),
    expression: withTimes(expression, times),
    ageGender: withTimes(ageGender, times),
  };
}

/** The same net; each method notes how long it takes. */
function withTimes<T extends object>(net: T, times: number[]): T {
  return new Proxy(net, {
    get(target, member): unknown {
      const value: unknown = Reflect.get(target, member, target);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]): Promise<unknown> => {
        const startedAt = performance.now();
        try {
          return await Reflect.apply(value, target, args);
        } finally {
          times.push(performance.now() - startedAt);
        }
      };
    },
  });
}

const beyond = (partMs: number, wholeMs: number): string => `${((1 - partMs / wholeMs) * 100).toFixed(0)} %`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const rateOf = ({ ms, mostBytes }: Run, startMs: number): string =>
  `${((PHOTOS * 1000) / (ms - startMs)).toFixed(1)} photos/s after the first, ${megabytes(mostBytes)}`;
