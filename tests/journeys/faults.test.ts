import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cardText } from "../../cli/card-text.ts";
import type { FaultPlan } from "../../local/faults/fault-plan.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 120_000);
afterAll(() => stack.close());
afterEach(() => stack.faults.set({}));

// Within the minute that LINE gives for a reply.
const PATIENCE_MS = 58_000;
let parties = 0;

/** Guests who are friends already, so that only their photos meet what goes wrong. */
async function party(size: number): Promise<readonly string[]> {
  parties += 1;
  const names = Array.from({ length: size }, (_, n) => `客${parties}-${n + 1}`);
  return Promise.all(names.map((name) => stack.phones.userNamed(name)));
}

const isScore = (message: Readonly<Record<string, unknown>>): boolean => /\d+\.\dpt/.test(cardText(message));

/** Each guest sends one photo at the same moment. All get a card, and in the end every photo counts once. */
async function everyPhotoArrivesOnce(plan: FaultPlan, size: number): Promise<void> {
  const guests = await party(size);
  // Small ones are read quickly: they really come at once.
  const pictures = await Promise.all(guests.map(() => freshPicture("bride", 400)));
  stack.faults.set(plan);
  const cards = await Promise.all(
    guests.map((userId, at) =>
      stack.phones.sendPicture(userId, pictures[at] ?? Buffer.alloc(0), PATIENCE_MS),
    ),
  );
  for (const [card = {}] of cards) expect(isScore(card)).toBe(true);
  for (const action of Object.keys(plan.calls ?? {})) expect(stack.faults.struck(action)).toBeGreaterThan(0);
  await stack.line.idle();
  await expect.poll(() => stack.photosInQueue(), { timeout: PATIENCE_MS }).toBe(0);

  const [photos, rows] = [await stack.rows("Photo"), await stack.rows("Guest")];
  for (const userId of guests) {
    const [guest, ...twins] = rows.filter((row) => row["lineUserId"]?.S === userId);
    const own = photos.filter((photo) => photo["guestId"]?.S === guest?.["guestId"]?.S);
    expect(twins).toEqual([]);
    expect(own.map((photo) => photo["state"]?.S)).toEqual(["shown"]);
    expect([guest?.["photos"]?.N, guest?.["score"]?.N]).toEqual(["1", own[0]?.["score"]?.N]);
    const messages = stack.line.chats.messagesOf(userId);
    expect(messages.filter(({ from, body }) => from === "bot" && isScore(body))).toHaveLength(1);
  }
}

describe("every photo gets its card, one place and one reply", () => {
  test.each<readonly [string, FaultPlan, number]>([
    [
      "Rekognition reads one a second and six come at once",
      { calls: { "rekognition:DetectFaces": { throttlePerSecond: 1 } } },
      6,
    ],
    ["S3 loses its answers to what it did", { seed: 1, calls: { "s3:*": { failAfter: 0.4 } } }, 3],
    ["tables fail now and then", { seed: 2, calls: { "dynamodb:*": { failBefore: 0.15 } } }, 3],
    [
      "mutations are done and their answers lost",
      { seed: 3, calls: { "appsync:GraphQL": { dropAfter: 0.3 } } },
      3,
    ],
    [
      "LINE tells everything twice and out of order",
      { seed: 4, webhooks: { duplicate: 1, jitterMs: 400 } },
      3,
    ],
  ])("when %s", (_, plan, size) => everyPhotoArrivesOnce(plan, size), 150_000);
});

describe("every photo gets its card, whatever the world's clock does", () => {
  // In a world of its own: a vendor's client that was throttled once would wait an hour for a clock that went back.
  beforeAll(async () => {
    await stack.close();
    stack = await startTestStack();
  }, 120_000);

  test.each<readonly [string, FaultPlan]>([
    ["when it has jumped ahead by an hour", { clockOffsetMs: 3_600_000 }],
    ["when it has jumped back again", {}],
  ])("%s", (_, plan) => everyPhotoArrivesOnce(plan, 2), 150_000);
});
