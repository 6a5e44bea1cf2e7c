import { spawn } from "node:child_process";

/** Everything that must be green before a commit; it changes no file. The long ones first, two at a time. */
const steps: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: "unit tests", command: ["vitest", "run", "--project", "unit"] },
  { name: "lint", command: ["oxlint", "--deny-warnings"] },
  { name: "types", command: ["tsc", "-b"] },
  { name: "types of amplify", command: ["tsc", "-p", "amplify"] },
  { name: "unused code", command: ["knip"] },
  {
    name: "lint of resolvers",
    command: ["eslint", "--config", "cli/lint-resolvers/eslint.config.js", "amplify/data/resolvers/*.js"],
  },
  { name: "format", command: ["oxfmt", "--check"] },
];
const AT_A_TIME = 2;

const startedAt = performance.now();
const failed: string[] = [];
const waiting = [...steps];
await Promise.all(Array.from({ length: AT_A_TIME }, work));
console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
if (failed.length > 0) {
  console.error(`Not green: ${failed.join(", ")}`);
  process.exitCode = 1;
}

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const stepStartedAt = performance.now();
    const { code, output } = await run(step.command);
    const seconds = ((performance.now() - stepStartedAt) / 1000).toFixed(1);
    console.log(`${code === 0 ? "✓" : "✗"} ${step.name} (${seconds} s)`);
    if (code === 0) continue;
    failed.push(step.name);
    console.log(output);
  }
}

function run([file = "", ...args]: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(file, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: "1" },
    shell: process.platform === "win32",
  });
  const chunks: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ code, output: chunks.join("") }));
  });
}
