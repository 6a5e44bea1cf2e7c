import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layMenus } from "./lay-menus.ts";
import { formatEntry } from "./log/format-entry.ts";
import { readLine } from "./log/read-line.ts";
import { buildPages } from "./pages/build-pages.ts";
import { type Options, readOptions } from "./read-options.ts";
import { lockDirectory } from "./stack/lock-directory.ts";
import type { Stack } from "./stack/stack.ts";
import { startStack } from "./stack/start-stack.ts";
import { synthesise } from "./synth/synthesise.ts";

const clone = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

const steps: { readonly step: string; readonly endedAt: number }[] = [];
const stepDone = (step: string): void => void steps.push({ step, endedAt: performance.now() });

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? `\n${error.message}` : error);
  process.exit(1);
}

async function main(): Promise<void> {
  stepDone("Node and the stack's modules loaded");
  const options = readOptions(clone);
  // Also when the start fails.
  process.once("exit", lockDirectory(options.data));
  if (options.fresh) forget(options.data);
  console.log("Egao 笑顔 starts …");
  const running = await (options.dev ? startDeveloping(options) : startBuilt(options));
  console.log(banner(running.stack(), options));
  layMenus(clone, running.stack());
  if (options.timings) console.log(timings());
  if (options.open) openBrowser(running.stack().endpoints.chatUrl);
  endOnSignal(running);
}

interface Running {
  stack(): Stack;
  close(): Promise<void>;
}

async function startBuilt(options: Options): Promise<Running> {
  const [synthesis] = await Promise.all([synthesise(clone), buildPages(clone)]);
  stepDone("backend and pages found or made");
  const stack = await startStack({ ...stackOptions(options), assemblyDirectory: synthesis.directory });
  // The first photo should not wait for the nets.
  stack.services.rekognition
    .warm()
    .catch((error: unknown) => stack.log(`rekognition: ERROR ${String(error)}`));
  return { stack: () => stack, close: () => stack.close() };
}

async function startDeveloping(options: Options): Promise<Running> {
  // Only here: a start does without the tools that build pages.
  const { startDev } = await import("./dev/start-dev.ts");
  return startDev(stackOptions(options));
}

function stackOptions({ data, port, raw }: Options) {
  const hasColour = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  const log = (line: string): void =>
    console.log(raw ? line : formatEntry(readLine(line), new Date(), hasColour));
  return { clone, dataDirectory: data, port, log, onStep: stepDone };
}

function banner({ endpoints, origins }: Stack, { data, dev }: Options): string {
  const seconds = (performance.now() / 1000).toFixed(1);
  return `
  Ready after ${seconds} s.

  Chat     ${endpoints.chatUrl}      be a guest: send a photo
  Board    ${endpoints.boardUrl}      what the projector shows
  Stack    ${origins.main}/local      what runs and what goes wrong, on command too
  Host     ${endpoints.hostUrl}      ${endpoints.host.username} / ${endpoints.host.password}
  All addresses: ${origins.main}/local/endpoints.json · data: ${data}
  ${dev ? "A change of amplify/, functions/, domain/ or a page is taken up at once. " : ""}Ctrl-C ends everything.
`;
}

/** Where the time of the start went, since the process began. */
function timings(): string {
  return steps
    .map(({ step, endedAt }, index) => {
      const tookMs = endedAt - (steps[index - 1]?.endedAt ?? 0);
      return `  ${tookMs.toFixed(0).padStart(6)} ms  ${step}\n`;
    })
    .join("");
}

function endOnSignal(running: Running): void {
  let isClosing = false;
  const end = (): void => {
    if (isClosing) return;
    isClosing = true;
    running
      .close()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

/** Only what a stack keeps: somebody may have named a folder with other things in it. */
function forget(data: string): void {
  for (const name of ["tables", "queues", "objects", "users", "line", "line-login", "settings.json"]) {
    rmSync(join(data, name), { recursive: true, force: true });
  }
}

/** Best effort: a machine without a desktop prints the addresses all the same. */
function openBrowser(url: string): void {
  if (process.env["CI"] !== undefined || !process.stdout.isTTY) return;
  const command =
    process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
