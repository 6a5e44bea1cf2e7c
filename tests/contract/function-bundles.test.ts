import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { describe, expect, it, onTestFinished } from "vitest";
import { clone } from "../fixtures/clone.ts";

const run = promisify(execFile);

/** As Amplify bundles, without the code that it puts in front for secrets; far away from any node_modules. */
async function bundle(name: string) {
  const directory = await mkdtemp(join(tmpdir(), `egao-${name}-`));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const outfile = join(directory, "index.mjs");
  await build({
    entryPoints: [join(clone, "functions", name, "handler.ts")],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "esm",
    mainFields: ["module", "main"],
    banner: {
      js: "import{createRequire as __makeRequire}from'node:module';const require=__makeRequire(import.meta.url);",
    },
    logLevel: "error",
  });
  return { directory, outfile, sizeBytes: (await stat(outfile)).size };
}

/** What a script of its own prints, with the bundle beside it. */
async function runBeside(
  directory: string,
  script: string,
  env: Record<string, string> = {},
): Promise<string> {
  const file = join(directory, "script.mjs");
  await writeFile(file, script);
  const { stdout } = await run(process.execPath, [file], { cwd: directory, env: { PATH: "", ...env } });
  return stdout;
}

describe("the functions' bundles", () => {
  it.each([
    ["line-webhook", 60],
    ["guest-authorizer", 60],
    ["guest-session", 1_300],
    ["guest-actions", 200],
    ["host-actions", 200],
    ["host-watch", 400],
    ["event-keeper", 200],
    // Most of it are the drawn pictures.
    ["rehearsal-crowd", 1_300],
    ["line-worker", 1_300],
  ])("%s is at most %i kB and stands alone", async (name, mostKilobytes) => {
    const { directory, sizeBytes } = await bundle(name);
    expect(sizeBytes / 1_000).toBeLessThanOrEqual(mostKilobytes);
    const script = `const {handler}=await import("./index.mjs");process.stdout.write(typeof handler);`;
    expect(await runBeside(directory, script)).toBe("function");
  });

  it("line-webhook holds no library but the one that signs", async () => {
    const { outfile } = await bundle("line-webhook");
    expect(await readFile(outfile, "utf8")).not.toMatch(/ZodError|SmithyError|line-bot-sdk/);
  });

  it("line-webhook answers alone: 200 to LINE's test, 401 to everybody else", async () => {
    const { directory } = await bundle("line-webhook");
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
    const signature = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=";
    const script = `const {handler}=await import("./index.mjs");
      const answer=async(signature)=>(await handler({headers:{"x-line-signature":signature},body:${JSON.stringify(body)},isBase64Encoded:false})).statusCode;
      process.stdout.write(JSON.stringify([await answer("${signature}"),await answer("no")]));`;
    const printed = await runBeside(directory, script, {
      LINE_CHANNEL_SECRET: "8c570fa6dd201bb328f1c1eac23a96d8",
      PHOTO_QUEUE_URL: "http://127.0.0.1:1/1/photos",
      CHAT_QUEUE_URL: "http://127.0.0.1:1/1/chat",
      REMINDER_QUEUE_URL: "http://127.0.0.1:1/1/reminders",
      AWS_REGION: "ap-northeast-1",
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "secret",
    });
    expect(JSON.parse(printed)).toEqual([200, 401]);
  });
});
