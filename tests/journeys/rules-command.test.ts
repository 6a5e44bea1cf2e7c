import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedRules } from "#domain/event-rules";
import { rules } from "../../cli/rules/rules.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// `npm run rules`, as somebody types it.

let stack: TestStack;
let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "egao-rules-test-"));
  stack = await startTestStack();
  const userId = await stack.phones.userNamed("Aoi");
  await stack.phones.sendPicture(userId, await freshPicture("three-friends", 500), 50_000);
}, 120_000);
afterAll(async () => {
  rmSync(cwd, { recursive: true });
  await stack.close();
});

let printed: string[];
let complained: string[];
let drawn: string[];
beforeEach(() => {
  [printed, complained, drawn] = [[], [], []];
});

/** The number that the command ends with. */
const run = (...args: readonly string[]): Promise<number> =>
  rules(args, {
    cwd,
    print: (line) => printed.push(...line.split("\n")),
    complain: (line) => complained.push(...line.split("\n")),
    draw: (text) => drawn.push(text),
  });
const here = (...args: readonly string[]): Promise<number> =>
  run(...args, "--port", new URL(stack.endpoints.boardUrl).port);
const file = (name: string, content: unknown): string => {
  writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
};
const score = async (): Promise<number> => Number((await stack.rows("Guest"))[0]?.["score"]?.N);

test("shows the rules, changes them, and takes that back", async () => {
  const before = await score();
  expect(await here("show")).toBe(0);
  expect(printed).toContain("faces that count: all");

  expect(await here("set", file("capped.json", { ...seedRules, scoring: { faceCap: 1 } }))).toBe(0);
  expect(printed.slice(-2)).toEqual([
    "faces that count: all → the happiest",
    "Done: 1 guest stands by these rules.",
  ]);
  expect(drawn.join("")).toContain("counting the guests");
  expect(await score()).toBeLessThan(before);

  expect(await here("undo")).toBe(0);
  expect(printed.slice(-2)).toEqual([
    "faces that count: the happiest → all",
    "Done: 1 guest stands by these rules.",
  ]);
  expect(await score()).toBe(before);
  expect(complained).toEqual([]);
});

test("what it shows as JSON it takes again, and computes once more", async () => {
  expect(await here("show", "--json")).toBe(0);
  const again = file("again.json", printed.join("\n"));
  expect(await here("set", again)).toBe(0);
  expect(printed.slice(-2)[0]).toBe("The rules stay as they are; everything is computed once more.");
});

test.each<[string, unknown, string]>([
  ["names the wrong member", { ...seedRules, scoring: { faceCap: "one" } }, "rules.scoring.faceCap: "],
  ["says that it is no JSON", "{ faceCap: 1 }", "is no JSON"],
])("a wrong file %s", async (_, content, words) => {
  expect(await here("set", file("wrong.json", content))).toBe(3);
  expect(complained.join("\n")).toContain(words);
  expect(complained.join("\n")).toContain("wrong.json");
});

test("a file that is not there", async () => {
  expect(await here("set", "missing.json")).toBe(3);
  expect(complained).toEqual(["There is no file at missing.json."]);
});

test("an event that is not there", async () => {
  expect(await here("undo", "--event", "nowhere")).toBe(1);
  expect(complained).toEqual(["There is no event nowhere."]);
});

test("no Egao that answers", async () => {
  expect(await run("show", "--port", "1")).toBe(4);
  expect(complained.join("\n")).toContain("npm start");
});

test.each([
  [["set"]],
  [["dance"]],
  [[]],
  [["show", "more"]],
  [["show", "--loud"]],
  [["undo", "--port", "x"]],
])("what nobody understands: %j", async (args) => {
  expect(await run(...args)).toBe(2);
  expect(complained.at(-1)).toContain("--help");
  expect(printed).toEqual([]);
});

test("help", async () => {
  expect(await run("--help")).toBe(0);
  expect(printed[0]).toContain("npm run rules");
});
