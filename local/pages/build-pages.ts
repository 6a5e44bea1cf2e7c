import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PageApp, pageApps, pageConfigs } from "./page-source.ts";
import { digestOfFiles } from "../synth/digest-of-files.ts";

/** What each app is made from, beside the lock file. */
const sources: Readonly<Record<PageApp, readonly string[]>> = {
  web: ["src", "domain", "public", "vite.config.ts"],
  chat: ["local/chat", "local/line/memory/chat.ts", "domain"],
  local: ["local/page"],
};

/** Builds all pages into `dist`, each app only when what it is made from has changed. */
export async function buildPages(clone: string): Promise<void> {
  for (const app of pageApps) {
    const stamp = join(clone, "dist", `${app}.built-from`);
    const digest = digestOfFiles(clone, [...sources[app], "package-lock.json"]);
    const isBuilt = existsSync(join(clone, "dist", app, "index.html")) && existsSync(stamp);
    if (isBuilt && readFileSync(stamp, "utf8") === digest) continue;
    await runVite(clone, pageConfigs[app].config);
    mkdirSync(join(clone, "dist"), { recursive: true });
    writeFileSync(stamp, digest);
  }
}

function runVite(clone: string, config: string): Promise<void> {
  const vite = join(clone, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0 ? done() : fail(new Error(`the pages of ${config} could not be built:\n${chunks.join("")}`)),
    );
  });
}
