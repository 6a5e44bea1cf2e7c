import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { messagingApi } from "@line/bot-sdk";
import { befriend, refusal, setStage, type Stage, tokenOf, TOKEN } from "./line-harness.ts";

const HELLO: messagingApi.Message[] = [{ type: "text", text: "やあ" }];
let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage({ monthlyQuota: 3 });
  userId = await befriend(stage);
});
afterEach(() => stage.close());

describe("reply", () => {
  it("reaches the chat and returns ids and quote tokens as text", async () => {
    const replyToken = await tokenOf(stage, userId);
    const { sentMessages } = await stage.api.replyMessage({ replyToken, messages: [...HELLO, ...HELLO] });
    expect(sentMessages).toEqual([
      { id: expect.stringMatching(/^\d+$/u), quoteToken: expect.any(String) },
      { id: expect.stringMatching(/^\d+$/u), quoteToken: expect.any(String) },
    ]);
    const [question, ...answers] = stage.line.chats.messagesOf(userId).slice(-3);
    expect(answers).toMatchObject([
      { from: "bot", via: "reply", answers: question?.messageId, body: HELLO[0] },
      { messageId: sentMessages[1]?.id },
    ]);
  });

  it("takes a token once", async () => {
    const replyToken = await tokenOf(stage, userId);
    await stage.api.replyMessage({ replyToken, messages: HELLO });
    const { status, message } = await refusal(stage.api.replyMessage({ replyToken, messages: HELLO }));
    expect([status, message]).toEqual([400, "Invalid reply token"]);
  });

  it("takes a token for sixty seconds", async () => {
    const replyToken = await tokenOf(stage, userId);
    stage.now += 60_000;
    const other = await tokenOf(stage, userId);
    await stage.api.replyMessage({ replyToken, messages: HELLO });
    stage.now += 60_001;
    expect(await refusal(stage.api.replyMessage({ replyToken: other, messages: HELLO }))).toMatchObject({
      status: 400,
      message: "Invalid reply token",
    });
  });

  it("takes a redelivered token at most twenty minutes after the event", async () => {
    stage.bot.answers.push(500);
    stage.line.webhooks.redeliveryDelaysMs = [60];
    stage.line.guests.sendText(userId, "hi");
    await expect.poll(() => stage.bot.received.length).toBe(1);
    stage.now += 20 * 60_000 + 1;
    await stage.line.idle();
    const event = stage.bot.events()[1];
    const replyToken = event && "replyToken" in event ? String(event.replyToken) : "";
    expect((await refusal(stage.api.replyMessage({ replyToken, messages: HELLO }))).message).toBe(
      "Invalid reply token",
    );
  });

  it("keeps the token when the messages were refused", async () => {
    const replyToken = await tokenOf(stage, userId);
    await refusal(stage.api.replyMessage({ replyToken, messages: [{ type: "text", text: "" }] }));
    await stage.api.replyMessage({ replyToken, messages: HELLO });
  });

  it("refuses a retry key", async () => {
    const replyToken = await tokenOf(stage, userId);
    const response = await fetch(`${stage.origin}/v2/bot/message/reply`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${TOKEN}`,
        "content-type": "application/json",
        "x-line-retry-key": randomUUID(),
      },
      body: JSON.stringify({ replyToken, messages: HELLO }),
    });
    expect(response.status).toBe(400);
    await stage.api.replyMessage({ replyToken, messages: HELLO });
  });

  it("quotes only what stands in the same chat", async () => {
    const replyToken = await tokenOf(stage, userId);
    const quoteToken = stage.line.chats.messagesOf(userId).at(-1)?.quoteToken ?? "";
    const stranger = await befriend(stage, "太郎");
    const theirs = await tokenOf(stage, stranger);
    const quoting: messagingApi.Message[] = [{ type: "text", text: "これ", quoteToken }];
    expect(
      (await refusal(stage.api.replyMessage({ replyToken: theirs, messages: quoting }))).details,
    ).toEqual([{ message: "Invalid quote token", property: "messages[0].quoteToken" }]);
    await stage.api.replyMessage({ replyToken, messages: quoting });
  });
});

describe("push", () => {
  it("is counted and ends with the month's messages", async () => {
    for (let sent = 0; sent < 3; sent += 1)
      await stage.api.pushMessage({ to: userId, messages: [...HELLO, ...HELLO] });
    expect(await stage.api.getMessageQuota()).toEqual({ type: "limited", value: 3 });
    expect(await stage.api.getMessageQuotaConsumption()).toEqual({ totalUsage: 3 });
    expect(await refusal(stage.api.pushMessage({ to: userId, messages: HELLO }))).toMatchObject({
      status: 429,
      message: "You have reached your monthly limit.",
    });
    stage.now += 31 * 24 * 3_600_000;
    await stage.api.pushMessage({ to: userId, messages: HELLO });
    expect(await stage.api.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 });
  });

  it("with a retry key is sent once in a day", async () => {
    const key = randomUUID();
    const first = await stage.api.pushMessageWithHttpInfo({ to: userId, messages: HELLO }, key);
    const again = await refusal(stage.api.pushMessage({ to: userId, messages: HELLO }, key));
    expect(again).toMatchObject({
      status: 409,
      message: "The retry key is already accepted",
      sentMessages: first.body.sentMessages,
    });
    expect(again.headers.get("x-line-accepted-request-id")).toBe(
      first.httpResponse.headers.get("x-line-request-id"),
    );
    expect(stage.line.chats.messagesOf(userId).filter(({ via }) => via === "push")).toHaveLength(1);
    stage.now += 24 * 3_600_000;
    await stage.api.pushMessage({ to: userId, messages: HELLO }, key);
    expect((await refusal(stage.api.pushMessage({ to: userId, messages: HELLO }, "key"))).status).toBe(400);
  });

  it("to somebody who blocked the bot succeeds without arriving or costing", async () => {
    stage.line.guests.unfollow(userId);
    await stage.api.pushMessage({ to: userId, messages: HELLO });
    expect(stage.line.chats.messagesOf(userId).filter(({ from }) => from === "bot")).toEqual([]);
    expect(await stage.api.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 });
  });

  it("to an unknown user or a malformed address is refused", async () => {
    const to = `U${"0".repeat(32)}`;
    expect((await refusal(stage.api.pushMessage({ to, messages: HELLO }))).message).toBe(
      "Failed to send messages",
    );
    expect((await refusal(stage.api.pushMessage({ to: "花子", messages: HELLO }))).details[0]?.property).toBe(
      "to",
    );
  });
});
