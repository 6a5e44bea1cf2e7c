import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cardText } from "../../cli/card-text.ts";
import { botWords } from "#domain/words/bot";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Everything that LINE may do wrong while it answers, hands out photos and tells who guests are.
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 120_000);
afterAll(() => stack.close());
afterEach(() => stack.faults.set({}));

const POINTS = /\d+\.\dpt/;

const friend = async (name: string): Promise<string> => {
  const userId = await stack.phones.userNamed(name);
  await waitUntil("the greeting", () => messagesOf(userId).length > 0);
  return userId;
};
const messagesOf = (userId: string) =>
  stack.line.chats.messagesOf(userId).filter(({ from }) => from === "bot");
/** What the bot replied to one message, in words. */
const replyTo = (userId: string, messageId: string): readonly string[] =>
  messagesOf(userId)
    .filter(({ answers }) => answers === messageId)
    .map(({ body }) => cardText(body));

async function sendPhoto(userId: string): Promise<string> {
  const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("bride", 400)]);
  return sent?.messageId ?? "";
}
const rowsOf = async (photoId: string) =>
  (await stack.rows("Photo")).filter((row) => row["photoId"]?.S === photoId);

/** Waits until the photo went its whole way; it is stored, scored and shown, and there is one of it. */
async function arrived(photoId: string): Promise<{ readonly isTold: boolean; readonly name: string }> {
  await waitUntil(
    "the photo's last step",
    async () => (await rowsOf(photoId))[0]?.["step"]?.S === "answered",
  );
  const [row, ...twins] = await rowsOf(photoId);
  expect(twins).toEqual([]);
  expect(row?.["state"]?.S).toBe("shown");
  expect(Number(row?.["score"]?.N)).toBeGreaterThan(0);
  return { isTold: row?.["isUntold"] === undefined, name: row?.["displayName"]?.S ?? "" };
}

/** The guest asks for the ranking; the text of all that comes. */
async function askForRanking(userId: string): Promise<string> {
  const { messageId } = stack.line.guests.sendText(userId, "ランキング");
  await waitUntil("the ranking", () => replyTo(userId, messageId).length > 0);
  return replyTo(userId, messageId).join("\n");
}
const { earlierResults } = botWords.ja;

describe("a reply that", () => {
  test.each([
    ["comes too fast (429)", { failBefore: 1, status: 429, times: 1 }],
    ["fails with 500", { failBefore: 1, times: 1 }],
    ["fails with 409, which no reply should", { failBefore: 1, status: 409, times: 1 }],
    ["never leaves", { dropBefore: 1, times: 1 }],
  ])(
    "%s is not made again: the photo counts, and the next reply tells its result, once",
    async (what, reply) => {
      const userId = await friend(`返事 ${what}`);
      stack.faults.set({ calls: { "line:replyMessage": reply } });
      const photoId = await sendPhoto(userId);
      expect((await arrived(photoId)).isTold).toBe(false);
      expect(stack.faults.struck("line:replyMessage")).toBe(1);
      expect(replyTo(userId, photoId)).toEqual([]);
      const ranking = await askForRanking(userId);
      expect(ranking).toContain(earlierResults);
      expect(ranking).toMatch(POINTS);
      expect(await askForRanking(userId)).not.toContain(earlierResults);
      expect((await arrived(photoId)).isTold).toBe(true);
      expect(replyTo(userId, photoId)).toEqual([]);
    },
  );

  test.each([
    ["is done and answered with 500", { failAfter: 1, times: 1 }],
    ["is done and its connection lost", { dropAfter: 1, times: 1 }],
    ["is slower than anybody waits", { latencyMs: [9_500, 9_500], times: 1 } as const],
  ])("%s arrives once, and is told again by no second reply", async (what, reply) => {
    const userId = await friend(`おそい ${what}`);
    stack.faults.set({ calls: { "line:replyMessage": reply } });
    const photoId = await sendPhoto(userId);
    expect((await arrived(photoId)).isTold).toBe(false);
    await waitUntil("the late card", () => replyTo(userId, photoId).length > 0);
    expect(replyTo(userId, photoId)).toEqual([expect.stringMatching(POINTS)]);
    // Nobody could know that it arrived.
    expect(await askForRanking(userId)).toContain(earlierResults);
    expect(replyTo(userId, photoId)).toHaveLength(1);
  });
});

describe("a photo whose content", () => {
  test.each([
    ["is not ready (202)", { failBefore: 1, status: 202, times: 4 }],
    ["is asked for too fast (429)", { failBefore: 1, status: 429, times: 4 }],
    ["fails with 500", { failBefore: 1, times: 4 }],
    ["comes slower than anybody waits", { latencyMs: [21_000, 21_000], times: 1 } as const],
  ])(
    "%s, longer than one try takes, gets its card all the same, once",
    async (what, content) => {
      const userId = await friend(`写真 ${what}`);
      // Nor does it matter that the moving dots are not shown.
      const dots = { failBefore: 1, status: 429 };
      stack.faults.set({
        calls: { "line:getMessageContent": content, "line:showLoadingAnimation": dots },
      });
      const photoId = await sendPhoto(userId);
      await expect.poll(() => replyTo(userId, photoId), { timeout: 55_000 }).not.toEqual([]);
      expect(stack.faults.struck("line:getMessageContent")).toBe(content.times);
      expect(replyTo(userId, photoId)).toEqual([expect.stringMatching(POINTS)]);
      expect((await arrived(photoId)).isTold).toBe(true);
    },
    90_000,
  );

  test.each([410, 404])("is gone (%i) leaves nothing, and nobody hears of it", async (status) => {
    const userId = await friend(`取り消し ${status}`);
    const said = messagesOf(userId).length;
    stack.faults.set({ calls: { "line:getMessageContent": { failBefore: 1, status } } });
    const photoId = await sendPhoto(userId);
    await waitUntil("a call", () => stack.faults.struck("line:getMessageContent") > 0);
    await waitUntil("the end of it", () => stack.photosInQueue() === 0);
    // Asked once: what is gone does not come back.
    expect(stack.faults.struck("line:getMessageContent")).toBe(1);
    expect(await rowsOf(photoId)).toEqual([]);
    expect(messagesOf(userId)).toHaveLength(said);
  });
});

describe("a guest", () => {
  test("whom LINE tells nothing about plays under the word for a guest", async () => {
    stack.faults.set({ calls: { "line:getProfile": { failBefore: 1, status: 404 } } });
    const { userId } = stack.line.guests.create({ displayName: "名無し", language: "ja" });
    const photoId = await sendPhoto(userId);
    expect(await arrived(photoId)).toEqual({ isTold: true, name: botWords.ja.guest });
    expect(stack.faults.struck("line:getProfile")).toBeGreaterThan(0);
  });

  test.each([
    ["too fast (429)", { failBefore: 1, status: 429, times: 1 }],
    ["with 500", { failBefore: 1, times: 1 }],
    ["slower than anybody waits", { latencyMs: [8_500, 8_500], times: 1 } as const],
  ])("whose profile comes %s gets the card a little later, with the name", async (what, profile) => {
    stack.faults.set({ calls: { "line:getProfile": profile } });
    const { userId } = stack.line.guests.create({ displayName: `名前 ${what}`, language: "ja" });
    const photoId = await sendPhoto(userId);
    expect(await arrived(photoId)).toEqual({ isTold: true, name: `名前 ${what}` });
    expect(replyTo(userId, photoId)).toEqual([expect.stringMatching(POINTS)]);
  });

  test("who blocks the bot meanwhile hears nothing more; the photo counts", async () => {
    const userId = await friend("ブロック");
    const said = messagesOf(userId).length;
    stack.faults.set({ calls: { "line:getMessageContent": { latencyMs: [2_000, 2_000] } } });
    const photoId = await sendPhoto(userId);
    await waitUntil("the photo's work", () => stack.faults.struck("line:getMessageContent") > 0);
    stack.line.guests.unfollow(userId);
    // LINE takes what is sent to them, and delivers nothing.
    expect(await arrived(photoId)).toEqual({ isTold: true, name: "ブロック" });
    expect(messagesOf(userId)).toHaveLength(said);
  });
});
