import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { spawn } from "node:child_process";
import { buildPages } from "./pages/build-pages.ts";
import { lockDirectory } from "./stack/lock-directory.ts";
import { startStack } from "./stack/start-stack.ts";
import { synthesise } from "./synth/synthesise.ts";

const usage = `npm start -- [options]
  --port N     main port (otherwise that of the last time, or any free one)
  --data DIR   where photos, ranking and chats are kept (otherwise .egao in this folder)
  --fresh      forget what is kept there and begin anew
  --no-open    do not open the browser`;

const clone = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? `\n${error.message}` : error);
  process.exit(1);
}

async function main(): Promise<void> {
  const options = readOptions();
  const startedAt = performance.now();
  // Also when the start fails.
  process.once("exit", lockDirectory(options.data));
  if (options.fresh) forget(options.data);
  console.log("Egao 笑顔 starts …");
  const [synthesis] = await Promise.all([synthesise(clone), buildPages(clone)]);
  const stack = await startStack({
    clone,
    assemblyDirectory: synthesis.directory,
    dataDirectory: options.data,
    port: options.port,
    log: (line) => console.log(`  ${line}`),
  });
  const { endpoints, origins } = stack;
  // The first photo should not wait for the nets.
  stack.services.rekognition.warm().catch((error: unknown) => console.error("face reading:", error));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`
  Ready after ${seconds} s.

  Chat     ${endpoints.chatUrl}      be a guest: send a photo
  Board    ${endpoints.boardUrl}      what the projector shows
  Host     ${endpoints.host.username} / ${endpoints.host.password}
  All addresses: ${origins.main}/local/endpoints.json · data: ${options.data}
  Ctrl-C ends everything.
`);
  if (options.open) openBrowser(endpoints.chatUrl);

  let isClosing = false;
  const end = (): void => {
    if (isClosing) return;
    isClosing = true;
    stack
      .close()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

interface Options {
  readonly port: number | undefined;
  readonly data: string;
  readonly fresh: boolean;
  readonly open: boolean;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        port: { type: "string" },
        data: { type: "string" },
        fresh: { type: "boolean", default: false },
        open: { type: "boolean", default: true },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_532)) {
      throw new Error(`--port takes a number from 0 to 65532, not ${values.port}`);
    }
    return {
      port,
      data:
        values.data === undefined
          ? join(clone, ".egao")
          : resolve(process.env["INIT_CWD"] ?? ".", values.data),
      fresh: values.fresh,
      open: values.open,
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
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
