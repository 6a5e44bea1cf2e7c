import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { cardText } from "../../cli/card-text.ts";
import type { CallFaults, FaultPlan } from "../../local/faults/fault-plan.ts";
import { botWords } from "#domain/words/bot";
import { updateEvent } from "../fixtures/authorization/host-orders.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// A5 through the whole stack: photos whose turn comes when no reply can arrive any more.
let stack: TestStack;
let allowPaidMessages: (allowsPaidMessages: boolean) => Promise<void>;
beforeAll(async () => {
  stack = await startTestStack();
  const { token: host } = await signedInHost(stack, "push@example.com");
  allowPaidMessages = (allowsPaidMessages) =>
    updateEvent({ stack, host }, stack.endpoints, { allowsPaidMessages });
}, 120_000);
afterAll(() => stack.close());
beforeEach(async () => {
  stack.line.quota.limit = 20;
  later(0);
  await allowPaidMessages(true);
});

const POINTS = /\d+\.\dpt/;

/** What goes wrong from now on, at a time so much later: what waits in queues for its hour comes now. */
function later(seconds: number, calls: FaultPlan["calls"] = {}): void {
  const { clockOffsetMs = 0 } = stack.faults.plan;
  stack.faults.set({ calls, clockOffsetMs: clockOffsetMs + seconds * 1_000 });
  stack.services.queues.tick();
}

interface Late {
  /** What goes wrong when the photo's turn comes. */
  readonly calls?: FaultPlan["calls"];
  readonly before?: (userId: string) => void;
}

const botMessages = (userId: string, via: "reply" | "push") =>
  stack.line.chats.messagesOf(userId).filter((message) => message.via === via);
const textsOf = (messages: ReturnType<typeof botMessages>): readonly string[] =>
  messages.map(({ body }) => cardText(body));
const rowOf = async (photoId: string) =>
  (await stack.rows("Photo")).find((row) => row["photoId"]?.S === photoId);

/** A photo that LINE hands out after its reply token is over; resolves when everything is worked off. */
async function latePhoto(name: string, { calls = {}, before = (_userId: string) => {} }: Late = {}) {
  const userId = await stack.phones.userNamed(name);
  await waitUntil("the greeting", () => botMessages(userId, "reply").length > 0);
  const greetings = botMessages(userId, "reply").length;
  later(0, { "line:getMessageContent": { failBefore: 1 } });
  const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("bride", 400)]);
  const photoId = sent?.messageId ?? "";
  const hasFailed = (line: string): boolean => line.includes("message-failed") && line.includes(photoId);
  await waitUntil("a try that failed", () => stack.lines.some(hasFailed));
  before(userId);
  later(70, calls);
  await waitUntil("the photo's last step", async () => (await rowOf(photoId))?.["step"]?.S === "answered");
  // The reminder of 40 s, too.
  await waitUntil("the end of all work", () => stack.waitingMessages() + stack.reminders() === 0);
  const row = await rowOf(photoId);
  expect([row?.["state"]?.S, Number(row?.["score"]?.N) > 0]).toEqual(["shown", true]);
  return {
    userId,
    photoId,
    isTold: row?.["isUntold"] === undefined,
    replies: textsOf(botMessages(userId, "reply").slice(greetings)),
    pushes: textsOf(botMessages(userId, "push")),
  };
}

async function askForRanking(userId: string): Promise<string> {
  const { messageId } = stack.line.guests.sendText(userId, "ランキング");
  const found = () => botMessages(userId, "reply").filter(({ answers }) => answers === messageId);
  await waitUntil("the ranking", () => found().length > 0);
  return textsOf(found()).join("\n");
}

const alarmsShape = z.object({
  MetricAlarms: z.array(z.object({ AlarmName: z.string(), StateValue: z.string() })),
});
async function quotaAlarm(): Promise<string | undefined> {
  const { cloudWatch, identities } = stack.services;
  const described = await cloudWatch.call("DescribeAlarms", {}, identities.administrator.caller);
  const { MetricAlarms: all } = alarmsShape.parse(described);
  return all.find(({ AlarmName }) => AlarmName.endsWith("-line-quota"))?.StateValue;
}

describe("A5: the result of a photo whose reply token is over", () => {
  test("is pushed, once, and costs one message", async () => {
    const { userId, isTold, replies, pushes } = await latePhoto("花子");
    expect(pushes).toEqual([expect.stringMatching(POINTS)]);
    expect([isTold, replies, stack.line.quota.used()]).toEqual([true, [], 1]);
    expect(await askForRanking(userId)).not.toContain(botWords.ja.earlierResults);
    expect(await quotaAlarm()).toBe("OK");
  }, 120_000);

  test.each<readonly [string, CallFaults]>([
    ["its answer is lost", { dropAfter: 1, times: 1 }],
    ["it fails with 500", { failBefore: 1, times: 2 }],
    ["it comes too fast (429)", { failBefore: 1, status: 429, times: 1 }],
    ["LINE is slow", { latencyMs: [4_500, 4_500], times: 1 }],
  ])(
    "is pushed once also when %s",
    async (what, push) => {
      const used = stack.line.quota.used();
      const { isTold, pushes } = await latePhoto(`太郎 ${what}`, { calls: { "line:pushMessage": push } });
      expect(stack.faults.struck("line:pushMessage")).toBe(push.times);
      expect([isTold, pushes.length]).toEqual([true, 1]);
      expect(stack.line.quota.used()).toBe(used + 1);
    },
    120_000,
  );

  test("arrives nowhere at a guest who blocked the bot, and costs nothing", async () => {
    const used = stack.line.quota.used();
    const { pushes } = await latePhoto("ブロック", {
      before: (userId) => stack.line.guests.unfollow(userId),
    });
    expect([pushes, stack.line.quota.used()]).toEqual([[], used]);
  }, 120_000);

  test("is not pushed where the event does not allow it: the next reply tells it", async () => {
    await allowPaidMessages(false);
    const used = stack.line.quota.used();
    const { userId, isTold, replies, pushes } = await latePhoto("節約");
    expect([isTold, replies, pushes, stack.line.quota.used()]).toEqual([false, [], [], used]);
    const ranking = await askForRanking(userId);
    expect(ranking).toContain(botWords.ja.earlierResults);
    expect(ranking).toMatch(POINTS);
  }, 120_000);

  test("is not pushed from 90 percent of the month's messages on, and the alarm rings", async () => {
    stack.line.quota.spend(18 - stack.line.quota.used());
    const { userId, isTold, replies, pushes } = await latePhoto("月末");
    expect([isTold, replies, pushes, stack.line.quota.used()]).toEqual([false, [], [], 18]);
    await waitUntil("the alarm", async () => (await quotaAlarm()) === "ALARM");
    expect(await askForRanking(userId)).toContain(botWords.ja.earlierResults);
    later(600);
    expect(await quotaAlarm()).toBe("OK");
  }, 120_000);
});
