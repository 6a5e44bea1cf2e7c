import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOfFiles } from "../synth/digest-of-files.ts";

interface Pages {
  readonly name: string;
  readonly config: string;
  readonly output: string;
  readonly sources: readonly string[];
}

const pages: readonly Pages[] = [
  {
    name: "web",
    config: "vite.config.ts",
    output: "dist/web",
    sources: ["src", "domain", "public", "vite.config.ts", "package-lock.json"],
  },
  {
    name: "chat",
    config: "local/chat/vite.config.ts",
    output: "dist/chat",
    sources: ["local/chat", "local/line/memory/chat.ts", "domain", "package-lock.json"],
  },
];

/** Builds the product's pages and the local chat, each only when what it is made from has changed. */
export async function buildPages(clone: string): Promise<void> {
  for (const { name, config, output, sources } of pages) {
    const stamp = join(clone, "dist", `${name}.built-from`);
    const digest = digestOfFiles(clone, sources);
    const isBuilt = existsSync(join(clone, output, "index.html")) && existsSync(stamp);
    if (isBuilt && readFileSync(stamp, "utf8") === digest) continue;
    await runVite(clone, config);
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
