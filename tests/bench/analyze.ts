import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listSamples } from "../../local/samples/list-samples.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { timeOfPictures } from "./outside-the-nets.ts";
import { megabytes } from "./statistics.ts";

const PHOTOS = 200;

/** `npm run analyze` over a folder, from the first to the last of 200 photos. */
export const analyzing: Measurement = {
  name: "analyze",
  async run(): Promise<readonly Row[]> {
    const folder = mkdtempSync(join(tmpdir(), "egao-bench-analyze-"));
    try {
      await fill(folder);
      const startMs = (await analyze([join(folder, "0.jpg")])).ms;
      const one = await analyze([folder, "--workers", "1"]);
      const two = await analyze([folder, "--workers", "2"]);
      const { netsMs, readingMs, allMs } = await timeOfPictures(join(folder, "0.jpg"), folder);
      return [
        { what: "analyze: one photo, from the command to the answer", measured: seconds(startMs) },
        { what: `analyze: ${PHOTOS} photos with 1 worker`, measured: rateOf(one, startMs) },
        { what: `analyze: ${PHOTOS} photos with 2 workers`, measured: rateOf(two, startMs) },
        {
          what: "analyze: share of processor time outside the nets / of it decoding and cutting out",
          measured: `${beyond(netsMs, allMs)} / ${beyond(netsMs, readingMs)}`,
          budget: "15 %",
        },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** All samples again and again: 0 to 8 faces, 2 on average. */
async function fill(folder: string): Promise<void> {
  const samples = await Promise.all(listSamples().map(({ name }) => renderSample(name)));
  const pictures = Array.from(
    { length: PHOTOS },
    (_, index) => samples[index % samples.length] ?? Buffer.of(),
  );
  for (const [index, bytes] of pictures.entries()) writeFileSync(join(folder, `${index}.jpg`), bytes);
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

const beyond = (partMs: number, wholeMs: number): string => `${((1 - partMs / wholeMs) * 100).toFixed(0)} %`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const rateOf = ({ ms, mostBytes }: Run, startMs: number): string =>
  `${((PHOTOS * 1000) / (ms - startMs)).toFixed(1)} photos/s after the first, ${megabytes(mostBytes)}`;
