import { describe, expect, it } from "vitest";
import { Fault } from "../shared/fault.ts";
import type { RetrySoon } from "../shared/ports/retry-soon.ts";
import { toGuestEvent } from "./guest-event.ts";
import { createWorld, demoEvent, OPENED_AT } from "./in-memory-world.ts";
import { parseQueueMessage } from "./parse-queue-message.ts";
import { routeMessage } from "./route-message.ts";
import { workOff } from "./work-off.ts";

const userId = "U".padEnd(33, "a");
const common = {
  mode: "active",
  timestamp: OPENED_AT + 1_001,
  source: { type: "user", userId },
  webhookEventId: "01FZ74A0TDDPYRVKNK77XKC3ZR",
  deliveryContext: { isRedelivery: false },
  replyToken: "token",
};
const message = (type: string, more: object = {}) => ({
  ...common,
  type: "message",
  message: { type, id: "1001", quoteToken: "q", ...more },
});
const image = message("image", { contentProvider: { type: "line" } });
const unsend = { ...common, type: "unsend", replyToken: undefined, unsend: { messageId: "1001" } };
const lineEvent = (event: unknown) => ({ kind: "line-event", event }) as const;

describe("what a guest says", () => {
  it.each([
    ["a photo", image, { kind: "photo", photoId: "1001", replyId: "1001", replyToken: "token" }],
    ["an unsend", unsend, { kind: "unsend", photoId: "1001" }],
    ["a new friend", { ...common, type: "follow", follow: { isUnblocked: false } }, { kind: "follow" }],
    ["a text", message("text", { text: "hello" }), { kind: "chat", text: "hello", replyId: "1001" }],
    ["a sticker", message("sticker", { packageId: "1" }), { kind: "chat" }],
    ["a video", message("video", { contentProvider: { type: "line" } }), { kind: "unsupported" }],
    ["a file", message("file", { fileName: "a.heic", fileSize: 1 }), { kind: "unsupported" }],
    [
      "a picture on somebody's server",
      message("image", { contentProvider: { type: "external" } }),
      { kind: "unsupported" },
    ],
    ["a button", { ...common, type: "postback", postback: { data: "x" } }, { kind: "chat", text: "x" }],
  ])("%s", (_name, event, expected) => {
    expect(toGuestEvent(event)).toMatchObject({ ...expected, lineUserId: userId, sentAt: common.timestamp });
  });

  it.each([
    ["an unfollow", { ...common, type: "unfollow" }],
    ["what LINE invents next", { ...common, type: "teleport" }],
    ["a group", { ...image, source: { type: "group", groupId: "C1", userId } }],
    ["nobody", { ...image, source: undefined }],
    ["a user id with a path in it", { ...image, source: { type: "user", userId: "U/../evil" } }],
    ["a message id with a path in it", message("image", { id: "1/../2" })],
    ["a message without a message", { ...common, type: "message" }],
    ["no time", { ...image, timestamp: undefined }],
    ["no object", "event"],
    ["null", null],
  ])("%s is none of our business", async (_name, event) => {
    expect(toGuestEvent(event)).toBeUndefined();
    const world = createWorld();
    await routeMessage(world.ports, lineEvent(event));
    expect(world.calls).toEqual([]);
  });
});

describe("what the bot answers", () => {
  it("greets a new friend, with the event, once for all deliveries", async () => {
    const world = createWorld();
    const follow = lineEvent({ ...common, type: "follow" });
    await routeMessage(world.ports, follow);
    await routeMessage(world.ports, follow);
    expect(world.replies).toEqual([
      { token: "token", answer: { kind: "greeting", language: "ja", event: demoEvent } },
    ]);
  });

  it("explains the game to whatever is said, once per message", async () => {
    const world = createWorld();
    for (let delivery = 0; delivery < 3; delivery += 1) {
      await routeMessage(world.ports, lineEvent(message("text", { text: "???" })));
    }
    expect(world.replies.map((reply) => reply.answer.kind)).toEqual(["help"]);
  });

  it("says that a video cannot be scored", async () => {
    const world = createWorld();
    await routeMessage(world.ports, lineEvent(message("video")));
    expect(world.replies).toMatchObject([{ answer: { kind: "refused", reason: "unsupported-type" } }]);
  });

  it("has nothing to say without a reply token", async () => {
    const world = createWorld();
    await routeMessage(world.ports, lineEvent({ ...message("text"), replyToken: undefined }));
    expect(world.replies).toEqual([]);
  });

  it.each([
    ["the token is used up", { kind: "expired" } as const],
    ["LINE refuses", { kind: "refused", status: 500 } as const],
  ])("never tries twice when %s", async (_name, outcome) => {
    const world = createWorld();
    world.addPhoto("1001", [80]);
    world.replyOutcome = outcome;
    await routeMessage(world.ports, lineEvent(image));
    await routeMessage(world.ports, lineEvent(image));
    expect(world.replies).toHaveLength(1);
    expect([...world.store.photos.values()]).toMatchObject([{ step: "answered", state: "shown" }]);
  });
});

describe("a photo that waits too long", () => {
  const remind = { kind: "remind", event: image } as const;

  it("is confirmed; its result is then told on the page only", async () => {
    const world = createWorld();
    world.addPhoto("1001", [80]);
    await routeMessage(world.ports, remind);
    await routeMessage(world.ports, lineEvent(image));
    expect(world.replies).toMatchObject([{ answer: { kind: "received", photoId: "1001" } }]);
    expect([...world.store.photos.values()]).toMatchObject([{ step: "answered", state: "shown" }]);
    expect(world.calls).not.toContain("messenger.showLoading");
  });

  it.each([
    ["was answered", [lineEvent(image)], "score"],
    ["was unsent", [lineEvent(unsend)], undefined],
  ])("says nothing when it %s", async (_name, before, answer) => {
    const world = createWorld();
    world.addPhoto("1001", [80]);
    for (const earlier of before) await routeMessage(world.ports, earlier);
    await routeMessage(world.ports, remind);
    expect(world.replies.map((reply) => reply.answer.kind)).toEqual(answer === undefined ? [] : [answer]);
  });

  it("says nothing when LINE no longer has it", async () => {
    const world = createWorld();
    world.addPhoto("1001", [80]);
    world.contents.clear();
    await routeMessage(world.ports, lineEvent(image));
    await routeMessage(world.ports, remind);
    expect(world.replies).toEqual([]);
    expect(world.store.photos.size).toBe(0);
  });
});

describe("the worker's own messages", () => {
  it("settle: derives the standing anew and tells the boards", async () => {
    const world = createWorld();
    world.addPhoto("1001", [80]);
    await routeMessage(world.ports, lineEvent(image));
    const [photo] = world.store.photos.values();
    if (photo === undefined) throw new Error("no photo");
    await world.store.savePhoto({ ...photo, state: "hidden", concern: "blocked" }, photo.version);
    await routeMessage(world.ports, { kind: "settle", eventId: photo.eventId, guestId: photo.guestId });
    expect(world.store.publishedStandings.at(-1)).not.toHaveProperty("rankKey");
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ photos: 0 });
  });

  it("ladder: walks all pages, and an older one never replaces a newer", async () => {
    const world = createWorld();
    for (const [index, letter] of ["a", "b", "c", "d", "e"].entries()) {
      const sent = world.addPhoto(String(index + 1), [50 + index], "U".padEnd(33, letter));
      await routeMessage(
        world.ports,
        lineEvent({
          ...image,
          source: { type: "user", userId: sent.lineUserId },
          message: { ...image.message, id: sent.photoId },
        }),
      );
    }
    const ladder = { kind: "ladder", eventId: "event-1" } as const;
    await routeMessage(world.ports, ladder);
    const first = world.store.ladders.get("event-1");
    expect(first).toMatchObject({ guests: 5, photos: 5, computedAt: world.now });
    expect(first?.rungs.map((rung) => rung.score)).toEqual([54, 53, 52, 51, 50]);
    world.now -= 1;
    await routeMessage(world.ports, ladder);
    expect(world.store.ladders.get("event-1")).toBe(first);
  });
});

describe("a batch of the queue", () => {
  const recordOf = (body: string, receives = 1): Parameters<typeof workOff>[0][number] => ({
    messageId: `id-${body}`,
    body,
    receiptHandle: `handle-${body}`,
    eventSourceARN: "arn:aws:sqs:ap-northeast-1:123456789012:photos",
    attributes: { ApproximateReceiveCount: String(receives) },
  });
  const failing = async (): Promise<void> => {
    throw new Error("the machine fell over");
  };
  const aftermath = (given: Partial<Parameters<typeof workOff>[2]> = {}): Parameters<typeof workOff>[2] => ({
    retrySoon: async () => {},
    failures: { note: async () => {} },
    ...given,
  });

  it("gives back only what failed, and goes on after it", async () => {
    const worked: string[] = [];
    const outcome = await workOff(
      ["a", "b", "c"].map((body) => recordOf(body)),
      async (body) => {
        if (body === "b") await failing();
        worked.push(body);
      },
      aftermath(),
    );
    expect(worked).toEqual(["a", "c"]);
    expect(outcome).toEqual({ batchItemFailures: [{ itemIdentifier: "id-b" }] });
  });

  it("lets what failed come back soon, and later each time", async () => {
    const delays: [string, number][] = [];
    const records = [1, 2, 3, 4, 7, 8].map((receives) => recordOf(String(receives), receives));
    const retrySoon: RetrySoon = async ({ receiptHandle }, seconds) => {
      delays.push([receiptHandle, seconds]);
    };
    await workOff(records, failing, aftermath({ retrySoon }));
    expect(delays.map(([, seconds]) => seconds)).toEqual([5, 20, 80, 320, 320, 0]);
    expect(delays[0]?.[0]).toBe("handle-1");
  });

  it("gives it back also when that cannot be hastened", async () => {
    const outcome = await workOff([recordOf("a")], failing, aftermath({ retrySoon: failing }));
    expect(outcome).toEqual({ batchItemFailures: [{ itemIdentifier: "id-a" }] });
  });

  it("notes why it gave a message up, the last time and only then", async () => {
    const noted: [string, string][] = [];
    const failures = { note: async (id: string, code: string) => void noted.push([id, code]) };
    const work = async (): Promise<void> => {
      throw new Fault("face-reading-failed", new Error("somebody's name"));
    };
    await workOff([recordOf("a", 7), recordOf("b", 8)], work, aftermath({ failures }));
    await workOff([recordOf("c", 8)], failing, aftermath({ failures }));
    expect(noted).toEqual([
      ["id-b", "face-reading-failed"],
      ["id-c", "unexpected"],
    ]);
  });

  it("gives it back also when nothing can be noted", async () => {
    const outcome = await workOff([recordOf("a", 8)], failing, aftermath({ failures: { note: failing } }));
    expect(outcome).toEqual({ batchItemFailures: [{ itemIdentifier: "id-a" }] });
  });

  it.each(["", "{", "[]", '{"kind":"other"}', '{"kind":"settle","eventId":""}'])("refuses %j", (body) => {
    expect(() => parseQueueMessage(body)).toThrow("message-malformed");
  });
});
