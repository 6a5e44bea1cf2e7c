import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { describe } from "vitest";
import { REGION } from "../../local/aws/service.ts";
import type { ClientSettings } from "./open-gateway.ts";

/**
 * The DynamoDB tests run on our stand-in and, as a second opinion by other people, on dynoxide. What speaks of our
 * stand-in alone (its clock, its rights, its files) is tested on ours only.
 */
export type Engine = "ours" | "dynoxide";

/** Where the binary is; it is an optional dependency for one platform. */
const dynoxide = findDynoxide();

/** The same tests on each engine; dynoxide's are skipped where it is not installed. */
export function describeEngines(title: string, tests: (engine: Engine) => void): void {
  describe(`${title} (ours)`, () => {
    tests("ours");
  });
  const missing = dynoxide === undefined ? ": @dynoxide/linux-x64 is not installed here" : "";
  describe.skipIf(dynoxide === undefined)(`${title} (dynoxide${missing})`, () => {
    tests("dynoxide");
  });
}

export interface RunningDynoxide {
  readonly settings: ClientSettings;
  stop(): Promise<void>;
}

/** A server of its own with nothing in it. */
export async function startDynoxide(): Promise<RunningDynoxide> {
  if (dynoxide === undefined) throw new Error("@dynoxide/linux-x64 is not installed");
  const port = await freePort();
  const server = spawn(dynoxide, ["serve", "--port", String(port)], { stdio: "ignore" });
  const ended = once(server, "close");
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await isUp(endpoint))) {
    if (server.exitCode !== null) throw new Error(`dynoxide ended with ${server.exitCode}`);
    await delay(5);
  }
  return {
    settings: {
      endpoint,
      region: REGION,
      maxAttempts: 1,
      // It takes any key, but no call without one.
      credentials: { accessKeyId: "anybody", secretAccessKey: "anything" },
    },
    async stop() {
      server.kill();
      await ended;
    },
  };
}

function findDynoxide(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("@dynoxide/linux-x64/dynoxide");
  } catch {
    return undefined;
  }
}

/** dynoxide cannot be asked which port it took. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

async function isUp(endpoint: string): Promise<boolean> {
  try {
    const { headers } = await fetch(endpoint);
    return headers.has("x-dynoxide-version");
  } catch {
    return false;
  }
}
