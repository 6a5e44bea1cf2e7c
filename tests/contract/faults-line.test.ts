import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Faults } from "../../local/faults/faults.ts";
import { befriend, refusal, setStage, type Stage, tokenOf } from "./line-harness.ts";

const HELLO = [{ type: "text" as const, text: "はい" }];

let stage: Stage;
let faults: Faults;
let userId: string;
beforeEach(async () => {
  faults = new Faults();
  stage = await setStage({ faults });
  userId = await befriend(stage);
});
afterEach(() => stage.close());

describe("reply tokens that are ended", () => {
  it("are invalid, those that follow are not, and a redelivery makes an old one valid again", async () => {
    const [old, used] = [await tokenOf(stage, userId), await tokenOf(stage, userId)];
    await stage.api.replyMessage({ replyToken: used, messages: HELLO });
    // That of the greeting is the other one.
    expect(stage.line.expireReplyTokens()).toBe(2);
    expect(await refusal(stage.api.replyMessage({ replyToken: old, messages: HELLO }))).toMatchObject({
      status: 400,
      message: "Invalid reply token",
    });
    await stage.api.replyMessage({ replyToken: await tokenOf(stage, userId), messages: HELLO });

    stage.bot.received.length = 0;
    stage.bot.answers.push(500, 200);
    stage.line.webhooks.redeliveryDelaysMs = [500];
    stage.line.guests.sendText(userId, "もう一度");
    await expect.poll(() => stage.bot.received.length).toBe(1);
    stage.line.expireReplyTokens();
    await stage.line.idle();
    const [, redelivered] = stage.bot.events();
    if (!redelivered || !("replyToken" in redelivered)) throw new Error("nothing came again");
    await stage.api.replyMessage({ replyToken: redelivered.replyToken ?? "", messages: HELLO });
  });
});

describe("webhooks", () => {
  const sendTexts = async (count: number): Promise<string[]> => {
    for (let n = 0; n < count; n += 1) stage.line.guests.sendText(userId, String(n));
    await stage.line.idle();
    return stage.bot
      .events()
      .map((event) => (event.type === "message" && event.message.type === "text" ? event.message.text : ""));
  };

  it("overtake one another when they straggle, and none is lost", async () => {
    faults.set({ seed: 5, webhooks: { jitterMs: 200 } });
    const texts = await sendTexts(12);
    const sent = Array.from({ length: 12 }, (_, n) => String(n));
    expect(texts).not.toEqual(sent);
    expect(texts.toSorted((a, b) => Number(a) - Number(b))).toEqual(sent);
  });

  it("come twice at the share of the plan", async () => {
    faults.set({ seed: 5, webhooks: { duplicate: 0.5 } });
    const texts = await sendTexts(20);
    expect(new Set(texts).size).toBe(20);
    expect(texts.length).toBeGreaterThan(22);
    expect(texts.length).toBeLessThan(38);
    faults.set({});
    stage.bot.received.length = 0;
    expect(await sendTexts(3)).toHaveLength(3);
  });
});

describe("whoever watches the calls", () => {
  it("is told of the bot's", async () => {
    const told: string[] = [];
    faults.watch(({ action, principal, phase }) => void told.push(`${principal} ${phase} ${action}`));
    await stage.api.getProfile(userId);
    expect(told).toEqual(["bot before line:getProfile", "bot after line:getProfile"]);
  });
});
