import { afterEach, describe, expect, it, vi } from "vitest";
import { createWorld, OPENED_AT, type World } from "./in-memory-world.ts";
import { parseQueueMessage } from "./parse-queue-message.ts";
import { routeMessage } from "./route-message.ts";
import { workOff } from "./work-off.ts";

afterEach(() => vi.restoreAllMocks());

const photo = "1001";
const userId = "U".padEnd(33, "a");
const replyToken = "reply-token-of-this-event";

const photoEvent = (event: object = {}) =>
  JSON.stringify({
    kind: "line-event",
    event: {
      type: "message",
      timestamp: OPENED_AT,
      source: { type: "user", userId },
      webhookEventId: "01FZ74A0TDDPYRVKNK77XKC3ZR",
      replyToken,
      message: { type: "image", id: photo },
      ...event,
    },
  });

/** What the worker prints while it works off these messages, line by line. */
async function logOf(world: World, ...bodies: readonly string[]): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  const records = bodies.map((body, index) => ({
    messageId: `message-${index}`,
    body,
    receiptHandle: "secret-handle",
    eventSourceARN: "arn:aws:sqs:ap-northeast-1:123456789012:photos",
    attributes: { ApproximateReceiveCount: "2" },
  }));
  const work = (body: string) => routeMessage(world.ports, parseQueueMessage(body));
  await workOff(records, work, { retrySoon: async () => {}, failures: { note: async () => {} } });
  vi.restoreAllMocks();
  for (const secret of [userId, replyToken, "花子", "secret-handle", "guest-id-key"]) {
    expect(lines.join("")).not.toContain(secret);
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function worldWithPhoto(): World {
  const world = createWorld();
  world.addPhoto(photo, [90, 97.4], userId);
  return world;
}

describe("the log of a photo", () => {
  it("says each thing that happens to it, once, without saying whose it is", async () => {
    expect(await logOf(worldWithPhoto(), photoEvent())).toEqual([
      { level: "info", code: "photo-stored", photo, state: "shown", score: 187.4, faces: 2 },
      { level: "info", code: "photo-published", photo },
      { level: "info", code: "guest-told", photo, answer: "score", afterMs: 1_000 },
    ]);
  });

  it("says nothing anew when the event comes again", async () => {
    const world = worldWithPhoto();
    await logOf(world, photoEvent());
    expect(await logOf(world, photoEvent())).toEqual([]);
  });

  it("names the photo of a message that failed, and how often it was tried", async () => {
    const world = worldWithPhoto();
    world.hook = (moment, call) => {
      if (moment === "before" && call === "faceReader.readFaces") throw new Error(`no ${userId}`);
    };
    expect(await logOf(world, photoEvent())).toEqual([
      {
        level: "error",
        code: "message-failed",
        photo,
        queueMessage: "message-0",
        tries: 2,
        fault: "unexpected",
        cause: "Error",
      },
    ]);
  });

  it("names no photo when the message has none", async () => {
    const lines = await logOf(createWorld(), '{"kind":"line-event","event":{}}', '{"kind":"nonsense"}');
    expect(lines).toMatchObject([
      { level: "info", code: "event-ignored" },
      { level: "error", code: "message-failed", fault: "message-malformed" },
    ]);
    expect(lines[1]).not.toHaveProperty("photo");
  });

  it("tells of a photo that is not let in, that LINE has no more, and that is taken back", async () => {
    const closed = photoEvent({ timestamp: OPENED_AT - 1 });
    expect(await logOf(worldWithPhoto(), closed)).toMatchObject([
      { code: "photo-not-admitted", photo, reason: "not-yet-open" },
      { code: "guest-told", photo, answer: "refused" },
    ]);
    expect(await logOf(createWorld(), photoEvent())).toEqual([{ level: "warn", code: "photo-gone", photo }]);
    const world = worldWithPhoto();
    await logOf(world, photoEvent());
    const unsend = photoEvent({ type: "unsend", message: undefined, unsend: { messageId: photo } });
    expect(await logOf(world, unsend)).toEqual([{ level: "info", code: "photo-withdrawn", photo }]);
  });

  it.each([
    [{ kind: "expired" } as const, { level: "warn", code: "reply-expired", photo, answer: "score" }],
    [
      { kind: "refused", status: 400 } as const,
      { level: "error", code: "reply-refused", photo, status: 400 },
    ],
  ])("says when LINE does not take the answer: %j", async (outcome, expected) => {
    const world = worldWithPhoto();
    world.replyOutcome = outcome;
    expect((await logOf(world, photoEvent())).at(-1)).toMatchObject(expected);
  });
});
