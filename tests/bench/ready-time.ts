import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { megabytes, median } from "./statistics.ts";

/** From `npm start` until "Ready", without installation: nothing built yet, then everything built. */
export const readyTime: Measurement = {
  name: "ready time",
  async run(): Promise<readonly Row[]> {
    const data = mkdtempSync(join(tmpdir(), "egao-bench-"));
    for (const made of [".amplify", "dist"]) rmSync(join(clone, made), { recursive: true, force: true });
    const cold = await start(data);
    const warm: number[] = [];
    let idleBytes = 0;
    for (let round = 0; round < 3; round++) {
      const started = await start(data);
      warm.push(started.seconds);
      idleBytes = started.residentBytes;
    }
    rmSync(data, { recursive: true, force: true });
    return [
      {
        what: "ready, cold (synthesis and both builds)",
        measured: `${cold.seconds.toFixed(1)} s`,
        budget: "20 s",
      },
      { what: "ready, warm (median of 3)", measured: `${median(warm).toFixed(1)} s`, budget: "5 s" },
      { what: "memory idle, nets loaded (whole process)", measured: megabytes(idleBytes) },
    ];
  },
};

interface Started {
  readonly seconds: number;
  readonly residentBytes: number;
}

function start(data: string): Promise<Started> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "local/main.ts", "--no-open", "--port", "0", "--data", data],
    { cwd: clone, stdio: ["ignore", "pipe", "inherit"] },
  );
  return new Promise((done, fail) => {
    let seconds = 0;
    let residentBytes = 0;
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (seconds !== 0 || !printed.includes("Ready after")) return;
      seconds = (performance.now() - startedAt) / 1000;
      // Time for the nets to load, which happens behind "Ready".
      setTimeout(() => {
        residentBytes = residentOf(child.pid ?? 0);
        child.kill("SIGINT");
      }, 5000);
    });
    child.once("error", fail);
    child.once("close", () =>
      seconds === 0 ? fail(new Error(`it did not get ready:\n${printed}`)) : done({ seconds, residentBytes }),
    );
  });
}

function residentOf(pid: number): number {
  try {
    const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    // No /proc on this system.
    return Number.NaN;
  }
}
