import type { webhook } from "@line/bot-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { befriend, JPEG, refusal, setStage, type Stage } from "./line-harness.ts";

let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage();
  userId = await befriend(stage);
});
afterEach(() => stage.close());

const tokenIn = (event: webhook.Event | undefined): string =>
  event !== undefined && "replyToken" in event ? String(event.replyToken) : "";

describe("a webhook with several events", () => {
  const senders = (raw: webhook.Event[]) => raw.map(({ source }) => source?.type === "user" && source.userId);

  beforeEach(() => {
    stage.line.webhooks.gatherMs = 30;
  });

  it("mixes people, each with a reply token of their own", async () => {
    const other = await befriend(stage, "太郎");
    stage.line.guests.sendText(userId, "one");
    stage.line.guests.sendText(other, "two");
    stage.line.guests.sendImages(userId, [JPEG]);
    await stage.line.idle();
    expect(stage.bot.received).toHaveLength(1);
    const events = stage.bot.events();
    expect(senders(events)).toEqual([userId, other, userId]);
    for (const event of events)
      await stage.api.replyMessage({ replyToken: tokenIn(event), messages: [{ type: "text", text: "ok" }] });
    const answers = (of: string) => stage.line.chats.messagesOf(of).filter(({ from }) => from === "bot");
    expect([answers(userId).length, answers(other).length]).toEqual([2, 1]);
  });

  it("is sent again as a whole, and its events are read together", async () => {
    const other = await befriend(stage, "太郎");
    stage.bot.answers.push(500);
    const first = stage.line.guests.sendText(userId, "one");
    const second = stage.line.guests.sendText(other, "two");
    await stage.line.idle();
    const [once, again] = stage.bot.received.map(({ body }) => body.events);
    expect(senders(again ?? [])).toEqual(senders(once ?? []));
    expect(again?.map(({ webhookEventId }) => webhookEventId)).toEqual(
      once?.map(({ webhookEventId }) => webhookEventId),
    );
    expect(again?.map(({ deliveryContext }) => deliveryContext.isRedelivery)).toEqual([true, true]);
    for (const { messageId } of [first, second])
      expect(stage.line.chats.message(messageId)).toHaveProperty("readAt");
  });

  it("is switched on over the wire", async () => {
    const change = await fetch(`${stage.origin}/local/settings`, {
      method: "PUT",
      body: JSON.stringify({ gatherMs: 70 }),
    });
    expect(await change.json()).toMatchObject({ gatherMs: 70 });
    expect(stage.line.webhooks.gatherMs).toBe(70);
  });
});

describe("what a bot must be ready for", () => {
  it("pictures of a set arrive in any order", async () => {
    const orders = new Set<string>();
    for (let burst = 0; burst < 12 || orders.size < 2; burst += 1) {
      stage.line.guests.sendImages(userId, [JPEG, JPEG, JPEG, JPEG]);
      await stage.line.idle();
      const images = stage.bot.events().flatMap((event) => {
        const isImage = event.type === "message" && event.message.type === "image";
        return isImage && "imageSet" in event.message ? [event.message.imageSet?.index] : [];
      });
      orders.add(images.join());
      stage.bot.received.length = 0;
      if (burst > 100) throw new Error("the order never changed");
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it("a picture may be unsent before the bot has taken it", async () => {
    stage.bot.answers.push(500);
    stage.line.webhooks.redeliveryDelaysMs = [200];
    const [image] = stage.line.guests.sendImages(userId, [JPEG]);
    const messageId = image?.messageId ?? "";
    await expect.poll(() => stage.bot.received.length).toBe(1);
    stage.line.guests.unsend(userId, messageId);
    await stage.line.idle();
    expect(stage.bot.events().map(({ type }) => type)).toEqual(["message", "unsend", "message"]);
    const gone = await refusal(stage.blob.getMessageContent(messageId));
    expect([gone.status, gone.message]).toEqual([410, "The content is gone"]);
  });

  it.each([
    [
      "nobody as its source",
      { type: "message", mode: "active", message: { type: "text", id: "1", text: "hi" } },
    ],
    [
      "a sender without a name",
      { type: "message", mode: "active", source: { type: "group", groupId: "C1" } },
    ],
    ["a type of tomorrow", { type: "party", mode: "active", balloons: 99 }],
    ["members of tomorrow", { type: "unsend", mode: "active", unsend: { messageId: "1", why: "shy" } }],
  ])("an event with %s comes signed and as it was written", async (_, event) => {
    const body = JSON.stringify({ destination: stage.line.bot.userId, events: [event], more: { of: "it" } });
    expect(await stage.line.sendWebhook(body)).toMatchObject({ success: true, statusCode: 200 });
    // `events` throws for a webhook that is not signed rightly.
    expect(stage.bot.events()).toEqual([event]);
    expect(stage.bot.received[0]?.raw.toString()).toBe(body);
  });
});

it("every answer has a request id, whatever it says", async () => {
  const call = (path: string, init: RequestInit = {}) =>
    fetch(stage.origin + path, {
      ...init,
      headers: { Authorization: "Bearer local-channel-access-token", "Content-Type": "application/json" },
    });
  stage.line.faults.set({ calls: { "line:getProfile": { failBefore: 1, times: 1 } } });
  const answers = [
    await call(`/v2/bot/profile/${userId}`),
    await call(`/v2/bot/profile/${userId}`),
    await call(`/v2/bot/profile/U${"0".repeat(32)}`),
    await call("/v2/bot/message/reply", { method: "POST", body: "{" }),
    await call("/v2/bot/message/reply"),
    await call("/v2/bot/message/multicast", { method: "POST", body: "{}" }),
    await fetch(`${stage.origin}/v2/bot/info`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 200, 404, 400, 405, 501, 401]);
  const ids = answers.map(({ headers }) => headers.get("x-line-request-id"));
  expect(ids.every((id) => id !== null && id !== "")).toBe(true);
  expect(new Set(ids).size).toBe(answers.length);
});
