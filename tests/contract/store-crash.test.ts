import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { clone } from "../fixtures/clone.ts";
import { contentOf, type OpenStore } from "./disk-store.ts";
import { stores } from "./disk-stores.ts";

const KILLS = 15;
/** In the clone, so that packages are found; plain JavaScript starts several times faster than through a loader. */
const program = join(clone, "node_modules", ".cache", `egao-store-crash-${process.pid}`, "child.mjs");

beforeAll(async () => {
  await build({
    entryPoints: [join(clone, "tests", "contract", "store-crash-child.ts")],
    outfile: program,
    bundle: true,
    external: ["dynalite"],
    banner: { js: 'import{createRequire as make}from"node:module";const require=make(import.meta.url);' },
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return () => rmSync(join(program, ".."), { recursive: true });
});

/** What the children said so far. */
class Testimony {
  readonly written = new Set<string>();
  /** Removed, or just being removed when the process died. */
  readonly perhapsGone = new Set<string>();
  readonly removed = new Set<string>();
  next = 0;

  add(line: string): void {
    const [what, id = ""] = line.split(" ");
    if (what === "w") this.written.add(id);
    if (what === "r?") this.perhapsGone.add(id);
    if (what === "r") this.removed.add(id);
    this.next = Math.max(this.next, Number(id.slice(1)) + 1);
  }
}

/** Lets a child write and kills it after a random time from its first accepted write; null: it died by itself. */
async function writeAndKill(name: string, directory: string, testimony: Testimony): Promise<string | null> {
  const child = spawn(process.execPath, [program, name, directory, String(testimony.next)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await Promise.race([once(child.stdout, "data"), ended]);
  await wait(Math.random() * 60);
  child.kill("SIGKILL");
  const [, signal] = await ended;
  for (const line of said.split("\n").slice(0, -1)) testimony.add(line);
  // The write that was under way has an id of its own, whether or not it became one.
  testimony.next += 1;
  return signal;
}

async function check(store: OpenStore, testimony: Testimony, keepsLastOnly: boolean): Promise<void> {
  const contents = await store.contents();
  for (const [id, content] of contents) expect(content, id).toBe(contentOf(id));
  if (keepsLastOnly) {
    const [id = ""] = [...contents.keys()];
    const last = Math.max(...[...testimony.written].map((written) => Number(written.slice(1))));
    expect(Number(id.slice(1))).toBeGreaterThanOrEqual(last);
    return;
  }
  const lost = [...testimony.written].filter((id) => !contents.has(id) && !testimony.perhapsGone.has(id));
  expect(lost, "accepted and lost").toEqual([]);
  expect(
    [...testimony.removed].filter((id) => contents.has(id)),
    "removed and there again",
  ).toEqual([]);
}

describe.each(Object.entries(stores))("%s", (name, { open, keepsLastOnly = false }) => {
  it(`opens whole after ${KILLS} kills in the middle of writing`, async () => {
    const directory = mkdtempSync(join(tmpdir(), "egao-crash-"));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const testimony = new Testimony();
    for (let kill = 0; kill < KILLS; kill += 1) {
      expect(await writeAndKill(name, directory, testimony)).toBe("SIGKILL");
      const store = await open(directory);
      await check(store, testimony, keepsLastOnly);
      await store.close();
    }
    expect(testimony.written.size).toBeGreaterThan(KILLS);
  }, 180_000);
});
