import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOfFiles } from "./digest-of-files.ts";

export interface Synthesis {
  /** The cloud assembly (`cdk.out`). */
  readonly directory: string;
  /** What the CDK wrote while it worked: warnings are found nowhere else. Empty when nothing had to be done. */
  readonly output: string;
  readonly isFresh: boolean;
}

/** What the templates are made from. */
const sources = ["amplify", "functions", "domain", "package-lock.json"];

/**
 * Synthesises `amplify/backend.ts` without an account and without network. The result is kept under a digest of
 * everything it is made from, so that an unchanged backend costs nothing.
 */
export async function synthesise(clone: string, { force = false } = {}): Promise<Synthesis> {
  const directory = join(clone, ".amplify", "cdk.out");
  const stamp = join(clone, ".amplify", "synthesised-from");
  const outputFile = join(clone, ".amplify", "synth-output.txt");
  const digest = `${digestOfFiles(clone, sources)} ${process.env["LIFF_ID"] ?? ""}`;
  if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
    return { directory, output: readFileSync(outputFile, "utf8"), isFresh: false };
  }
  rmSync(stamp, { force: true });
  rmSync(directory, { recursive: true, force: true });
  const output = await runCdk(clone, directory);
  writeFileSync(outputFile, output);
  writeFileSync(stamp, digest);
  return { directory, output, isFresh: true };
}

function runCdk(clone: string, directory: string): Promise<string> {
  const context = {
    "amplify-backend-namespace": "egao",
    "amplify-backend-name": "local",
    "amplify-backend-type": "standalone",
  };
  const child = spawn(process.execPath, ["--import", "tsx", "amplify/backend.ts"], {
    cwd: clone,
    env: {
      ...process.env,
      CDK_OUTDIR: directory,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      TSX_TSCONFIG_PATH: "amplify/tsconfig.json",
      AMPLIFY_DISABLE_TELEMETRY: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      const output = chunks.join("");
      if (code === 0) done(output);
      else fail(new Error(`amplify/backend.ts could not be synthesised:\n${output}`));
    });
  });
}
