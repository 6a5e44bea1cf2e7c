import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMessageQuota } from "../../functions/shared/adapters/line-quota.ts";
import { createGuestMessenger } from "../../functions/shared/adapters/line.ts";
import { createPushAllowance } from "../../functions/shared/push-allowance.ts";
import { befriend, setStage, type Stage, TOKEN } from "./line-harness.ts";

const addresses = {
  cdnBaseUrl: "http://127.0.0.1:1",
  liffBaseUrl: "https://liff.line.me/1234567890-AbcdEfgh",
};
const help = { kind: "help", language: "ja" } as const;
const earlier = [{ kind: "score", score: 80, missions: [] }] as const;

let stage: Stage;
let userId: string;
let calls: string[];
beforeEach(async () => {
  stage = await setStage({ monthlyQuota: 20 });
  userId = await befriend(stage);
  calls = [];
  stage.line.faults.watch(({ action, phase }) => void (phase === "before" && calls.push(action)));
});
afterEach(() => stage.close());

const channel = (channelAccessToken = TOKEN) => ({
  channelAccessToken,
  apiBaseUrl: stage.origin,
  pausesMs: [1, 1],
});
const push = (retryKey: string = randomUUID(), to = userId, token = TOKEN) =>
  createGuestMessenger(channel(token), addresses).push(to, help, [], retryKey);
const pushed = () => stage.line.chats.messagesOf(userId).filter(({ via }) => via === "push");
const used = async () => (await createMessageQuota(channel()).quota()).used;
const strike = (faults: object) => stage.line.faults.set({ calls: { "line:pushMessage": faults } });

describe("A5: a push", () => {
  it("arrives with the results that waited, and costs one message of the month", async () => {
    const messenger = createGuestMessenger(channel(), addresses);
    expect(await messenger.push(userId, help, earlier, randomUUID())).toEqual({ kind: "sent" });
    expect(pushed().map(({ body }) => body.type)).toEqual(["text", "flex"]);
    expect(await used()).toBe(1);
  });

  it("arrives once with the same retry key: 409 means that it was sent", async () => {
    const key = randomUUID();
    expect([await push(key), await push(key)]).toEqual([{ kind: "sent" }, { kind: "sent" }]);
    expect([pushed().length, await used()]).toEqual([1, 1]);
  });

  it.each([
    ["failed with 500", { failBefore: 1, times: 2 }],
    ["was done and answered with 500", { failAfter: 1, times: 2 }],
    ["was done and its connection lost", { dropAfter: 1, times: 2 }],
    ["never left", { dropBefore: 1, times: 2 }],
    ["came too fast (429)", { failBefore: 1, status: 429, times: 2 }],
  ])("that %s is made again at once, with the same key", async (_what, faults) => {
    strike(faults);
    expect(await push()).toEqual({ kind: "sent" });
    expect([pushed().length, await used()]).toEqual([1, 1]);
    expect(stage.line.faults.struck("line:pushMessage")).toBe(2);
  });

  it("that LINE is too slow for is made again, and arrives once", async () => {
    strike({ latencyMs: [4_500, 4_500], times: 1 });
    expect(await push()).toEqual({ kind: "sent" });
    // The slow one comes to its end, too.
    await expect.poll(() => calls.length, { timeout: 3_000 }).toBe(2);
    expect([pushed().length, await used()]).toEqual([1, 1]);
  }, 15_000);

  it("faults when nobody knows whether it arrived, after a few tries", async () => {
    strike({ dropBefore: 1 });
    await expect(push()).rejects.toThrow("line-unreachable");
    expect(stage.line.faults.struck("line:pushMessage")).toBe(3);
    expect(pushed()).toEqual([]);
  });

  it("is not made again when the month's messages are used up (the other 429)", async () => {
    stage.line.quota.limit = 0;
    expect(await push()).toEqual({ kind: "limit-reached" });
    expect(calls).toEqual(["line:pushMessage"]);
    expect(pushed()).toEqual([]);
  });

  it("is not made again when LINE refuses it", async () => {
    expect(await push(randomUUID(), "U".padEnd(33, "0"))).toEqual({ kind: "refused", status: 400 });
    expect(calls).toHaveLength(1);
    expect(await push(randomUUID(), userId, "wrong")).toEqual({ kind: "refused", status: 401 });
    await expect(push(randomUUID(), "../../evil")).rejects.toThrow("line-unreachable");
  });

  it("to who blocked the bot is taken, arrives nowhere and costs nothing", async () => {
    stage.line.guests.unfollow(userId);
    expect(await push()).toEqual({ kind: "sent" });
    expect([pushed().length, await used()]).toEqual([0, 0]);
  });
});

describe("A5: the quota", () => {
  const allowance = () => createPushAllowance(createMessageQuota(channel()), () => stage.now, "line-worker");

  it("leaves a tenth of the month's messages to the host", async () => {
    const pushes = allowance();
    while (await pushes.take("U")) await push();
    expect(await used()).toBe(18);
    stage.now += 60_000;
    expect(await pushes.take("U")).toBe(false);
    stage.now += 31 * 86_400_000;
    expect(await pushes.take("U")).toBe(true);
  });

  it("ends nothing where there is none", async () => {
    stage.line.quota.limit = undefined;
    expect(await allowance().take("U")).toBe(true);
    expect(calls).toEqual(["line:getMessageQuota", "line:getMessageQuotaConsumption"]);
  });

  it.each([429, 500])("is unknown while LINE answers %i", async (status) => {
    stage.line.faults.set({ calls: { "line:getMessageQuotaConsumption": { failBefore: 1, status } } });
    await expect(allowance().take("U")).rejects.toThrow("line-unreachable");
  });
});
