import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";

/** `npm ci` into an empty folder, with whatever npm's cache holds. */
export const installation: Measurement = {
  name: "installation",
  run(): Promise<readonly Row[]> {
    const directory = mkdtempSync(join(tmpdir(), "egao-install-"));
    for (const file of ["package.json", "package-lock.json", ".npmrc"])
      cpSync(join(clone, file), join(directory, file));
    const startedAt = performance.now();
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: directory,
      stdio: "ignore",
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const [kilobytes = "0"] = execFileSync("du", ["-sk", "node_modules"], {
      cwd: directory,
      encoding: "utf8",
    }).split("\t");
    rmSync(directory, { recursive: true, force: true });
    return Promise.resolve([
      { what: "npm ci", measured: `${seconds.toFixed(0)} s, ${(Number(kilobytes) / 1024).toFixed(0)} MB` },
    ]);
  },
};
