import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { stage } from "../../cli/stage/stage.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// `npm run stage`, as somebody types it.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 120_000);
afterAll(() => stack.close());
afterEach(() => {
  vi.restoreAllMocks();
  stack.faults.set({});
});

let printed: string[];
let complained: string[];
beforeEach(() => {
  [printed, complained] = [[], []];
});

/** The number that the command ends with. */
const run = (...args: readonly string[]): Promise<number> =>
  stage(args, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
const here = (...args: readonly string[]): Promise<number> =>
  run(...args, "--port", new URL(stack.endpoints.boardUrl).port);
/** What stands in the store, without what only the API makes of it. */
async function kept() {
  const rows = await stack.rows("Event");
  const row = rows.find(({ eventId }) => eventId?.S === stack.endpoints.eventId);
  const { name, step, takesUntil, alternates, version } = row?.["stage"]?.M ?? {};
  return {
    name: name?.S,
    step: step?.N === undefined ? undefined : Number(step.N),
    endsAt: Number(takesUntil?.N),
    alternates: alternates?.BOOL ?? false,
    version: Number(version?.N),
  };
}
/** To where everything but a reveal may follow. */
async function endShow(): Promise<void> {
  if ((await kept()).name !== "thanks") await goTo("thanks");
}
async function goTo(...stages: readonly string[]): Promise<void> {
  for (const words of stages) expect(await here(...words.split(" ")), words).toBe(0);
  [printed, complained] = [[], []];
}

test("leads through an evening, and tells what the room sees", async () => {
  await goTo("join");
  expect(await here()).toBe(0);
  expect(await here("ranking", "--turns")).toBe(0);
  expect((await kept()).alternates).toBe(true);
  expect(await here("wall")).toBe(0);
  expect((await kept()).alternates).toBe(false);
  expect(printed).toEqual([
    "join: how to take part",
    "ranking: ranking and wall in turns",
    "wall: all photos, without scores",
  ]);
  const before = Date.now();
  expect(await here("round", "7")).toBe(0);
  const { endsAt } = await kept();
  expect(endsAt).toBeGreaterThanOrEqual(before + 7 * 60_000);
  expect(endsAt).toBeLessThanOrEqual(Date.now() + 7 * 60_000);
  expect(printed.at(-1)).toMatch(/^round: photos count until \d\d:\d\d:\d\d$/);
  expect(await here("round")).toBe(0);
  expect((await kept()).endsAt).toBeLessThan(endsAt);

  [printed] = [[]];
  for (const words of [
    "frozen",
    "reveal",
    "reveal next",
    "reveal next",
    "reveal back",
    "reveal 2",
    "thanks",
    "replay",
    "replay",
  ])
    expect(await here(...words.split(" ")), words).toBe(0);
  expect(printed).toEqual([
    "frozen: no more photos, and the result is to come",
    "reveal, step 0 of 10: nobody yet",
    "reveal, step 1 of 10: place 10",
    "reveal, step 2 of 10: place 9",
    "reveal, step 1 of 10: place 10",
    "reveal, step 2 of 10: place 9",
    "thanks: thanks to everybody",
    "replay: the evening's ranking once more, in one minute",
    "replay: the evening's ranking once more, in one minute",
  ]);
  expect(complained).toEqual([]);
}, 60_000);

describe("what may not follow is refused, with what may, and changes nothing", () => {
  test.each<[string, readonly string[], string, string]>([
    ["a reveal of a ranking that runs", ["ranking"], "reveal", "npm run stage -- frozen"],
    ["the ranking after a reveal", ["frozen", "reveal"], "ranking", '"frozen" and "thanks" only'],
    ["two steps at once", ["frozen", "reveal 4"], "reveal 6", "it is at step 4 (place 7)"],
    ["the winner at once", ["frozen"], "reveal 10", "step 9 at most"],
    ["what is after the winner", ["frozen", "reveal 9", "reveal next"], "reveal next", '"thanks" ends'],
    ["what is before everybody", ["frozen", "reveal"], "reveal back", "nothing before"],
    ["a replay before the winner", ["frozen", "reveal 9"], "replay", "after the winner"],
    ["a replay of what is frozen", ["frozen"], "replay", "After a freeze"],
    ["a replay before there is anything", ["join"], "replay", "nothing to tell again yet"],
    ["what is there", ["join"], "join", "The screens show join: how to take part already."],
  ])("%s", async (_, before, wish, words) => {
    await endShow();
    await goTo(...before);
    const was = await kept();
    expect(await here(...wish.split(" "))).toBe(1);
    expect(complained.join("\n")).toContain(words);
    expect(await kept()).toEqual(was);
  });
});

/** Of so many orders that the command sends, the answer is lost: before or after they were carried out. */
function loseAnswers(when: "before" | "after", times: number): () => number {
  const real = globalThis.fetch;
  let lost = 0;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const isOrder = typeof init?.body === "string" && init.body.includes("setStage");
    if (!isOrder || lost >= times) return real(input, init);
    lost += 1;
    if (when === "after") await (await real(input, init)).arrayBuffer();
    throw new TypeError("fetch failed");
  });
  return () => lost;
}

test.each(["before", "after"] as const)(
  "G4: steps once, also when its answer is lost again and again, %s it was carried out",
  async (when) => {
    await endShow();
    await goTo("frozen", "reveal 3");
    const { version } = await kept();
    const lost = loseAnswers(when, 3);
    expect(await here("reveal", "next")).toBe(0);
    expect(lost()).toBe(3);
    expect(printed).toEqual(["reveal, step 4 of 10: place 7"]);
    expect(await kept()).toMatchObject({ step: 4, version: version + 1 });
  },
);

test("G4: keeps on when the API itself fails, and steps once", async () => {
  await endShow();
  await goTo("frozen", "reveal 3");
  const { version } = await kept();
  stack.faults.set({ calls: { "appsync:GraphQL": { failAfter: 1, times: 3 } } });
  expect(await here("reveal", "next")).toBe(0);
  expect(stack.faults.struck("appsync:GraphQL")).toBeGreaterThan(0);
  expect(await kept()).toMatchObject({ step: 4, version: version + 1 });
});

test("somebody else was faster", async () => {
  await endShow();
  await goTo("join");
  const answers = await Promise.all([here("ranking"), here("wall")]);
  expect(answers.toSorted()).toEqual([0, 1]);
  expect(complained).toEqual([expect.stringContaining("Somebody else")]);
});

test("an event that is not there", async () => {
  expect(await here("wall", "--event", "nowhere")).toBe(1);
  expect(complained).toEqual(["There is no event nowhere."]);
});

test("no Egao that answers", async () => {
  expect(await run("wall", "--port", "1")).toBe(4);
  expect(complained.join("\n")).toContain("npm start");
});

test.each([
  [["dance"]],
  [["round", "x"]],
  [["round", "61"]],
  [["round", "2.5"]],
  [["reveal", "11"]],
  [["reveal", "forth"]],
  [["join", "5"]],
  [["frozen", "--turns"]],
  [["--turns"]],
  [["wall", "--loud"]],
  [["reveal", "next", "next"]],
])("what nobody understands: %j", async (args) => {
  expect(await run(...args)).toBe(2);
  expect(complained.at(-1)).toContain("--help");
  expect(printed).toEqual([]);
});

test("help", async () => {
  expect(await run("--help")).toBe(0);
  expect(printed[0]).toContain("npm run stage");
});
