import { describe, expect, it } from "vitest";
import { Fault } from "../../shared/fault.ts";
import { answerChat, remindGuest } from "../chat/answer-chat.ts";
import { remindOfSet } from "../sets/close-set.ts";
import { retryKeyOf } from "../../shared/retry-key.ts";
import type { PhotoMessage } from "../guest-event.ts";
import { answers, receive, three } from "../sets/in-memory-set.ts";
import { createWorld, demoEvent, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";

/** An event whose guests may be told by messages that cost money, and a photo that comes to its turn `lateMs` later. */
function lateWorld({ allowsPaidMessages = true, lateMs = 60_001 } = {}) {
  const world = createWorld();
  world.store.events.set(demoEvent.eventId, { ...demoEvent, allowsPaidMessages });
  const message = world.addPhoto("1001", [90.06, 52.5]);
  world.now = message.sentAt + lateMs;
  return { world, message };
}
const photoOf = (world: World) => world.store.photos.values().next().value;
/** What happened to the answer, in order. */
const steps = ({ calls }: World) =>
  calls.filter((call) =>
    ["store.claimDelivery", "allowance.take", "messenger.push", "messenger.reply"].includes(call),
  );
const isClaimed = (world: World, { replyId }: PhotoMessage) => world.store.hasDelivery(`reply#${replyId}`);

describe("A5: a result whose reply token is certainly over", () => {
  it("is pushed where messages may cost money, once, after the attempt was recorded and the quota asked", async () => {
    const { world, message } = lateWorld();
    await receivePhoto(world.ports, message);
    await receivePhoto(world.ports, message);
    expect(world.replies).toEqual([]);
    expect(world.pushes).toMatchObject([
      { to: message.lineUserId, answer: { kind: "score", score: 142.6 }, earlier: [] },
    ]);
    expect(steps(world).slice(-3)).toEqual(["store.claimDelivery", "allowance.take", "messenger.push"]);
    expect(photoOf(world)).toMatchObject({ step: "answered" });
    expect(photoOf(world)).not.toHaveProperty("isUntold");
  });

  it("has a retry key that is a UUID, the same for the same event only", async () => {
    const { world, message } = lateWorld();
    await receivePhoto(world.ports, message);
    const [push] = world.pushes;
    expect(push?.retryKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(push?.retryKey).toBe(retryKeyOf("reply#1001"));
    expect(push?.retryKey).not.toBe(retryKeyOf("reply#1002"));
  });

  it("takes earlier results along, which cost nothing more", async () => {
    const { world, message } = lateWorld();
    world.replyOutcome = { kind: "expired" };
    const first = world.addPhoto("1000", [80]);
    world.now = first.sentAt;
    await receivePhoto(world.ports, first);
    world.now = message.sentAt + 60_001;
    await receivePhoto(world.ports, message);
    expect(world.pushes).toMatchObject([{ earlier: [{ kind: "score", score: 80 }] }]);
  });

  it.each([
    ["no face", [], { kind: "refused", reason: "no-face" }],
    ["a smile", [90], { kind: "score" }],
  ])("is pushed whatever it is: %s", async (_what, happy, answer) => {
    const { world } = lateWorld();
    const message = world.addPhoto("1002", happy);
    world.now = message.sentAt + 60_001;
    await receivePhoto(world.ports, message);
    expect(world.pushes).toMatchObject([{ answer }]);
  });
});

describe("A5: nothing is pushed", () => {
  const isUntold = async (world: World, message: PhotoMessage) => {
    expect(world.pushes).toEqual([]);
    expect(photoOf(world)).toMatchObject({ step: "answered", isUntold: true });
    expect(await isClaimed(world, message)).toBe(true);
  };

  it("where the event does not allow it: the reply is tried, and the result waits", async () => {
    const { world, message } = lateWorld({ allowsPaidMessages: false });
    world.replyOutcome = { kind: "expired" };
    await receivePhoto(world.ports, message);
    expect(world.replies).toHaveLength(1);
    expect(world.calls).not.toContain("allowance.take");
    await isUntold(world, message);
  });

  it("while a reply may still arrive", async () => {
    const { world, message } = lateWorld({ lateMs: 60_000 });
    await receivePhoto(world.ports, message);
    expect([world.replies.length, world.pushes.length]).toEqual([1, 0]);
  });

  it("for an event that LINE delivered again: its token has another minute", async () => {
    const { world, message } = lateWorld();
    await receivePhoto(world.ports, { ...message, isRedelivery: true });
    expect([world.replies.length, world.pushes.length]).toEqual([1, 0]);
  });

  it("when a reply was attempted, whatever became of it", async () => {
    const { world, message } = lateWorld({ lateMs: 40_000 });
    world.hook = (moment, call) => {
      if (moment === "before" && call === "messenger.reply") throw new Fault("line-unreachable");
    };
    await remindGuest(world.ports, message);
    world.hook = undefined;
    world.now = message.sentAt + 90_000;
    await receivePhoto(world.ports, message);
    await isUntold(world, message);
    expect(world.replies).toEqual([]);
  });

  it("when no message is left for it", async () => {
    const { world, message } = lateWorld();
    world.pushesLeft = 0;
    await receivePhoto(world.ports, message);
    expect(steps(world).slice(-2)).toEqual(["store.claimDelivery", "allowance.take"]);
    expect(world.replies).toEqual([]);
    await isUntold(world, message);
  });

  it("when nobody knows how many are left", async () => {
    const { world, message } = lateWorld();
    world.hook = (moment, call) => {
      if (moment === "before" && call === "allowance.take") throw new Fault("line-unreachable");
    };
    await receivePhoto(world.ports, message);
    await isUntold(world, message);
  });

  it("for a photo that was not taken, nor for a question: neither is a result", async () => {
    const { world, message } = lateWorld();
    world.now = demoEvent.closesAt + 90_000;
    await receivePhoto(world.ports, { ...message, sentAt: demoEvent.closesAt + 1 });
    const question = { kind: "chat", text: "ヘルプ", replyId: "a", replyToken: "token-a" } as const;
    await answerChat(world.ports, { ...question, lineUserId: message.lineUserId, sentAt: message.sentAt });
    expect(world.pushes).toEqual([]);
    expect(world.replies.map(({ answer }) => answer.kind)).toEqual(["refused", "help"]);
  });

  it("where LINE gave no token: somebody else leads this chat", async () => {
    const { world, message } = lateWorld();
    await receivePhoto(world.ports, { ...message, replyToken: undefined });
    expect([world.replies, world.pushes]).toEqual([[], []]);
    expect(await isClaimed(world, message)).toBe(false);
    expect(photoOf(world)).toMatchObject({ isUntold: true });
  });
});

describe("A5: the reminder", () => {
  it("leaves the answer to the result, which can be pushed, once its own token is over", async () => {
    const { world, message } = lateWorld();
    await remindGuest(world.ports, message);
    expect([world.replies, world.pushes]).toEqual([[], []]);
    await receivePhoto(world.ports, message);
    expect(world.pushes).toHaveLength(1);
  });
});

describe("A5, A4: photos that were sent in one go", () => {
  it("are pushed together, once, when the last of them was read; what is not whole leaves it to that", async () => {
    const { world } = lateWorld();
    const messages = three(world);
    world.now += 60_000;
    await receive(world, messages.slice(0, 1));
    for (const message of messages) await remindOfSet(world.ports, message);
    await receive(world, messages.slice(1));
    expect(answers(world)).toEqual([]);
    expect(world.pushes).toMatchObject([{ answer: { kind: "set", sent: 3, stillReading: 0 }, earlier: [] }]);
    for (const photo of world.store.photos.values()) {
      expect(photo.step).toBe("answered");
      expect(photo).not.toHaveProperty("isUntold");
    }
  });
});

describe("A5: a push that", () => {
  it.each([
    ["LINE refused", { kind: "refused", status: 400 }],
    ["found the month's messages used up", { kind: "limit-reached" }],
  ] as const)("%s leaves the result for the next reply", async (_what, outcome) => {
    const { world, message } = lateWorld();
    world.pushOutcome = outcome;
    await receivePhoto(world.ports, message);
    expect(photoOf(world)).toMatchObject({ isUntold: true });
    expect(world.calls.filter((call) => call === "allowance.stop")).toHaveLength(
      outcome.kind === "limit-reached" ? 1 : 0,
    );
    world.now += 10_000;
    const next = { ...world.addPhoto("2001", [50]), sentAt: world.now };
    await receivePhoto(world.ports, next);
    expect(world.replies).toMatchObject([{ earlier: [{ kind: "score", score: 142.6 }] }]);
  });

  it("nobody knows the fate of is not made again, and its result waits", async () => {
    const { world, message } = lateWorld();
    world.hook = (moment, call) => {
      if (moment === "after" && call === "messenger.push") throw new Fault("line-unreachable");
    };
    await receivePhoto(world.ports, message);
    await receivePhoto(world.ports, message);
    expect(world.pushes).toHaveLength(1);
    expect(photoOf(world)).toMatchObject({ isUntold: true });
  });
});
