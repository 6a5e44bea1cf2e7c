import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as z from "zod";
import { Shelf } from "./shelf.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "shelf-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const open = (keep?: (value: number) => boolean) =>
  Shelf.open(directory, "numbers", { parse: (value) => z.number().parse(value), keep });
const file = () => join(directory, "numbers.ndjson");

it("keeps every change without being closed, as after a kill", () => {
  const shelf = open();
  shelf.set("a", 1);
  shelf.set("b", 2);
  shelf.set("a", 3);
  shelf.delete("b");
  expect(open().values()).toEqual([3]);
});

it("forgets what a crash cut off, and writes on behind what was whole", () => {
  open().set("a", 1);
  appendFileSync(file(), '["b",');
  const after = open();
  after.set("c", 3);
  expect(open().values()).toEqual([1, 3]);
});

it("drops on opening what was replaced and what is not worth keeping", () => {
  const shelf = open();
  for (let value = 0; value < 10; value += 1) shelf.set("a", value);
  shelf.set("old", -1);
  expect(open((value) => value >= 0).get("old")).toBeUndefined();
  expect(readFileSync(file(), "utf8")).toBe('["a",9]\n');
});

it("refuses a file of another form, by name", () => {
  writeFileSync(file(), "{}\n");
  expect(() => open()).toThrow("numbers.ndjson: not a line of ours: {}");
  writeFileSync(file(), '["a","one"]\n');
  expect(() => open()).toThrow("expected number");
});
