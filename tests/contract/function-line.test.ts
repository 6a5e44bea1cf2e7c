import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { languages } from "#domain/language";
import { chatNotes, type Refusal } from "#domain/words/bot-words";
import { createIdTokenVerifier } from "../../functions/shared/adapters/line-id-token.ts";
import { createPhotoSource } from "../../functions/shared/adapters/line-content.ts";
import { createGuestMessenger } from "../../functions/shared/adapters/line.ts";
import type { Answer } from "../../functions/shared/ports/guest-messenger.ts";
import { hanako, loginChannelId, startLineLogin } from "../fixtures/line-login.ts";
import { befriend, JPEG, setStage, type Stage, tokenOf, TOKEN } from "./line-harness.ts";

const addresses = {
  cdnBaseUrl: "http://127.0.0.1:1",
  liffBaseUrl: "https://liff.line.me/1234567890-AbcdEfgh",
};
const event = {
  title: "山田家 披露宴",
  language: "ja",
  joinCode: "H7KC4M",
  opensAt: 1_800_000_000_000,
  retentionEndsAt: 1_810_000_000_000,
} as const;
const score = { photoId: "1001", score: 142.6, faces: 2, counted: 2, why: [], missions: [] };
const reasons: readonly Refusal[] = [
  "no-face",
  "unreadable",
  "unsupported-type",
  "too-large",
  "not-yet-open",
  "closed",
  "no-event",
  "which-event",
  "unknown-code",
  "banned",
];
const shown = {
  kind: "score",
  ...score,
  image: `p/${"a".repeat(32)}`,
  width: 1024,
  height: 683,
  best: 180.3,
} as const;

/** As much as a host and a full photo can bring about. */
const everything = {
  counted: 3,
  why: Array.from(
    { length: 100 },
    (_, index) => `${index + 1}人目は小さく写っているため、得点に入りません。`,
  ),
  missions: Array.from({ length: 10 }, (_, index) => "題".repeat(39) + String(index)),
};

/** As long as names may be. */
const head = [1, 2, 2, 4, 5].map((place) => ({ place, displayName: "花".repeat(40), score: 9_999.9 }));

const answersIn = (language: Answer["language"]): Answer[] => [
  { ...shown, language, place: 3 },
  { ...shown, language, width: 100, height: 3_000 },
  { kind: "waiting", language, ...score },
  { ...shown, language, ...everything },
  { ...shown, language, ...everything, faces: 0, counted: 0, score: 0 },
  { kind: "waiting", language, ...score, ...everything },
  { kind: "received", language, photoId: "1001" },
  { kind: "greeting", language, event },
  { kind: "help", language },
  { kind: "ranking", language, top: [], isExcluded: false },
  { kind: "ranking", language, top: head, own: { place: 12, score: 34.5 }, isExcluded: false },
  { kind: "my-page", language },
  ...chatNotes.map((note): Answer => ({ kind: "note", language, note, name: "花".repeat(40) })),
  ...reasons.map((reason): Answer => ({ kind: "refused", language, reason, event })),
];

let stage: Stage;
let userId: string;
const messengerOf = (origin: string, channelAccessToken = TOKEN) =>
  createGuestMessenger({ channelAccessToken, apiBaseUrl: origin }, addresses);
const sourceOf = (origin: string) =>
  createPhotoSource({ channelAccessToken: TOKEN, dataApiBaseUrl: origin, pausesMs: [1, 1] });

beforeEach(async () => {
  stage = await setStage();
  userId = await befriend(stage);
});
afterEach(() => stage.close());

describe("answers", () => {
  it.each(languages)("%s: LINE takes all of them", async (language) => {
    const messenger = messengerOf(stage.origin);
    for (const answer of answersIn(language)) {
      const replyToken = await tokenOf(stage, userId);
      expect(await messenger.reply(replyToken, answer, []), JSON.stringify(answer)).toEqual({ kind: "sent" });
    }
  });

  it("tell a used token from other refusals", async () => {
    const messenger = messengerOf(stage.origin);
    const replyToken = await tokenOf(stage, userId);
    const help = { kind: "help", language: "ja" } as const;
    await messenger.reply(replyToken, help, []);
    expect(await messenger.reply(replyToken, help, [])).toEqual({ kind: "expired" });
    expect(await messengerOf(stage.origin, "wrong").reply(replyToken, help, [])).toEqual({
      kind: "refused",
      status: 401,
    });
  });

  it.each([409, 429, 500])("are not made again when LINE answers %i", async (status) => {
    stage.line.faults.set({ calls: { "line:replyMessage": { failBefore: 1, status } } });
    const help = { kind: "help", language: "ja" } as const;
    const outcome = await messengerOf(stage.origin).reply(await tokenOf(stage, userId), help, []);
    expect(outcome).toEqual({ kind: "refused", status });
    expect(stage.line.faults.struck("line:replyMessage")).toBe(1);
  });

  it("fault when nobody knows whether they arrived", async () => {
    stage.line.faults.set({ calls: { "line:replyMessage": { dropAfter: 1, times: 1 } } });
    const replyToken = await tokenOf(stage, userId);
    await expect(
      messengerOf(stage.origin).reply(replyToken, { kind: "help", language: "ja" }, []),
    ).rejects.toThrow("line-unreachable");
  });
});

describe("guests", () => {
  it("have a name and a language", async () => {
    expect(await messengerOf(stage.origin).profile(userId)).toEqual({ displayName: "花子", language: "ja" });
  });

  it("that LINE does not tell about are unknown, not an error", async () => {
    expect(await messengerOf(stage.origin).profile("U".padEnd(33, "0"))).toBeUndefined();
    expect(await messengerOf(stage.origin).profile("../../evil")).toBeUndefined();
  });

  it("that blocked the bot are unknown; what is replied to them is taken and arrives nowhere", async () => {
    const replyToken = await tokenOf(stage, userId);
    stage.line.guests.unfollow(userId);
    expect(await messengerOf(stage.origin).profile(userId)).toBeUndefined();
    const help = { kind: "help", language: "ja" } as const;
    expect(await messengerOf(stage.origin).reply(replyToken, help, [])).toEqual({ kind: "sent" });
    expect(stage.line.chats.messagesOf(userId).filter(({ from }) => from === "bot")).toEqual([]);
    await messengerOf(stage.origin).showLoading(userId);
  });

  it.each([429, 500])("are asked about again later when LINE answers %i", async (status) => {
    stage.line.faults.set({ calls: { "line:getProfile": { failBefore: 1, status, times: 1 } } });
    await expect(messengerOf(stage.origin).profile(userId)).rejects.toThrow("line-unreachable");
    expect(await messengerOf(stage.origin).profile(userId)).toMatchObject({ displayName: "花子" });
  });

  it("see that something happens", async () => {
    await messengerOf(stage.origin).showLoading(userId);
    await expect(messengerOf(stage.origin, "wrong").showLoading(userId)).rejects.toThrow("line-unreachable");
  });
});

describe("a photo's content", () => {
  async function sendPhoto(): Promise<string> {
    const [message] = stage.line.guests.sendImages(userId, [JPEG]);
    await stage.line.idle();
    return String(message?.messageId);
  }

  it("comes byte for byte", async () => {
    const content = await sourceOf(stage.origin).photoContent(await sendPhoto(), 1_000_000);
    expect(content.kind === "content" && Buffer.from(content.bytes).equals(JPEG)).toBe(true);
  });

  it("is not read beyond the limit", async () => {
    const id = await sendPhoto();
    expect(await sourceOf(stage.origin).photoContent(id, JPEG.length - 1)).toEqual({ kind: "too-large" });
    expect(await sourceOf(stage.origin).photoContent(id, JPEG.length)).toMatchObject({ kind: "content" });
  });

  it("is gone when it was unsent or never there", async () => {
    const id = await sendPhoto();
    stage.line.guests.unsend(userId, id);
    expect(await sourceOf(stage.origin).photoContent(id, 1_000_000)).toEqual({ kind: "gone" });
    expect(await sourceOf(stage.origin).photoContent("99999", 1_000_000)).toEqual({ kind: "gone" });
    expect(await sourceOf(stage.origin).photoContent("../evil", 1_000_000)).toEqual({ kind: "gone" });
  });

  it.each([
    [202, "content-not-ready"],
    [429, "line-unreachable"],
    [500, "line-unreachable"],
  ])("%i is worth another try, a few at once and then later", async (status, code) => {
    const id = await sendPhoto();
    stage.line.faults.set({ calls: { "line:getMessageContent": { failBefore: 1, status, times: 2 } } });
    expect(await sourceOf(stage.origin).photoContent(id, 1_000_000)).toMatchObject({ kind: "content" });
    stage.line.faults.set({ calls: { "line:getMessageContent": { failBefore: 1, status, times: 3 } } });
    await expect(sourceOf(stage.origin).photoContent(id, 1_000_000)).rejects.toThrow(code);
    expect(await sourceOf(stage.origin).photoContent(id, 1_000_000)).toMatchObject({ kind: "content" });
  });

  it("that breaks off midway is a fault and nothing worse", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "image/jpeg", "content-length": "1000000" });
      response.write(Buffer.alloc(50_000), () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // on a port, never a pipe's name
    await expect(sourceOf(`http://127.0.0.1:${port}`).photoContent("1", 2_000_000)).rejects.toThrow(
      "line-unreachable",
    );
  });
});

describe("LINE's ID token", () => {
  async function openLogin() {
    const line = await startLineLogin({ endpointUrl: () => "http://127.0.0.1:5555/" });
    onTestFinished(() => line.close());
    const verifierFor = (channelId: string, clock = () => line.time.now) =>
      createIdTokenVerifier({ apiBaseUrl: line.origin, channelId, clock });
    return { line, verifierFor };
  }

  it("names its user", async () => {
    const { line, verifierFor } = await openLogin();
    const idToken = await line.login.issueIdToken({ userId: hanako.userId });
    expect(await verifierFor(loginChannelId).verify(idToken)).toEqual({
      kind: "verified",
      lineUserId: hanako.userId,
    });
  });

  it("is refused after its hour", async () => {
    const { line, verifierFor } = await openLogin();
    const idToken = await line.login.issueIdToken({ userId: hanako.userId });
    const later = verifierFor(loginChannelId, () => line.time.now + 3_601_000);
    expect(await later.verify(idToken)).toEqual({ kind: "refused", reason: "token-expired" });
  });

  it("is refused when it is for another channel, changed, or none", async () => {
    const { line, verifierFor } = await openLogin();
    const idToken = await line.login.issueIdToken({ userId: hanako.userId });
    const invalid = { kind: "refused", reason: "token-invalid" };
    expect(await verifierFor("1").verify(idToken)).toEqual(invalid);
    const verifier = verifierFor(loginChannelId);
    const [header, , signature] = idToken.split(".");
    const claims = {
      iss: "https://access.line.me",
      aud: loginChannelId,
      sub: hanako.userId,
      exp: 9_999_999_999,
    };
    const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    const hs256 = Buffer.from('{"alg":"HS256"}').toString("base64url");
    for (const forged of [
      `${header}.${payload}.${signature}`,
      `${none}.${payload}.`,
      `${hs256}.${payload}.AA`,
      "",
      "a.b.c",
    ]) {
      expect(await verifier.verify(forged), forged).toEqual(invalid);
    }
  });

  it("is a fault, not a refusal, when LINE's keys cannot be had", async () => {
    const { line } = await openLogin();
    const idToken = await line.login.issueIdToken({ userId: hanako.userId });
    const apiBaseUrl = "http://127.0.0.1:1";
    const verifier = createIdTokenVerifier({
      apiBaseUrl,
      channelId: loginChannelId,
      clock: () => line.time.now,
    });
    await expect(verifier.verify(idToken)).rejects.toThrow("line-keys-unreachable");
  });
});
