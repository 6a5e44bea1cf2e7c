import { validateSignature } from "@line/bot-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sign } from "../../local/line/webhook/sign.ts";
import { befriend, CHANNEL_SECRET, JPEG, setStage, type Stage } from "./line-harness.ts";

let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage();
  userId = await befriend(stage);
});
afterEach(() => stage.close());

describe("signature", () => {
  it("is the one of LINE's official vector", () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
    expect(sign(body, CHANNEL_SECRET)).toBe("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=");
  });

  it("covers the raw bytes with everything that JSON may hold", async () => {
    stage.line.guests.sendText(userId, '絵文字 👨‍👩‍👧 と "引用" と \u2028');
    await stage.line.idle();
    const [webhook] = stage.bot.received;
    expect(webhook?.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(
      validateSignature(webhook?.raw ?? "", CHANNEL_SECRET, String(webhook?.headers["x-line-signature"])),
    ).toBe(true);
  });

  it("can be left out or forged for tests", async () => {
    stage.bot.answers.push(401, 401);
    const unsigned = await stage.line.sendWebhook("not json", { signature: null });
    const forged = await stage.line.sendWebhook('{"events":[]}', { signature: "AAAA" });
    expect(unsigned).toMatchObject({ success: false, statusCode: 401, reason: "ERROR_STATUS_CODE" });
    expect(forged.statusCode).toBe(401);
    expect(stage.bot.received.map(({ headers }) => headers["x-line-signature"])).toEqual([undefined, "AAAA"]);
    expect(stage.bot.received[0]?.raw.toString()).toBe("not json");
  });
});

describe("events", () => {
  it("carry LINE's common members", async () => {
    stage.line.guests.sendText(userId, "ランキング");
    await stage.line.idle();
    expect(stage.bot.received[0]?.body.destination).toBe(stage.line.bot.userId);
    expect(stage.line.bot.userId).toMatch(/^U[0-9a-f]{32}$/u);
    expect(stage.bot.events()).toEqual([
      {
        type: "message",
        mode: "active",
        timestamp: stage.now,
        source: { type: "user", userId },
        webhookEventId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/u),
        deliveryContext: { isRedelivery: false },
        replyToken: expect.stringMatching(/^[0-9a-f]{32}$/u),
        message: {
          type: "text",
          id: expect.stringMatching(/^\d{18}$/u),
          quoteToken: expect.any(String),
          text: "ランキング",
        },
      },
    ]);
  });

  it("tell of following, blocking and coming back", async () => {
    stage.line.guests.unfollow(userId);
    await stage.line.idle();
    stage.line.guests.follow(userId);
    await stage.line.idle();
    const [unfollow, follow] = stage.bot.events();
    expect(unfollow?.type).toBe("unfollow");
    expect(unfollow).not.toHaveProperty("replyToken");
    expect(follow).toMatchObject({
      type: "follow",
      follow: { isUnblocked: true },
      replyToken: expect.any(String),
    });
  });

  it("tell of stickers, videos, files and postbacks", async () => {
    stage.line.guests.sendSticker(userId, { packageId: "446", stickerId: "1988" });
    await stage.line.idle();
    stage.line.guests.sendVideo(userId, Buffer.from("video"), 1500);
    await stage.line.idle();
    stage.line.guests.sendFile(userId, Buffer.from("%PDF"), "menu.pdf");
    await stage.line.idle();
    stage.line.guests.postback(userId, { data: "action=help", displayText: "ヘルプ" });
    await stage.line.idle();
    expect(stage.bot.events()).toMatchObject([
      { message: { type: "sticker", packageId: "446", stickerId: "1988", stickerResourceType: "STATIC" } },
      { message: { type: "video", duration: 1500, contentProvider: { type: "line" } } },
      { message: { type: "file", fileName: "menu.pdf", fileSize: 4 } },
      { type: "postback", postback: { data: "action=help" }, replyToken: expect.any(String) },
    ]);
  });

  it("of several pictures at once share a set and nothing else", async () => {
    const messages = stage.line.guests.sendImages(userId, [JPEG, JPEG, JPEG, JPEG]);
    await stage.line.idle();
    const events = stage.bot.events();
    const images = events.flatMap((event) =>
      "message" in event && event.message.type === "image" ? event : [],
    );
    const sets = images.map((event) => ("imageSet" in event.message ? event.message.imageSet : undefined));
    expect(new Set(sets.map((set) => set?.id)).size).toBe(1);
    expect(sets[0]?.id).toMatch(/^[0-9A-F]{64}$/u);
    expect(sets.map((set) => set?.index).toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4]);
    expect(sets.every((set) => set?.total === 4)).toBe(true);
    expect(new Set(images.map((event) => event.replyToken)).size).toBe(4);
    expect(new Set(images.map((event) => event.webhookEventId)).size).toBe(4);
    // In whatever order they arrive, they tell when they were sent.
    for (const { timestamp, message } of images)
      expect(timestamp).toBe(messages.find(({ messageId }) => messageId === message.id)?.sentAt);
    expect(images.map(({ message }) => message.id).toSorted()).toEqual(
      messages.map(({ messageId }) => messageId),
    );
  });

  it("of an old phone name the set only", async () => {
    stage.line.guests.sendImages(userId, [JPEG, JPEG], { isOldPhone: true });
    await stage.line.idle();
    for (const event of stage.bot.events())
      expect("message" in event && event.message).toMatchObject({ imageSet: { id: expect.any(String) } });
    expect(stage.bot.received[0]?.raw.toString()).not.toContain("total");
  });

  it("of unsending carry no reply token and take the content away", async () => {
    const [image] = stage.line.guests.sendImages(userId, [JPEG]);
    await stage.line.idle();
    stage.line.guests.unsend(userId, image?.messageId ?? "");
    await stage.line.idle();
    const unsend = stage.bot.events()[1];
    expect(unsend).toMatchObject({ type: "unsend", unsend: { messageId: image?.messageId } });
    expect(unsend).not.toHaveProperty("replyToken");
  });

  it("carry no reply token in standby", async () => {
    stage.line.webhooks.mode = "standby";
    stage.line.guests.sendText(userId, "hi");
    await stage.line.idle();
    expect(stage.bot.events()[0]).toMatchObject({ mode: "standby" });
    expect(stage.bot.events()[0]).not.toHaveProperty("replyToken");
  });

  it("come several times when duplicates are switched on", async () => {
    stage.line.faults.set({ webhooks: { duplicate: 4 } });
    stage.line.guests.sendText(userId, "hi");
    await stage.line.idle();
    const ids = stage.bot.events().map((event) => event.webhookEventId);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(1);
  });
});

describe("redelivery", () => {
  it("follows every answer that is not 2xx, with the same event", async () => {
    stage.bot.answers.push(500, 302);
    const { messageId } = stage.line.guests.sendText(userId, "hi");
    await stage.line.idle();
    const events = stage.bot.events();
    expect(events.map((event) => event.deliveryContext.isRedelivery)).toEqual([false, true, true]);
    const same = events.map(({ deliveryContext: _differs, ...event }) => JSON.stringify(event));
    expect(new Set(same).size).toBe(1);
    expect(stage.line.chats.message(messageId)?.readAt).toBe(stage.now);
  });

  it("follows an answer that does not come in time", async () => {
    stage.bot.answers.push("hang");
    stage.line.guests.sendText(userId, "hi");
    await stage.line.idle();
    expect(stage.bot.events().map((event) => event.deliveryContext.isRedelivery)).toEqual([false, true]);
  });

  it("ends after some attempts and the guest's message stays unread", async () => {
    stage.bot.answers.push(500, 500, 500, 200);
    const { messageId } = stage.line.guests.sendText(userId, "hi");
    await stage.line.idle();
    expect(stage.bot.received).toHaveLength(3);
    expect(stage.line.chats.message(messageId)).toMatchObject({ undelivered: "ERROR_STATUS_CODE: 500" });
    expect(stage.line.chats.message(messageId)).not.toHaveProperty("readAt");
  });

  it("can be switched off as LINE has it by default", async () => {
    stage.line.webhooks.redelivery = false;
    stage.bot.answers.push(500);
    stage.line.guests.sendText(userId, "hi");
    await stage.line.idle();
    expect(stage.bot.received).toHaveLength(1);
  });

  it("gives the reply token a new minute", async () => {
    stage.bot.answers.push(500);
    stage.line.webhooks.redeliveryDelaysMs = [60];
    stage.line.guests.sendText(userId, "hi");
    await expect.poll(() => stage.bot.received.length).toBe(1);
    stage.now += 61_000;
    await stage.line.idle();
    const event = stage.bot.events()[1];
    const replyToken = event && "replyToken" in event ? String(event.replyToken) : "";
    await expect(
      stage.api.replyMessage({ replyToken, messages: [{ type: "text", text: "late but right" }] }),
    ).resolves.toMatchObject({ sentMessages: [{ id: expect.any(String) }] });
  });
});
