import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Quota } from "./ports/message-quota.ts";
import { createPushAllowance } from "./push-allowance.ts";

const START_MS = Date.UTC(2026, 10, 21, 9, 0);
let now: number;
let asked: number;
let quota: Quota | "unknown";
let lines: Record<string, unknown>[];
beforeEach(() => {
  [now, asked, quota, lines] = [START_MS, 0, { limit: 200, used: 0 }, []];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
});
afterEach(() => vi.restoreAllMocks());

const open = () =>
  createPushAllowance(
    {
      async quota() {
        asked += 1;
        if (quota === "unknown") throw new Error("no answer");
        return quota;
      },
    },
    () => now,
    "line-worker",
  );
async function takeMany(allowance: ReturnType<typeof open>, times: number): Promise<number> {
  const taken = await Promise.all(Array.from({ length: times }, () => allowance.take("U")));
  return taken.filter(Boolean).length;
}

describe("A5: what the bot may push", () => {
  it("ends at 90 percent of the month's messages, those included that LINE's number does not hold yet", async () => {
    quota = { limit: 200, used: 170 };
    expect(await takeMany(open(), 30)).toBe(10);
  });

  it.each([
    [{ limit: 200, used: 179 }, true],
    [{ limit: 200, used: 180 }, false],
    [{ limit: 0, used: 0 }, false],
    [{ used: 1_000_000 }, true],
  ])("%j: %s", async (known, may) => {
    quota = known;
    expect(await open().take("U")).toBe(may);
  });

  it("is asked of LINE once a minute", async () => {
    const allowance = open();
    await takeMany(allowance, 5);
    now += 59_999;
    await allowance.take("U");
    expect(asked).toBe(1);
    quota = { limit: 200, used: 180 };
    now += 1;
    expect(await allowance.take("U")).toBe(false);
    expect(asked).toBe(2);
  });

  it("is asked again after no answer, and never taken for granted", async () => {
    const allowance = open();
    quota = "unknown";
    await expect(allowance.take("U")).rejects.toThrow("no answer");
    quota = { limit: 200, used: 0 };
    expect(await allowance.take("U")).toBe(true);
  });

  it("ends at once when LINE says that none is left, until it is asked again", async () => {
    const allowance = open();
    await allowance.take("U");
    allowance.stop();
    expect(await allowance.take("U")).toBe(false);
    expect(lines.at(-1)).toMatchObject({ "line-quota": 100 });
    now += 60_000;
    expect(await allowance.take("U")).toBe(true);
  });
});

describe("the metric of the quota", () => {
  it("is a line of the log in CloudWatch's embedded format, one for each answer of LINE", async () => {
    quota = { limit: 200, used: 175 };
    await takeMany(open(), 4);
    expect(lines).toEqual([
      {
        level: "info",
        code: "line-quota",
        "line-quota": 87.5,
        FunctionName: "line-worker",
        _aws: {
          Timestamp: START_MS,
          CloudWatchMetrics: [
            {
              Namespace: "Egao",
              Dimensions: [["FunctionName"]],
              Metrics: [{ Name: "line-quota", Unit: "Percent" }],
            },
          ],
        },
      },
    ]);
  });

  it("is nothing where there is no limit", async () => {
    quota = { used: 5 };
    await open().take("U");
    expect(lines).toEqual([]);
  });
});
