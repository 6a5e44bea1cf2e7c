import { spawn } from "node:child_process";
import { explainFailure } from "./explain-failure.ts";

/** Runs `amplify/backend.ts` into `directory`; answers what it printed. Rejects with what is wrong, and where. */
export function runCdk(clone: string, directory: string): Promise<string> {
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
      else fail(new Error(`the backend could not be synthesised:\n${explainFailure(output, clone)}`));
    });
  });
}
