import { describe, expect, it } from "vitest";
import { answerChat, remindGuest } from "../chat/answer-chat.ts";
import type { ChatMessage, PhotoMessage } from "../guest-event.ts";
import { createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { unsendPhoto } from "../photos/withdraw-photo.ts";

let chats = 0;
const chat = ({ lineUserId, sentAt }: PhotoMessage): ChatMessage => {
  chats += 1;
  return { kind: "chat", lineUserId, sentAt, replyId: `chat-${chats}`, replyToken: `chat-token-${chats}` };
};
const lastEarlier = (world: World) => world.replies.at(-1)?.earlier;

/** A photo whose reminder was quicker. */
async function remindedPhoto(happy: readonly number[], prepare: (world: World) => void = () => {}) {
  const world = createWorld();
  prepare(world);
  const message = world.addPhoto("1001", happy);
  await remindGuest(world.ports, message);
  await receivePhoto(world.ports, message);
  expect(world.replies).toMatchObject([{ answer: { kind: "received" } }]);
  return { world, message };
}

/** The n-th such call fails. */
function failOnce(world: World, name: string, call: number): void {
  let seen = 0;
  world.hook = (when, made) => {
    if (when !== "before" || made !== name) return;
    seen += 1;
    if (seen === call) throw new Error("the table is away");
  };
}

describe("A2: a result that its own reply did not tell", () => {
  it("is told with the next reply, once", async () => {
    const { world, message } = await remindedPhoto([90]);
    await answerChat(world.ports, chat(message));
    expect(world.replies.at(-1)).toMatchObject({
      answer: { kind: "help" },
      earlier: [{ kind: "score", score: 90, missions: [] }],
    });
    await answerChat(world.ports, chat(message));
    expect(lastEarlier(world)).toBeUndefined();
  });

  it("is told on the card of the next photo, beside that one's own", async () => {
    const world = createWorld();
    world.replyOutcome = { kind: "expired" };
    await receivePhoto(world.ports, world.addPhoto("1001", [90]));
    world.replyOutcome = { kind: "sent" };
    await receivePhoto(world.ports, world.addPhoto("1002", [30]));
    expect(world.replies.at(-1)).toMatchObject({
      answer: { kind: "score", score: 30 },
      earlier: [{ kind: "score", score: 90, missions: [] }],
    });
    expect([...world.store.photos.values()].filter(({ isUntold }) => isUntold)).toEqual([]);
  });

  it.each([
    ["waits for a host", [80], { kind: "waiting", score: 80, missions: [] }],
    ["shows no face", [], { kind: "refused", reason: "no-face" }],
  ] as const)("also of a photo that %s", async (_name, happy, told) => {
    const { world, message } = await remindedPhoto(happy, ({ store }) =>
      store.events.set("event-1", { ...demoEvent, policy: "review-first" }),
    );
    await answerChat(world.ports, chat(message));
    expect(lastEarlier(world)).toEqual([told]);
  });

  it("is not told when the photo was taken back", async () => {
    const { world, message } = await remindedPhoto([90]);
    await unsendPhoto(world.ports, { ...message, kind: "unsend" });
    await answerChat(world.ports, chat(message));
    expect(lastEarlier(world)).toBeUndefined();
  });

  it("is told by one of several replies at the same moment", async () => {
    const { world, message } = await remindedPhoto([90]);
    await Promise.all([1, 2, 3].map(() => answerChat(world.ports, chat(message))));
    expect(world.replies.flatMap(({ earlier = [] }) => earlier)).toHaveLength(1);
  });

  it("stays when it cannot be taken; the reply goes out without it", async () => {
    const { world, message } = await remindedPhoto([90]);
    failOnce(world, "store.claimDelivery", 2);
    await answerChat(world.ports, chat(message));
    expect(world.replies.at(-1)).toMatchObject({ answer: { kind: "help" } });
    expect(lastEarlier(world)).toBeUndefined();
    await answerChat(world.ports, chat(message));
    expect(lastEarlier(world)).toEqual([{ kind: "score", score: 90, missions: [] }]);
  });

  it("is not told again when it was taken and the photo could not be saved after that", async () => {
    const { world, message } = await remindedPhoto([90]);
    failOnce(world, "store.savePhoto", 1);
    await answerChat(world.ports, chat(message));
    expect(lastEarlier(world)).toEqual([{ kind: "score", score: 90, missions: [] }]);
    await answerChat(world.ports, chat(message));
    expect(lastEarlier(world)).toBeUndefined();
    expect([...world.store.photos.values()][0]).not.toHaveProperty("isUntold");
  });

  it("is told in the end whatever call of the photo's way fails", async () => {
    const rehearsal = createWorld();
    await receivePhoto(rehearsal.ports, rehearsal.addPhoto("1001", [90]));
    for (const moment of ["before", "after"] as const) {
      for (const [index, name] of rehearsal.calls.entries()) {
        const world = createWorld();
        const message = world.addPhoto("1001", [90]);
        let seen = -1;
        world.hook = (when) => {
          if (when === moment) seen += 1;
          if (when === moment && seen === index) throw new Error("the machine fell over");
        };
        await untilDone(() => receivePhoto(world.ports, message));
        world.hook = undefined;
        await answerChat(world.ports, chat(message));
        const cards = world.replies.filter(({ answer }) => answer.kind === "score").length;
        const where = `${moment} ${index} (${name})`;
        expect(cards + (lastEarlier(world)?.length ?? 0), where).toBeGreaterThan(0);
        expect(new Set(world.replies.map(({ token }) => token)).size, where).toBe(world.replies.length);
      }
    }
  });
});
