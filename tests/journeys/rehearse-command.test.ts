import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rehearse } from "../../cli/rehearse/rehearse.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// `npm run rehearse`, as somebody types it.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 180_000);
afterAll(() => stack.close());

/** What is not through after ten minutes is lost: then the report says what. */
const LOSSES_ARE_SURE_MS = 800_000;

let printed: string[];
let complained: string[];
let progress: string[];
beforeEach(() => {
  [printed, complained, progress] = [[], [], []];
});

/** The number that the command ends with. */
const run = (words: string): Promise<number> =>
  rehearse(words.split(" "), {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    progress: (line) => progress.push(line),
  });
const here = (words: string): Promise<number> =>
  run(`${words} --port ${new URL(stack.endpoints.boardUrl).port}`);
const playedEvents = async () =>
  (await stack.rows("Event")).filter((row) => row["isRehearsal"]?.BOOL === true);

describe("before anything was rehearsed", () => {
  test("there is nothing to wipe", async () => {
    expect(await here("wipe")).toBe(1);
    expect(complained).toEqual([expect.stringContaining("never rehearsed")]);
  });

  test("what nobody understands begins nothing", async () => {
    expect(await here("--guests 1001")).toBe(2);
    expect(complained.at(-1)).toContain("--help");
    expect(await playedEvents()).toEqual([]);
  });

  test("an event that is not there", async () => {
    expect(await here("--event nowhere")).toBe(1);
    expect(await playedEvents()).toEqual([]);
  });

  test("no Egao that answers", async () => {
    expect(await run("--port 1")).toBe(4);
    expect(complained.join("\n")).toContain("npm start");
  });
});

test(
  "H6: tells on one line how far it is, then what it came to, and takes it away",
  async () => {
    const whole = here("--guests 6 --photos 10 --minutes 1 --wipe");
    await expect.poll(() => progress.length, { timeout: 30_000 }).toBeGreaterThan(0);
    // H1: one at a time.
    expect(await here("--guests 1 --photos 1 --minutes 1")).toBe(1);
    expect(complained).toEqual([expect.stringContaining("npm run rehearse -- wipe")]);
    expect(await whole, printed.join("\n")).toBe(0);
    expect(progress[0]).toBe("drawing photos");
    expect(progress.at(-1)).toBe("done");
    expect(progress.some((line) => /^sending: \d+ of 10 photos$/.test(line))).toBe(true);

    const [played, ...others] = await playedEvents();
    expect(others).toEqual([]);
    expect(printed[0]).toContain(`/board/${played?.["boardId"]?.S}`);
    expect(printed[1]).toBe("Nothing was lost, and nothing came twice.");
    for (const line of [/^lost +0$/, /^double +0$/, /^sent +10 /, /^until answered +\d/, /^total +\$.*\$/])
      expect(
        printed.some((one) => line.test(one)),
        `${line}`,
      ).toBe(true);
    expect(["erasing", "erased"]).toContain(played?.["state"]?.S);
  },
  LOSSES_ARE_SURE_MS,
);
