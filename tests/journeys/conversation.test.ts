import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cardText } from "../../cli/card-text.ts";
import type { ChatMessage } from "../../local/line/memory/chat.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { holdFaceReading } from "../fixtures/hold-face-reading.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

let stack: TestStack;
let offsetMs = 0;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  stack = await startTestStack({ clock: () => Date.now() + offsetMs });
}, 120_000);
afterAll(() => stack.close());
beforeEach(() => {
  offsetMs = 0;
});

const newFriend = async (name: string, language = "ja"): Promise<string> => {
  const { userId } = stack.line.guests.create({ displayName: name, language });
  const { messageId } = stack.line.guests.follow(userId);
  await answersTo(userId, messageId);
  return userId;
};

/** What the bot answered to one message of the guest, once it did. */
async function answersTo(
  userId: string,
  messageId: string,
  timeout = 30_000,
): Promise<readonly ChatMessage[]> {
  await expect.poll(() => find(userId, messageId).length, { timeout }).toBeGreaterThan(0);
  return find(userId, messageId);
}

const find = (userId: string, messageId: string): ChatMessage[] =>
  stack.line.chats.messagesOf(userId).filter(({ from, answers }) => from === "bot" && answers === messageId);

const textsOf = (messages: readonly ChatMessage[]): string =>
  messages.map(({ body }) => cardText(body)).join("\n");

describe("following the bot", () => {
  test("is greeted with what is collected, why, how long and how to remove it, and a camera button", async () => {
    const { userId } = stack.line.guests.create({ displayName: "花子", language: "ja" });
    const { messageId } = stack.line.guests.follow(userId);
    const greeting = await answersTo(userId, messageId);
    const text = textsOf(greeting);
    for (const part of ["お預かりするもの", "使いみち", "保存期間", "送信取消", "Rekognition"])
      expect(text).toContain(part);
    expect(JSON.stringify(greeting.at(-1)?.body["quickReply"])).toContain('"camera"');
  });

  test("E2: makes a guest of the only open event; the greeting leads to its privacy page", async () => {
    const { userId } = stack.line.guests.create({ displayName: "最初の人", language: "en" });
    const greeting = await answersTo(userId, stack.line.guests.follow(userId).messageId);
    const { eventId } = stack.endpoints;
    const [event] = await stack.rows("Event");
    const page = `/privacy/${event?.["joinCode"]?.S}?lang=en`;
    expect(JSON.stringify(greeting.map(({ body }) => body))).toContain(page);
    const guest = async () => (await stack.rows("Guest")).filter((row) => row["lineUserId"]?.S === userId);
    await expect.poll(guest).toMatchObject([{ eventId: { S: eventId }, displayName: { S: "最初の人" } }]);
    const person = (await stack.rows("Person")).find((row) => row["lineUserId"]?.S === userId);
    expect(person).toMatchObject({ eventId: { S: eventId }, language: { S: "en" } });

    // Blocked, and befriended once more: greeted again, and nothing else.
    const before = JSON.stringify([await guest(), person]);
    stack.line.guests.unfollow(userId);
    const again = await answersTo(userId, stack.line.guests.follow(userId).messageId);
    expect(textsOf(again)).toBe(textsOf(greeting));
    await expect.poll(() => stack.waitingMessages(), { timeout: 30_000 }).toBe(0);
    const after = (await stack.rows("Person")).find((row) => row["lineUserId"]?.S === userId);
    expect(JSON.stringify([await guest(), after])).toBe(before);
  });

  test.each([
    ["en", "Rekognition", /photo/i],
    ["zh-Hant", "Rekognition", /照片/],
  ])("speaks the guest's language: %s", async (language, word, also) => {
    const { userId } = stack.line.guests.create({ displayName: "Guest", language });
    const { messageId } = stack.line.guests.follow(userId);
    const text = textsOf(await answersTo(userId, messageId));
    expect(text).toContain(word);
    expect(text).toMatch(also);
    // Hiragana would be Japanese; the couple's own title stays as it is.
    expect(text.replaceAll("さくら", "")).not.toMatch(/[ぁ-ん]/);
  });
});

describe("anything that is no photo", () => {
  test.each([
    ["an unknown text", (id: string) => stack.line.guests.sendText(id, "こんにちは？"), "遊びかた"],
    [
      "a sticker",
      (id: string) => stack.line.guests.sendSticker(id, { packageId: "446", stickerId: "1988" }),
      "遊びかた",
    ],
    ["a video", (id: string) => stack.line.guests.sendVideo(id, Buffer.alloc(64), 1000), "写真"],
  ])("is answered: %s", async (_name, send, words) => {
    const userId = await newFriend("話し手");
    const { messageId } = send(userId);
    expect(textsOf(await answersTo(userId, messageId))).toContain(words);
  });
});

describe("a photo that has to wait", () => {
  test("is acknowledged after 40 s by the one reply, and its result is on the board all the same", async () => {
    const userId = await newFriend("のんびり");
    const release = holdFaceReading(stack);
    const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("guest-smile")]);
    const messageId = sent?.messageId ?? "";
    await expect.poll(() => release.isHeld(), { timeout: 20_000 }).toBe(true);
    offsetMs = 41_000;
    stack.services.queues.tick();
    expect(textsOf(await answersTo(userId, messageId))).toContain("お預かりしました");

    release.go();
    await expect.poll(() => standings(), { timeout: 30_000 }).toContain("のんびり");
    await expect.poll(() => stack.photosInQueue(), { timeout: 30_000 }).toBe(0);
    expect(find(userId, messageId)).toHaveLength(1);
  });

  test("is not acknowledged again when the card was quicker", async () => {
    const userId = await newFriend("すばやい");
    const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("guest-smile")]);
    const messageId = sent?.messageId ?? "";
    await answersTo(userId, messageId);
    offsetMs = 41_000;
    stack.services.queues.tick();
    await expect.poll(() => stack.reminders(), { timeout: 20_000 }).toBe(0);
    await expect.poll(() => stack.waitingMessages(), { timeout: 20_000 }).toBe(0);
    expect(find(userId, messageId)).toHaveLength(1);
  });
});

describe("a fault of LINE that passes", () => {
  test("delays a photo by seconds, and nothing is lost or counted twice", async () => {
    const { userId } = stack.line.guests.create({ displayName: "しんぼう", language: "ja" });
    stack.faults.set({ calls: { "line:getProfile": { failBefore: 1, times: 1 } } });
    const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("bride")]);
    const messageId = sent?.messageId ?? "";
    expect(textsOf(await answersTo(userId, messageId))).toMatch(/\d+\.\dpt/);
    expect(stack.faults.struck("line:getProfile")).toBe(1);
    expect((await stack.rows("Photo")).filter((row) => row["photoId"]?.S === messageId)).toHaveLength(1);
    expect((await standings()).filter((name) => name === "しんぼう")).toHaveLength(1);
  });
});

describe("an unsend that overtakes its photo", () => {
  test("leaves nothing behind", async () => {
    const userId = await newFriend("気まぐれ");
    const release = holdFaceReading(stack);
    const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("bride")]);
    await expect.poll(() => release.isHeld(), { timeout: 20_000 }).toBe(true);
    stack.line.guests.unsend(userId, sent?.messageId ?? "");
    await stack.line.idle();
    release.go();
    await expect.poll(() => stack.waitingMessages(), { timeout: 30_000 }).toBe(0);
    expect(await standings()).not.toContain("気まぐれ");
    const photo = (await stack.rows("Photo")).find((row) => row["photoId"]?.S === sent?.messageId);
    expect([undefined, "removed"]).toContain(photo?.["state"]?.S);
    expect(photo?.["image"]).toBeUndefined();
    expect(stack.objects(`originals/`)).toBe(await countShownOriginals());
  });
});

// Last, because a reminder of next month stays in the queue.
describe("an event that is not open", () => {
  const photoAt = async (userId: string, offset: number): Promise<string> => {
    offsetMs = offset;
    const [sent] = stack.line.guests.sendImages(userId, [await freshPicture("bride")]);
    return textsOf(await answersTo(userId, sent?.messageId ?? ""));
  };

  test("is too early: the guest is told when it opens, and nothing is stored", async () => {
    const before = (await stack.rows("Photo")).length;
    expect(await photoAt(await newFriend("早い人"), -DAY_MS)).toMatch(/受付は .+ からです/);
    expect(await stack.rows("Photo")).toHaveLength(before);
  });

  test("is over: the guest is thanked, and nothing is stored", async () => {
    const userId = await newFriend("遅い人");
    await photoAt(userId, 0);
    const before = (await stack.rows("Photo")).length;
    expect(await photoAt(userId, 31 * DAY_MS)).toContain("受付は終了しました");
    expect(await stack.rows("Photo")).toHaveLength(before);
  });
});

const standings = async (): Promise<readonly string[]> => {
  const board = await stack.graphql<{ standings: { displayName: string }[] }>(
    `query ($id: ID!) { board(boardId: $id) { standings { displayName } } }`,
    { id: stack.endpoints.boardId },
  );
  return board.standings.map(({ displayName }) => displayName);
};

async function countShownOriginals(): Promise<number> {
  return (await stack.rows("Photo")).filter((row) => row["original"] !== undefined).length;
}
