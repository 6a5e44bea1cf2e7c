import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { befriend, JPEG, setStage, type Stage, tokenOf } from "./line-harness.ts";
import { finishedMenu } from "./line-rich-menu-harness.ts";

let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage();
  userId = await befriend(stage);
});
afterEach(() => stage.close());

function call(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${stage.origin}${path}`, init);
}

function post(path: string, body: unknown): Promise<Response> {
  return call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** An answer of the stand-in under test, asserted on member by member. */
interface Answer {
  readonly users: { readonly displayName: string }[];
  readonly messages: { readonly body: { readonly type: string; readonly text?: string } }[];
  readonly answered: boolean;
}

async function json(response: Promise<Response>): Promise<Answer> {
  return (await response).json();
}

describe("people", () => {
  it("are made, follow, write and are listed", async () => {
    const made = await post("/local/users", { displayName: "  太郎 ", language: "ja", follow: true });
    expect(made.status).toBe(201);
    const { user, messageId } = await made.json();
    expect(user).toMatchObject({ displayName: "太郎", friendship: "friend" });
    expect(messageId).toMatch(/^\d+$/u);
    const { users } = await json(call("/local/users"));
    expect(users.map((one) => one.displayName)).toEqual(["花子", "太郎"]);
    await post(`/local/users/${user.userId}/messages/text`, { text: "ヘルプ" });
    await post(`/local/users/${user.userId}/unfollow`, {});
    const chat = await json(call(`/local/users/${user.userId}/chat`));
    expect(chat.messages.map((message) => message.body)).toEqual([
      { type: "notice", notice: "follow" },
      { type: "text", text: "ヘルプ" },
      { type: "notice", notice: "unfollow" },
    ]);
    expect((await post(`/local/users/${user.userId}/messages/text`, { text: "もしもし" })).status).toBe(409);
  });

  it.each([
    [{}, "displayName"],
    [{ displayName: " " }, "displayName"],
    [{ displayName: "a", userId: "U1" }, "userId"],
    [{ displayName: "a", age: 3 }, ""],
  ])("are refused when malformed: %j", async (body, property) => {
    const response = await post("/local/users", body);
    expect(response.status).toBe(400);
    expect((await response.json()).details[0].property).toBe(property);
  });

  it("unknown are 404 and taken ids 409", async () => {
    expect((await post(`/local/users/U${"0".repeat(32)}/messages/text`, { text: "a" })).status).toBe(404);
    expect((await post("/local/users", { displayName: "a", userId })).status).toBe(409);
  });
});

describe("pictures", () => {
  it("are sent as bytes, shown to the page and unsent", async () => {
    const sent = await call(`/local/users/${userId}/messages/image`, {
      method: "POST",
      body: new Uint8Array(JPEG),
    });
    expect(sent.status).toBe(201);
    const { messageId } = await sent.json();
    const shown = await call(`/local/content/${messageId}`);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(JPEG);
    expect((await post(`/local/users/${userId}/messages/${messageId}/unsend`, {})).status).toBe(201);
    expect((await call(`/local/content/${messageId}`)).status).toBe(410);
    expect((await post(`/local/users/${userId}/messages/${messageId}/unsend`, {})).status).toBe(409);
    expect((await post(`/local/users/${userId}/messages/1/unsend`, {})).status).toBe(404);
  });

  it("sent at once become a set", async () => {
    const form = new FormData();
    for (let at = 0; at < 3; at += 1) form.append("image", new Blob([new Uint8Array(JPEG)]), `${at}.jpg`);
    const sent = await call(`/local/users/${userId}/messages/images`, { method: "POST", body: form });
    expect((await sent.json()).messageIds).toHaveLength(3);
    await stage.line.idle();
    expect(stage.bot.events()).toHaveLength(3);
  });

  it("missing or malformed are refused", async () => {
    const path = `/local/users/${userId}/messages`;
    expect((await call(`${path}/image`, { method: "POST" })).status).toBe(400);
    expect((await call(`${path}/images`, { method: "POST", body: "x" })).status).toBe(415);
    const broken = {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "nonsense",
    };
    expect((await call(`${path}/images`, broken)).status).toBe(400);
    expect((await call(`${path}/images`, { method: "POST", body: new FormData() })).status).toBe(400);
  });
});

describe("waiting for an answer", () => {
  it("ends when the bot replies, with all its messages", async () => {
    const { messageId } = stage.line.guests.sendText(userId, "ランキング");
    await stage.line.idle();
    const waiting = json(call(`/local/users/${userId}/messages/${messageId}/answer`));
    const event = stage.bot.events()[0];
    const replyToken = event && "replyToken" in event ? String(event.replyToken) : "";
    await stage.api.replyMessage({
      replyToken,
      messages: [
        { type: "text", text: "1" },
        { type: "text", text: "2" },
      ],
    });
    const { answered, messages } = await waiting;
    expect(answered).toBe(true);
    expect(messages.map((message) => message.body.text)).toEqual(["1", "2"]);
  });

  it("of a set ends with the reply to any of its pictures", async () => {
    const pictures = stage.line.guests.sendImages(userId, [JPEG, JPEG]);
    await stage.line.idle();
    const event = stage.bot
      .events()
      .find((one) => "message" in one && one.message.id === pictures[1]?.messageId);
    const replyToken = event && "replyToken" in event ? String(event.replyToken) : "";
    await stage.api.replyMessage({ replyToken, messages: [{ type: "text", text: "2枚" }] });
    expect(
      (await json(call(`/local/users/${userId}/messages/${pictures[0]?.messageId}/answer`))).answered,
    ).toBe(true);
  });

  it("is not misled by answers to other messages, and ends in time", async () => {
    const { messageId } = stage.line.guests.sendText(userId, "1");
    await stage.line.idle();
    const replyToken = await tokenOf(stage, userId);
    await stage.api.replyMessage({ replyToken, messages: [{ type: "text", text: "not yours" }] });
    const waited = await json(call(`/local/users/${userId}/messages/${messageId}/answer?timeoutMs=30`));
    expect(waited).toEqual({ answered: false, messages: [] });
  });

  it("says when the bot's server never took the message", async () => {
    stage.line.webhooks.redelivery = false;
    stage.bot.answers.push(500);
    const { messageId } = stage.line.guests.sendText(userId, "1");
    expect(await json(call(`/local/users/${userId}/messages/${messageId}/answer`))).toEqual({
      answered: false,
      messages: [],
      undelivered: "ERROR_STATUS_CODE: 500",
    });
  });

  it("for what is no message of the user is refused", async () => {
    expect((await call(`/local/users/${userId}/messages/1/answer`)).status).toBe(404);
    const { messageId } = stage.line.guests.sendText(userId, "1");
    expect((await call(`/local/users/${userId}/messages/${messageId}/answer?timeoutMs=never`)).status).toBe(
      400,
    );
  });
});

it("tells what happens as it happens", async () => {
  const response = await call("/local/events");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const hear = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader?.read())?.value ?? "";
  };
  await hear("event: ready");
  stage.line.guests.sendText(userId, "聞こえますか");
  await hear("聞こえますか");
  await stage.api.showLoadingAnimation({ chatId: userId, loadingSeconds: 5 });
  await hear('"remainingMs":5000');
  await stage.api.pushMessage({ to: userId, messages: [{ type: "text", text: "はい" }] });
  await hear("はい");
  await hear('"remainingMs":0');
  expect(heard).not.toContain("rich-menus");
  await stage.api.linkRichMenuIdToUser(userId, await finishedMenu(stage));
  await hear("event: rich-menus");
  expect(heard).not.toContain("replyToken");
  await reader?.cancel();
});

describe("only this machine", () => {
  it("may call, and its pages are let in", async () => {
    const origin = "http://127.0.0.1:5000";
    const mine = await call("/local/users", { headers: { origin } });
    expect(mine.headers.get("access-control-allow-origin")).toBe(origin);
    const preflight = await call("/local/users", { method: "OPTIONS", headers: { origin } });
    expect(preflight.status).toBe(204);
    expect((await call("/local/users", { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await call("/local/events", { headers: { origin: "null" } })).status).toBe(403);
  });

  it("leaves other paths to others", async () => {
    expect((await call("/oauth2/v2.1/certs")).status).toBe(404);
    expect((await call("/local/liff/open", { method: "POST" })).status).toBe(404);
    expect((await call("/local/users", { method: "PUT" })).status).toBe(405);
  });
});

describe("settings", () => {
  it("are changed over the wire", async () => {
    const put = (path: string, body: unknown) => call(path, { method: "PUT", body: JSON.stringify(body) });
    expect(
      await json(put("/local/settings", { redelivery: false, rateLimits: false, monthlyQuota: 200 })),
    ).toMatchObject({
      monthlyQuota: 200,
      redelivery: false,
      rateLimits: false,
      mode: "active",
    });
    expect((await put("/local/settings", { mode: "sleeping" })).status).toBe(400);
  });

  it("let a test send the bot whatever it wants", async () => {
    stage.bot.answers.push(401);
    const forged = {
      method: "POST",
      headers: { "x-line-signature": "AAAA" },
      body: '{"events":[{"type":"party"}]}',
    };
    expect(await json(call("/local/webhook", forged))).toMatchObject({ statusCode: 401, success: false });
    await post("/local/webhook", { destination: "x", events: [] });
    expect(stage.bot.received[0]?.headers["x-line-signature"]).toBe("AAAA");
    expect(stage.bot.received[1]?.headers["x-line-signature"]).toHaveLength(44);
  });
});
