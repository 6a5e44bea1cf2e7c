import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDirectory } from "./lock-directory.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "egao-lock-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const lock = (): string => join(directory, "lock");

test("another living Egao keeps the folder", () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "local/main.ts"]);
  try {
    writeFileSync(lock(), String(other.pid));
    expect(() => lockDirectory(directory)).toThrow(`in use by another Egao (process ${other.pid})`);
  } finally {
    other.kill("SIGKILL");
  }
});

test.skipIf(!existsSync("/proc/self/cmdline"))("a process of another kind with that id does not", () => {
  writeFileSync(lock(), String(process.ppid));
  lockDirectory(directory);
  expect(readFileSync(lock(), "utf8")).toBe(String(process.pid));
});

test.each(["", "no number", "999999999"])("a lock without a living owner does not: %j", (owner) => {
  writeFileSync(lock(), owner);
  const unlock = lockDirectory(directory);
  unlock();
  expect(existsSync(lock())).toBe(false);
});
