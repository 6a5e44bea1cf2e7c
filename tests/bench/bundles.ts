import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median, ms } from "./statistics.ts";

const budgets: Readonly<Record<string, string>> = {
  "line-webhook": "60 kB / 25 ms",
  "line-worker": "1300 kB / 250 ms",
};

/** Each function bundled as Amplify does it (ESM, minified), without the secrets banner, imported by a fresh Node. */
export const bundles: Measurement = {
  name: "bundles",
  async run(): Promise<readonly Row[]> {
    const directory = mkdtempSync(join(tmpdir(), "egao-bundles-"));
    const rows: Row[] = [];
    for (const name of [
      "line-webhook",
      "line-worker",
      "guest-session",
      "guest-authorizer",
      "host-actions",
      "host-watch",
      "event-keeper",
    ]) {
      const outfile = join(directory, `${name}.mjs`);
      await build({
        entryPoints: [join(clone, "functions", name, "handler.ts")],
        outfile,
        bundle: true,
        minify: true,
        platform: "node",
        target: "node22",
        format: "esm",
        // As Amplify's own banner does for CommonJS inside of ESM.
        banner: {
          js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
        },
        logLevel: "error",
      });
      const times = Array.from({ length: 7 }, () => importMs(outfile));
      const budget = budgets[name];
      rows.push({
        what: `${name}: bundle / import (median of 7)`,
        measured: `${(statSync(outfile).size / 1000).toFixed(0)} kB / ${ms(median(times))}`,
        ...(budget !== undefined && { budget }),
      });
    }
    rmSync(directory, { recursive: true, force: true });
    return rows;
  },
};

function importMs(file: string): number {
  const script = `const t = performance.now(); import(${JSON.stringify(file)}).catch(() => {}).then(() => console.log(performance.now() - t))`;
  return Number(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }));
}
