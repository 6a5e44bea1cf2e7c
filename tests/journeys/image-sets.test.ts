import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChatMessage } from "../../local/line/memory/chat.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { holdFaceReading } from "../fixtures/hold-face-reading.ts";
import { startTestStack, type Row, type TestStack } from "../fixtures/stack.ts";

// A4: photos that were sent in one go, through the whole stack; replies are counted at LINE.

let stack: TestStack;
let offsetMs = 0;

beforeAll(async () => {
  stack = await startTestStack({ clock: () => Date.now() + offsetMs });
}, 120_000);
afterAll(() => stack.close());

const newGuest = (name: string): string =>
  stack.line.guests.create({ displayName: name, language: "ja" }).userId;

const pictures = (count: number, motif = "guest-smile"): Promise<Buffer[]> =>
  Promise.all(Array.from({ length: count }, () => freshPicture(motif, 240)));

/** Everything that the bot said to a guest. */
const said = (userId: string): ChatMessage[] =>
  stack.line.chats.messagesOf(userId).filter(({ from }) => from === "bot");

/** LINE's tokens that were used: one for each reply. */
const replies = (userId: string): number => new Set(said(userId).map(({ answers }) => answers)).size;

interface Carousel {
  readonly altText: string;
  readonly contents: { readonly type: string; readonly contents: readonly unknown[] };
}
const carousels = (userId: string): Carousel[] =>
  said(userId)
    .filter(({ body }) => body.type === "flex")
    // The stand-in has checked what is a Flex message.
    .map(({ body }) => body as unknown as Carousel);

/** The photos that cards lead to, in their order. */
const linkedPhotos = (cards: readonly unknown[]): string[] =>
  cards.flatMap((card) => /\/me\/photos\/(\d+)/.exec(JSON.stringify(card))?.[1] ?? []);
const cardsOf = (userId: string): unknown[] => carousels(userId).flatMap(({ contents }) => contents.contents);

const rowsOf = async (messages: readonly ChatMessage[]): Promise<Row[]> => {
  const ids = new Set(messages.map(({ messageId }) => messageId));
  return (await stack.rows("Photo")).filter((row) => ids.has(row["photoId"]?.S ?? ""));
};

async function workDone(): Promise<void> {
  await stack.line.idle();
  await expect.poll(() => stack.waitingMessages(), { timeout: 60_000 }).toBe(0);
}

async function pass(ms: number): Promise<void> {
  offsetMs += ms;
  stack.services.queues.tick();
  await workDone();
}

/** Lets reminders come, and all that they leave for later. */
async function waitForReminders(): Promise<void> {
  await pass(41_000);
  await pass(16_000);
}

const allTold = async (messages: readonly ChatMessage[]): Promise<void> => {
  for (const row of await rowsOf(messages)) {
    expect(row["step"]?.S).toBe("answered");
    expect(row["isUntold"]).toBeUndefined();
  }
};

describe("photos that were sent in one go", () => {
  test("in whatever order they arrive, one reply shows them in the order of choice", async () => {
    const userId = newGuest("四枚");
    const messages = stack.line.guests.sendImages(userId, await pictures(4));
    await expect.poll(() => replies(userId), { timeout: 60_000 }).toBe(1);
    await workDone();
    expect(linkedPhotos(cardsOf(userId))).toEqual(messages.map(({ messageId }) => messageId));
    expect(carousels(userId)).toMatchObject([
      {
        altText: expect.stringMatching(/^4枚の結果：最高 \d+\.\dpt ・ \d+位$/),
        contents: { type: "carousel" },
      },
    ]);
    expect(said(userId).at(-1)?.body).toHaveProperty("quickReply");

    await waitForReminders();
    expect(replies(userId)).toBe(1);
    expect(await rowsOf(messages)).toHaveLength(4);
    await allTold(messages);
  });

  test("of an old phone, which does not say how many: one reply once nobody waits for more", async () => {
    const userId = newGuest("古い電話");
    const messages = stack.line.guests.sendImages(userId, await pictures(3), { isOldPhone: true });
    await workDone();
    expect(await rowsOf(messages)).toHaveLength(3);
    expect(said(userId)).toEqual([]);

    await pass(9_000);
    expect(replies(userId)).toBe(1);
    expect(linkedPhotos(cardsOf(userId))).toEqual(messages.map(({ messageId }) => messageId));
    await waitForReminders();
    expect(replies(userId)).toBe(1);
    await allTold(messages);
  });

  test("thirteen: two messages of one reply", async () => {
    const userId = newGuest("十三枚");
    const messages = stack.line.guests.sendImages(userId, await pictures(13));
    await expect.poll(() => replies(userId), { timeout: 90_000 }).toBe(1);
    await workDone();
    expect(carousels(userId).map(({ contents }) => contents.contents.length)).toEqual([12, 1]);
    expect(linkedPhotos(cardsOf(userId))).toEqual(messages.map(({ messageId }) => messageId));
    expect(replies(userId)).toBe(1);
    await allTold(messages);
  });

  test("one that nobody can read and one that came before: each has its card, none a link to nothing", async () => {
    const userId = newGuest("いろいろ");
    const [same = Buffer.alloc(0), other = Buffer.alloc(0)] = await pictures(2);
    const messages = stack.line.guests.sendImages(userId, [same, Buffer.from("no picture"), same, other]);
    await expect.poll(() => replies(userId), { timeout: 60_000 }).toBe(1);
    await workDone();
    const cards = cardsOf(userId).map((card) => JSON.stringify(card));
    expect(cards).toHaveLength(4);
    expect(cards[1]).toContain("JPEG");
    expect(cards[2]).toContain("届いています");
    expect(linkedPhotos(cards)).toEqual([messages[0]?.messageId, messages[3]?.messageId]);
  });

  test("one taken back before it is read: the others do not wait for it", async () => {
    const userId = newGuest("取り消し");
    const [first] = stack.line.guests.sendImages(userId, await pictures(1));
    await expect.poll(() => replies(userId), { timeout: 60_000 }).toBe(1);
    const reading = holdFaceReading(stack);
    const messages = stack.line.guests.sendImages(userId, await pictures(3));
    await expect.poll(() => reading.isHeld(), { timeout: 20_000 }).toBe(true);
    stack.line.guests.unsend(userId, messages[1]?.messageId ?? "");
    await stack.line.idle();
    await expect
      .poll(async () => JSON.stringify(await stack.rows("Delivery")), { timeout: 20_000 })
      .toContain(`unsent#${messages[1]?.messageId}`);
    reading.go();
    await expect.poll(() => replies(userId), { timeout: 60_000 }).toBe(2);
    await workDone();
    expect(linkedPhotos(cardsOf(userId))).toEqual([messages[0]?.messageId, messages[2]?.messageId]);
    expect(first?.messageId).not.toBe(messages[0]?.messageId);
    await waitForReminders();
    expect(replies(userId)).toBe(2);
  });

  test("still being read after 40 s: one word that they arrived, and the results with the next reply", async () => {
    const userId = newGuest("待つ人");
    const reading = holdFaceReading(stack);
    const sentAt = Date.now();
    const messages = stack.line.guests.sendImages(userId, await pictures(3));
    await expect.poll(() => reading.isHeld(), { timeout: 20_000 }).toBe(true);
    await stack.line.idle();
    // Not longer than it takes: the reply token lives a minute.
    offsetMs += Math.max(0, 41_000 - (Date.now() - sentAt));
    stack.services.queues.tick();
    await expect.poll(() => replies(userId), { timeout: 30_000 }).toBe(1);
    reading.go();
    await workDone();
    await pass(16_000);
    expect(said(userId)).toHaveLength(1);
    expect((await rowsOf(messages)).map((row) => [row["step"]?.S, "isUntold" in row])).toEqual(
      messages.map(() => ["answered", true]),
    );
    stack.line.guests.sendText(userId, "ありがとう");
    await workDone();
    expect(replies(userId)).toBe(2);
    expect(JSON.stringify(said(userId)).match(/・幸福度/g)).toHaveLength(3);
    await allTold(messages);
  });
});
