import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import sharp, { type Sharp } from "sharp";
import { clone } from "../fixtures/clone.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median, ms } from "./statistics.ts";

const ROUNDS = 5;
const twelve = { width: 4032, height: 3024 } as const;
const fifty = { width: 8160, height: 6120 } as const;

const pictures: readonly (readonly [name: string, make: () => Promise<Buffer>])[] = [
  ["JPEG of 12 megapixels", async () => (await grainy(twelve)).jpeg({ quality: 90 }).toBuffer()],
  [
    "progressive JPEG of 12 megapixels",
    async () => (await grainy(twelve)).jpeg({ quality: 90, progressive: true }).toBuffer(),
  ],
  ["PNG of 12 megapixels", async () => (await grainy(twelve)).png({ compressionLevel: 3 }).toBuffer()],
  ["JPEG of 50 megapixels", async () => (await grainy(fifty)).jpeg({ quality: 90 }).toBuffer()],
];

/** Both copies and the fingerprint of a picture, from one decode, by the worker's own code: bundled, in a fresh process. */
export const displayCopies: Measurement = {
  name: "display copies",
  async run(): Promise<readonly Row[]> {
    const directory = mkdtempSync(join(tmpdir(), "egao-copies-"));
    try {
      const bundle = await bundledMaker(directory);
      const rows: Row[] = [];
      for (const [name, make] of pictures) {
        const file = join(directory, "picture");
        const bytes = await make();
        writeFileSync(file, bytes);
        const runs = Array.from({ length: ROUNDS }, () => makeCopies(bundle, file));
        const cpuMs = median(runs.map((run) => run.cpuMs));
        const peakMb = Math.max(...runs.map((run) => run.peakMb));
        rows.push({
          what: `copies and fingerprint of a ${name} (${(bytes.length / 1e6).toFixed(1)} MB): processor time, median of ${ROUNDS} cold ones / peak memory of the process`,
          measured: `${ms(cpuMs)} / ${peakMb.toFixed(0)} MB`,
          ...(name.includes("JPEG of 12") && { budget: "1500 ms / 512 MB" }),
        });
      }
      return rows;
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

/** A drawn group, enlarged, with the grain that a camera adds: that is what takes time. */
async function grainy({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): Promise<Sharp> {
  const noise = { type: "gaussian", mean: 128, sigma: 26 } as const;
  const grain = sharp({
    create: { width: width / 2, height: height / 2, channels: 3, background: "#808080", noise },
  });
  const input = await grain.resize(width, height).png({ compressionLevel: 0 }).toBuffer();
  const drawn = sharp(await renderSample("three-friends")).resize(width, height, { fit: "fill" });
  return drawn.composite([{ input, blend: "overlay" }]).removeAlpha();
}

async function bundledMaker(directory: string): Promise<string> {
  const outfile = join(directory, "copies.mjs");
  await build({
    stdin: {
      contents: childCode,
      resolveDir: join(clone, "functions", "shared", "pictures"),
      loader: "ts",
    },
    outfile,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
    logLevel: "error",
  });
  return outfile;
}

const childCode = `
import { readFileSync } from "node:fs";
import { copyMaker } from "./copy-maker.ts";
import { pictureTypeOf, readPictureHead } from "./picture-head.ts";
const bytes = readFileSync(process.argv[2]);
const head = readPictureHead(bytes, pictureTypeOf(bytes));
const before = process.cpuUsage();
const made = await copyMaker.makeCopies(bytes, head);
if (made.kind !== "made") throw new Error("refused: " + made.reason);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }));
`;

interface Run {
  readonly cpuMs: number;
  readonly peakMb: number;
}

function makeCopies(bundle: string, file: string): Run {
  const answer = execFileSync(process.execPath, ["--max-old-space-size=256", bundle, file], {
    encoding: "utf8",
  });
  const run: Run = JSON.parse(answer);
  return run;
}
