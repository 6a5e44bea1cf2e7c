import { buffer, text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { messagingApi } from "@line/bot-sdk";
import { befriend, JPEG, refusal, setStage, type Stage, tokenOf, TOKEN } from "./line-harness.ts";

const HELLO: messagingApi.Message[] = [{ type: "text", text: "やあ" }];
let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage({ monthlyQuota: 3 });
  userId = await befriend(stage);
});
afterEach(() => stage.close());

describe("content", () => {
  it("is what the guest sent, with the type that the bytes tell", async () => {
    const [message] = stage.line.guests.sendImages(userId, [JPEG]);
    const { httpResponse, body } = await stage.blob.getMessageContentWithHttpInfo(message?.messageId ?? "");
    expect(httpResponse.status).toBe(200);
    expect(httpResponse.headers.get("content-type")).toBe("image/jpeg");
    expect(httpResponse.headers.get("x-line-request-id")).toBeTruthy();
    expect(await buffer(body)).toEqual(JPEG);
    const preview = await stage.blob.getMessageContentPreviewWithHttpInfo(message?.messageId ?? "");
    expect(preview.httpResponse.headers.get("content-type")).toBe("image/jpeg");
  });

  it("is empty with 202 while it is being prepared", async () => {
    const [message] = stage.line.guests.sendImages(userId, [JPEG]);
    stage.line.faults.set({ calls: { "line:getMessageContent": { failBefore: 1, status: 202, times: 2 } } });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      const { httpResponse, body } = await stage.blob.getMessageContentWithHttpInfo(message?.messageId ?? "");
      statuses.push(httpResponse.status);
      if (httpResponse.status === 202) expect(await text(body)).toBe("");
    }
    expect(statuses).toEqual([202, 202, 200]);
  });

  it("is gone once unsent and unknown otherwise", async () => {
    const [image] = stage.line.guests.sendImages(userId, [JPEG]);
    stage.line.guests.unsend(userId, image?.messageId ?? "");
    const gone = await fetch(`${stage.origin}/v2/bot/message/${image?.messageId}/content`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect([gone.status, await gone.json()]).toEqual([410, { message: "The content is gone" }]);
    const words = stage.line.guests.sendText(userId, "hi").messageId;
    for (const id of ["1", words, "../../profile"])
      expect(
        (
          await fetch(`${stage.origin}/v2/bot/message/${encodeURIComponent(id)}/content`, {
            headers: { authorization: `Bearer ${TOKEN}` },
          })
        ).status,
      ).toBe(404);
  });

  it("has no preview unless it is a picture", async () => {
    const { messageId } = stage.line.guests.sendFile(userId, Buffer.from("%PDF"), "menu.pdf");
    const [broken] = stage.line.guests.sendImages(userId, [Buffer.from("no picture")]);
    for (const id of [messageId, broken?.messageId ?? ""]) {
      const response = await fetch(`${stage.origin}/v2/bot/message/${id}/content/preview`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      expect([response.status, await response.json()]).toEqual([
        400,
        { message: "The content can not be previewed" },
      ]);
    }
    const { messageId: video } = stage.line.guests.sendVideo(userId, Buffer.from("video"));
    expect(await stage.blob.getMessageContentTranscodingByMessageId(video)).toEqual({ status: "succeeded" });
  });
});

describe("loading animation", () => {
  it("runs for its time or until the bot writes", async () => {
    const { httpResponse } = await stage.api.showLoadingAnimationWithHttpInfo({
      chatId: userId,
      loadingSeconds: 30,
    });
    expect(httpResponse.status).toBe(202);
    expect(stage.line.chats.loadingMs(userId)).toBe(30_000);
    stage.now += 29_000;
    expect(stage.line.chats.loadingMs(userId)).toBe(1_000);
    await stage.api.showLoadingAnimation({ chatId: userId });
    expect(stage.line.chats.loadingMs(userId)).toBe(20_000);
    await stage.api.pushMessage({ to: userId, messages: HELLO });
    expect(stage.line.chats.loadingMs(userId)).toBe(0);
  });

  it.each([0, 7, 65, -5])("refuses %d seconds", async (loadingSeconds) => {
    const { status, details } = await refusal(
      stage.api.showLoadingAnimation({ chatId: userId, loadingSeconds }),
    );
    expect([status, details[0]?.property]).toEqual([400, "loadingSeconds"]);
  });

  it("refuses groups", async () => {
    const { message } = await refusal(stage.api.showLoadingAnimation({ chatId: `C${"0".repeat(32)}` }));
    expect(message).toContain("Only user id is acceptable");
  });
});

describe("profile", () => {
  it("holds what the user has, and no picture when there is none", async () => {
    expect(await stage.api.getProfile(userId)).toEqual({ userId, displayName: "花子", language: "ja" });
    const pictureUrl = "https://profile.line-scdn.net/abc";
    const other = stage.line.guests.create({ displayName: "太郎", pictureUrl });
    stage.line.guests.follow(other.userId);
    expect(await stage.api.getProfile(other.userId)).toEqual({
      userId: other.userId,
      displayName: "太郎",
      pictureUrl,
    });
  });

  it("is hidden from a bot that the user never met or has blocked", async () => {
    const { userId: stranger } = stage.line.guests.create({ displayName: "次郎" });
    expect(await refusal(stage.api.getProfile(stranger))).toMatchObject({
      status: 404,
      message: "Not found",
    });
    stage.line.guests.sendText(stranger, "hi");
    expect((await stage.api.getProfile(stranger)).displayName).toBe("次郎");
    stage.line.guests.unfollow(stranger);
    expect((await refusal(stage.api.getProfile(stranger))).status).toBe(404);
    expect((await refusal(stage.api.getProfile("U1"))).status).toBe(400);
  });
});

describe("the webhook endpoint", () => {
  it("can be read, changed and tested", async () => {
    const { endpoint } = await stage.api.getWebhookEndpoint();
    expect(endpoint).toBe(`${stage.bot.url}/webhook`);
    expect(await stage.api.testWebhookEndpoint({})).toMatchObject({
      success: true,
      statusCode: 200,
      reason: "OK",
    });
    expect(stage.bot.received.at(-1)?.body.events).toEqual([]);
    await stage.api.setWebhookEndpoint({ endpoint: `${stage.bot.url}/other` });
    expect((await stage.api.getWebhookEndpoint()).endpoint).toBe(`${stage.bot.url}/other`);
    stage.bot.answers.push(403, "hang");
    expect(await stage.api.testWebhookEndpoint({})).toMatchObject({
      success: false,
      statusCode: 403,
      reason: "ERROR_STATUS_CODE",
    });
    expect(await stage.api.testWebhookEndpoint({})).toMatchObject({
      success: false,
      reason: "REQUEST_TIMEOUT",
    });
    const closed = { endpoint: "http://127.0.0.1:9/webhook" };
    expect(await stage.api.testWebhookEndpoint(closed)).toMatchObject({
      success: false,
      reason: "COULD_NOT_CONNECT",
    });
    expect((await refusal(stage.api.setWebhookEndpoint({ endpoint: "http://example.com" }))).status).toBe(
      400,
    );
  });
});

describe("every call", () => {
  it("needs the channel access token and has a request id", async () => {
    const client = new messagingApi.MessagingApiClient({
      channelAccessToken: "wrong",
      baseURL: stage.origin,
    });
    const refused = await refusal(client.getBotInfo());
    expect(refused.status).toBe(401);
    expect(refused.message).toContain("Authentication failed due to the following reason");
    expect(refused.headers.get("x-line-request-id")).toBeTruthy();
    const { httpResponse, body } = await stage.api.getBotInfoWithHttpInfo();
    expect(httpResponse.headers.get("x-line-request-id")).toBeTruthy();
    expect(body).toMatchObject({ userId: stage.line.bot.userId, displayName: "Egao", chatMode: "bot" });
  });

  it("that is not supported says so by name", async () => {
    const refused = await refusal(stage.api.multicast({ to: [userId], messages: HELLO }));
    expect(refused.status).toBe(501);
    expect(refused.message).toContain("/v2/bot/message/multicast is not supported");
    expect((await refusal(stage.api.richMenuBatch({ operations: [] }))).status).toBe(501);
    const replyToken = await tokenOf(stage, userId);
    const location: messagingApi.Message[] = [
      { type: "location", title: "a", address: "b", latitude: 1, longitude: 1 },
    ];
    expect(await refusal(stage.api.replyMessage({ replyToken, messages: location }))).toMatchObject({
      status: 501,
      message: 'The message type "location" is not supported by the local LINE stand-in',
    });
  });

  it.each([
    ["{", "application/json", 400, /could not be parsed as JSON \(line: 1, column: 2\)/u],
    ["[]", "application/json", 400, /JSON object/u],
    ["{}", "text/plain", 415, /media type/u],
    [`{"a":"${"x".repeat(2_000_001)}"}`, "application/json", 413, /larger/u],
  ])("with a bad body is refused", async (body, type, status, words) => {
    const response = await fetch(`${stage.origin}/v2/bot/message/reply`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": type },
      body,
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("x-line-request-id")).toBeTruthy();
    expect(await response.json()).toMatchObject({ message: expect.stringMatching(words) });
  });

  it("is limited per second, and the limit can be switched off", async () => {
    for (let call = 0; call < 100; call += 1) await stage.api.showLoadingAnimation({ chatId: userId });
    expect(await refusal(stage.api.showLoadingAnimation({ chatId: userId }))).toMatchObject({
      status: 429,
      message: "The API rate limit has been exceeded. Try again later.",
    });
    stage.now += 10;
    await stage.api.showLoadingAnimation({ chatId: userId });
    stage.line.rateLimiter.isOn = false;
    await stage.api.showLoadingAnimation({ chatId: userId });
  });
});

describe("faults", () => {
  it("answer for the operation as often as told", async () => {
    stage.line.faults.set({
      calls: {
        "line:getBotInfo": { failBefore: 1, times: 1 },
        "line:getProfile": { failBefore: 1, status: 429 },
      },
    });
    expect((await refusal(stage.api.getBotInfo())).status).toBe(500);
    await stage.api.getBotInfo();
    expect((await refusal(stage.api.getProfile(userId))).status).toBe(429);
    expect((await refusal(stage.api.getProfile(userId))).status).toBe(429);
    stage.line.faults.set({});
    await stage.api.getProfile(userId);
  });

  it("can lose the answer of work that was done", async () => {
    const replyToken = await tokenOf(stage, userId);
    stage.line.faults.set({ calls: { "line:replyMessage": { dropAfter: 1, times: 1 } } });
    await expect(stage.api.replyMessage({ replyToken, messages: HELLO })).rejects.toThrow("fetch failed");
    expect((await refusal(stage.api.replyMessage({ replyToken, messages: HELLO }))).message).toBe(
      "Invalid reply token",
    );
    expect(stage.line.chats.messagesOf(userId).at(-1)?.body).toEqual(HELLO[0]);
  });

  it("for an unknown operation are refused", () => {
    expect(() => stage.line.faults.set({ calls: { "line:sendEverything": {} } })).toThrow(
      "No operation line:sendEverything",
    );
  });
});
