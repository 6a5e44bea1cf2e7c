import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFunctionsHome } from "./functions-home.ts";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "egao-home-test-"));
  vi.stubEnv("TMPDIR", place);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});

const nodeModules = "/clone/node_modules";

it("is named after its process, and gone when it is removed", () => {
  const home = createFunctionsHome(nodeModules);
  expect(readdirSync(place)).toEqual([expect.stringMatching(`^egao-functions-${process.pid}-`)]);
  expect(readdirSync(join(home.directory, "node_modules"))).toEqual(["@aws-sdk"]);
  home.remove();
  expect(readdirSync(place)).toEqual([]);
});

it("removes what dead processes left behind, and nothing else", () => {
  const { pid: deadPid } = spawnSync(process.execPath, ["-e", ""]);
  const leftovers = [`egao-functions-${deadPid}-abc`, `egao-objects-${deadPid}-abc`];
  const others = [
    `egao-functions-${process.pid}-abc`,
    `egao-functions-${process.ppid}-abc`,
    "egao-notes-1-abc",
  ];
  for (const name of [...leftovers, ...others]) {
    mkdirSync(join(place, name, "inside"), { recursive: true });
    writeFileSync(join(place, name, "inside", "file"), "");
  }
  const home = createFunctionsHome(nodeModules);
  for (const name of leftovers) expect(existsSync(join(place, name)), name).toBe(false);
  for (const name of others) expect(existsSync(join(place, name, "inside", "file")), name).toBe(true);
  home.remove();
});

it("refuses a temporary folder inside the clone, from where its packages could be found", () => {
  mkdirSync(join(place, "clone", "tmp"), { recursive: true });
  vi.stubEnv("TMPDIR", join(place, "clone", "tmp"));
  expect(() => createFunctionsHome(join(place, "clone", "node_modules"))).toThrow("is inside the clone");
  expect(readdirSync(join(place, "clone", "tmp"))).toEqual([]);
});
