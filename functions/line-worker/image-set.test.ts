import { describe, expect, it } from "vitest";
import type { Answer } from "../shared/ports/guest-messenger.ts";
import { answerChat } from "./answer-chat.ts";
import { closeSet, remindOfSet } from "./close-set.ts";
import { type ChatMessage, toGuestEvent } from "./guest-event.ts";
import type { SetMessage } from "./image-set.ts";
import { createWorld, demoEvent, OPENED_AT, untilDone, type World } from "./in-memory-world.ts";
import { parseQueueMessage } from "./parse-queue-message.ts";
import { receivePhoto } from "./receive-photo.ts";
import { routeMessage } from "./route-message.ts";
import { unsendPhoto } from "./withdraw-photo.ts";

const SET = "E005D41A";
const userId = "U".padEnd(33, "a");

interface Shape {
  readonly hasIndex?: boolean;
  readonly hasTotal?: boolean;
}

/** No face gives more than 100. */
const pointsOf = (at: number, count: number): number => (count < 10 ? 10 : 1) * (at + 1);

/** Photos that a guest sends in one go, the later the more points; ids go backwards. */
function sendSet(world: World, count: number, { hasIndex = true, hasTotal = true }: Shape = {}) {
  return Array.from({ length: count }, (_, at): SetMessage => {
    const message = world.addPhoto(String(1_100 - at), [pointsOf(at, count)], userId);
    const imageSet = {
      id: SET,
      ...(hasIndex && { index: at + 1 }),
      ...(hasTotal && { total: count }),
    };
    return { ...message, sentAt: OPENED_AT, replyId: `set#${SET}`, imageSet };
  });
}
const three = (world: World, shape?: Shape) =>
  sendSet(world, 3, shape) as [SetMessage, SetMessage, SetMessage];

async function receive(world: World, messages: readonly SetMessage[]): Promise<void> {
  for (const message of messages) await receivePhoto(world.ports, message);
}

/** What the worker left for later about results that nobody told. */
async function workOffUntold(world: World): Promise<void> {
  const untold = world.queued.filter(({ message }) => message.kind === "untold");
  for (const { message } of untold) await routeMessage(world.ports, message);
}

let chats = 0;
async function earlierInNextReply(world: World) {
  chats += 1;
  const chat: ChatMessage = {
    kind: "chat",
    lineUserId: userId,
    sentAt: world.now,
    replyId: `chat-${chats}`,
    replyToken: `chat-token-${chats}`,
  };
  await answerChat(world.ports, chat);
  return world.replies.at(-1)?.earlier ?? [];
}

const answers = (world: World): Answer[] => world.replies.map(({ answer }) => answer);
/** What each result of the answer to a set says, in its order. */
function told(answer: Answer | undefined): unknown[] {
  if (answer?.kind !== "set") return [answer?.kind];
  return answer.results.map(({ answer: result }) =>
    result.kind === "refused" ? result.reason : result.score,
  );
}
const rows = (world: World) =>
  [...world.store.photos.values()].toSorted((a, b) => Number(b.photoId) - Number(a.photoId));
const steps = (world: World) =>
  rows(world)
    .filter(({ state }) => state !== "removed")
    .map(({ step, isUntold }) => (isUntold ? "untold" : step));
const allAnswered = (world: World) => expect(new Set(steps(world))).toEqual(new Set(["answered"]));

describe("A4: a set of which LINE says how many photos it has", () => {
  it.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])(
    "is answered once, in the order of choice, when they are read in the order %i %i %i",
    async (...order) => {
      const world = createWorld();
      const messages = three(world);
      const read = order.flatMap((at) => messages[at] ?? []);
      await receive(world, read.slice(0, 2));
      expect(world.replies).toEqual([]);
      await receive(world, read.slice(2));
      expect(world.replies).toMatchObject([
        {
          token: read[2]?.replyToken,
          answer: {
            kind: "set",
            sent: 3,
            stillReading: 0,
            results: [1, 2, 3].map((position) => ({ position })),
          },
        },
      ]);
      expect(told(world.replies[0]?.answer)).toEqual([10, 20, 30]);
      allAnswered(world);
      expect(await earlierInNextReply(world)).toEqual([]);
    },
  );

  it("tells the best and the place as they are after all of them", async () => {
    const world = createWorld();
    await receive(world, three(world));
    const [answer] = answers(world);
    for (const { answer: result } of answer?.kind === "set" ? answer.results : [])
      expect(result).toMatchObject({ kind: "score", best: 30, place: 1 });
  });

  it("is answered by one of several workers at the same moment, and no result is told twice", async () => {
    const world = createWorld();
    const messages = three(world);
    let arrived = 0;
    let release = () => {};
    const allThere = new Promise<void>((resolve) => (release = resolve));
    // Nobody goes for the right to answer before all have seen the whole set.
    world.hook = (moment, call) => {
      if (moment !== "before" || call !== "store.place") return undefined;
      arrived += 1;
      if (arrived === 3) release();
      return allThere;
    };
    let saved = 0;
    const allSaved = new Promise<void>((resolve) => {
      const { savePhoto } = world.store;
      world.store.savePhoto = async (photo, version) => {
        const isWon = await savePhoto(photo, version);
        if (version === 0) saved += 1;
        if (saved === 3) resolve();
        if (version === 0) await allSaved;
        return isWon;
      };
    });
    await Promise.all(messages.map((message) => receivePhoto(world.ports, message)));
    expect(arrived).toBe(3);
    expect(world.replies).toHaveLength(1);
    allAnswered(world);
    await workOffUntold(world);
    allAnswered(world);
    expect(await earlierInNextReply(world)).toEqual([]);
  });

  it("a worker that loses leaves its photo to the winner, who may still be sending", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [first, second]);
    let isSending = false;
    world.hook = async (moment, call) => {
      if (moment !== "before" || call !== "messenger.reply" || isSending) return;
      isSending = true;
      // The same photo once more, and the guest says something, all while the reply is under way.
      await receivePhoto(world.ports, third);
      expect(await earlierInNextReply(world)).toEqual([]);
    };
    await receivePhoto(world.ports, third);
    allAnswered(world);
    await workOffUntold(world);
    allAnswered(world);
    expect(world.replies.filter(({ answer }) => answer.kind === "set")).toHaveLength(1);
  });

  it("is told with the next reply when the worker dies between the right to answer and the answer", async () => {
    const world = createWorld();
    const messages = three(world);
    await receive(world, messages.slice(0, 2));
    let hasDied = false;
    world.hook = (moment, call) => {
      if (moment !== "after" || call !== "store.claimDelivery" || hasDied) return;
      hasDied = true;
      throw new Error("killed");
    };
    await untilDone(() => receive(world, messages.slice(2)));
    expect(hasDied).toBe(true);
    expect(world.replies).toEqual([]);
    for (const message of messages) await remindOfSet(world.ports, message);
    await workOffUntold(world);
    expect(steps(world)).toEqual(["untold", "untold", "untold"]);
    expect(await earlierInNextReply(world)).toMatchObject([{ score: 10 }, { score: 20 }, { score: 30 }]);
    expect(world.replies).toHaveLength(1);
    expect(await earlierInNextReply(world)).toEqual([]);
  });

  it.each([
    ["before its photo is kept", "store.savePhoto"],
    ["before the boards hear of it", "store.publishStanding"],
    ["before it has the right to answer", "store.place"],
  ])("is answered all the same when the last worker dies %s", async (_when, where) => {
    const world = createWorld();
    const messages = three(world);
    await receive(world, messages.slice(0, 2));
    let deaths = 0;
    world.hook = (moment, call) => {
      if (moment !== "before" || call !== where || deaths > 1) return;
      deaths += 1;
      throw new Error("killed");
    };
    await untilDone(() => receive(world, messages.slice(2)));
    expect(deaths).toBe(2);
    expect(answers(world).map(told)).toEqual([[10, 20, 30]]);
    allAnswered(world);
  });

  it("every delivery of its photos again changes nothing and says nothing", async () => {
    const world = createWorld();
    const messages = three(world);
    await receive(world, messages);
    const before = rows(world);
    await receive(world, messages);
    for (const message of messages) await remindOfSet(world.ports, message);
    await workOffUntold(world);
    expect(world.replies).toHaveLength(1);
    expect(rows(world)).toEqual(before);
  });

  it("D2 tells of a photo that repeats another one of the same set", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    world.contents.set(third.photoId, world.contents.get(second.photoId) ?? { kind: "gone" });
    await receive(world, [third, first, second]);
    // Of two that were sent at the same moment the smaller id is the original.
    expect(answers(world).map(told)).toEqual([[10, "duplicate", 30]]);
  });

  it("when LINE does not take the answer all its results wait for the next reply", async () => {
    const world = createWorld();
    world.replyOutcome = { kind: "expired" };
    await receive(world, three(world));
    world.replyOutcome = { kind: "sent" };
    expect(steps(world)).toEqual(["untold", "untold", "untold"]);
    expect(await earlierInNextReply(world)).toHaveLength(3);
  });

  it("tells what waits for a host, and no place for it", async () => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, policy: "review-first" });
    await receive(world, three(world));
    expect(world.replies).toMatchObject([
      { answer: { kind: "set", results: [1, 2, 3].map(() => ({ answer: { kind: "waiting" } })) } },
    ]);
    expect(world.store.publishedPhotos).toEqual([]);
  });

  it("E1 is refused once", async () => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, state: "closed" });
    await receive(world, three(world));
    expect(answers(world)).toMatchObject([{ kind: "refused" }]);
  });

  it("leaves photos alone that were sent by themselves or in another set", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    const alone = world.addPhoto("1050", [70], userId);
    const other: SetMessage = {
      ...world.addPhoto("1060", [80], userId),
      replyId: "set#other",
      imageSet: { id: "other", index: 1, total: 2 },
    };
    await receive(world, [first, second]);
    await receivePhoto(world.ports, alone);
    await receivePhoto(world.ports, other);
    expect(answers(world)).toMatchObject([{ kind: "score", score: 70 }]);
    await receive(world, [third]);
    expect(told(answers(world)[1])).toEqual([10, 20, 30]);
  });
});

describe("A4: how large a set may be", () => {
  it("one photo looks as if it had been sent alone", async () => {
    const world = createWorld();
    await receive(world, sendSet(world, 1));
    expect(answers(world)).toMatchObject([{ kind: "score", score: 10 }]);
    allAnswered(world);
  });

  it.each([
    [13, 13],
    [48, 48],
    [50, 48],
  ])("of %i photos %i are told at once, the others with the next reply", async (count, most) => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, policy: "review-first" });
    await receive(world, sendSet(world, count).toReversed());
    const [answer] = answers(world);
    expect(told(answer)).toEqual(Array.from({ length: most }, (_, at) => pointsOf(at, count)));
    expect(answer).toMatchObject({ sent: count, stillReading: 0 });
    expect(world.replies).toHaveLength(1);
    expect(steps(world).filter((step) => step === "untold")).toHaveLength(count - most);
    expect(await earlierInNextReply(world)).toHaveLength(count - most);
  });
});

describe("A4: photos of a set that are taken back or gone", () => {
  const orders = [
    [0, 1, 2],
    [1, 0, 2],
    [1, 2, 0],
  ];

  it.each(orders)(
    "unsent before they are read (%i %i %i): the others are told without delay",
    async (...order) => {
      const world = createWorld();
      const messages = three(world);
      const read = order.flatMap((at) => messages[at] ?? []);
      // Somebody must be known for a tombstone to belong to somebody.
      await receivePhoto(world.ports, world.addPhoto("1", [5], userId));
      await unsendPhoto(world.ports, { ...messages[0], kind: "unsend" });
      await receive(world, read);
      expect(answers(world).slice(1).map(told)).toEqual([[20, 30]]);
      expect(world.store.photos.get(`event-1#${rows(world)[0]?.guestId}#1100`)).toMatchObject({
        state: "removed",
        score: 0,
        imageSetId: SET,
      });
      expect(await earlierInNextReply(world)).toEqual([]);
    },
  );

  it("unsent while it is read: the others are told without delay", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [first, second]);
    let isUnsent = false;
    world.hook = async (moment, call) => {
      if (moment !== "after" || call !== "store.savePhoto" || isUnsent) return;
      isUnsent = true;
      await unsendPhoto(world.ports, { ...third, kind: "unsend" });
    };
    await receive(world, [third]);
    expect(answers(world).map(told)).toEqual([[10, 20]]);
    allAnswered(world);
  });

  it("unsent after it was read and before the others: it is left out and counts as there", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [second]);
    await unsendPhoto(world.ports, { ...second, kind: "unsend" });
    await receive(world, [third, first]);
    expect(answers(world).map(told)).toEqual([[10, 30]]);
    expect(answers(world)).toMatchObject([{ sent: 3, results: [{ position: 1 }, { position: 3 }] }]);
  });

  it("unsent after the answer: nothing more is said", async () => {
    const world = createWorld();
    const messages = three(world);
    await receive(world, messages);
    await unsendPhoto(world.ports, { ...messages[1], kind: "unsend" });
    for (const message of messages) await remindOfSet(world.ports, message);
    await workOffUntold(world);
    expect(world.replies).toHaveLength(1);
    expect(rows(world)[1]).toMatchObject({ state: "removed", imageSetId: SET, imageSetIndex: 2 });
  });

  it("what alone is left looks as if it had been sent alone", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [first, second]);
    await unsendPhoto(world.ports, { ...first, kind: "unsend" });
    await unsendPhoto(world.ports, { ...second, kind: "unsend" });
    await receive(world, [third]);
    expect(answers(world)).toMatchObject([{ kind: "score", score: 30 }]);
  });

  it.each(orders)("LINE has one no more (%i %i %i): the others are told without delay", async (...order) => {
    const world = createWorld();
    const messages = three(world);
    world.contents.delete(messages[0].photoId);
    await receive(
      world,
      order.flatMap((at) => messages[at] ?? []),
    );
    expect(answers(world).map(told)).toEqual([[20, 30]]);
  });

  it("all taken back: nobody says anything, later neither", async () => {
    const world = createWorld();
    const messages = three(world);
    await receivePhoto(world.ports, world.addPhoto("1", [5], userId));
    for (const message of messages) await unsendPhoto(world.ports, { ...message, kind: "unsend" });
    await receive(world, messages);
    for (const message of messages) await remindOfSet(world.ports, message);
    expect(world.replies).toHaveLength(1);
  });

  it("all gone at LINE: nobody says anything, later neither", async () => {
    const world = createWorld();
    const messages = three(world);
    for (const { photoId } of messages) world.contents.delete(photoId);
    await receive(world, messages);
    for (const message of messages) await remindOfSet(world.ports, message);
    expect(world.replies).toEqual([]);
  });

  it("unsent before anybody knew the guest: the others are told when the reminder comes", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await unsendPhoto(world.ports, { ...first, kind: "unsend" });
    await receive(world, [first, second, third]);
    expect(world.replies).toEqual([]);
    await remindOfSet(world.ports, first);
    expect(world.replies).toEqual([]);
    await remindOfSet(world.ports, second);
    await remindOfSet(world.ports, third);
    expect(answers(world).map(told)).toEqual([[20, 30]]);
    allAnswered(world);
  });
});

describe("A4: a set of which LINE does not say how many photos it has", () => {
  const open = (world: World) => three(world, { hasTotal: false });

  it("is closed by the last photo known, and by no other", async () => {
    const world = createWorld();
    const messages = open(world);
    await receive(world, messages);
    expect(world.replies).toEqual([]);
    // All were sent at the same moment: the first has the largest id.
    const [first, second, third] = messages;
    await closeSet(world.ports, third);
    await closeSet(world.ports, second);
    expect(world.replies).toEqual([]);
    await closeSet(world.ports, first);
    expect(answers(world).map(told)).toEqual([[10, 20, 30]]);
    for (const message of messages) await closeSet(world.ports, message);
    expect(world.replies).toHaveLength(1);
    allAnswered(world);
  });

  it("what is read after that is told with the next reply", async () => {
    const world = createWorld();
    const [first, second, third] = open(world);
    await receive(world, [first, second]);
    await closeSet(world.ports, first);
    expect(answers(world).map(told)).toEqual([[10, 20]]);
    await receive(world, [third]);
    await remindOfSet(world.ports, third);
    await workOffUntold(world);
    expect(await earlierInNextReply(world)).toMatchObject([{ score: 30 }]);
    expect(world.replies).toHaveLength(2);
  });

  it("read when its time is over already: the last one known answers by itself", async () => {
    const world = createWorld();
    const [first, second, third] = open(world);
    await closeSet(world.ports, first);
    world.now = OPENED_AT + 9_000;
    await receive(world, [third]);
    expect(answers(world)).toMatchObject([{ kind: "score", score: 30 }]);
    await receive(world, [second, first]);
    await workOffUntold(world);
    expect(world.replies).toHaveLength(1);
    expect(await earlierInNextReply(world)).toMatchObject([{ score: 20 }, { score: 10 }]);
  });

  it("without places either it is told as it was sent: by time, then by id", async () => {
    const world = createWorld();
    const [first, second, third] = three(world, { hasIndex: false, hasTotal: false });
    const late = { ...third, sentAt: OPENED_AT + 5 };
    await receive(world, [late, first, second]);
    await closeSet(world.ports, late);
    expect(answers(world).map(told)).toEqual([[20, 10, 30]]);
    expect(answers(world)).toMatchObject([{ sent: 3, results: [1, 2, 3].map((position) => ({ position })) }]);
  });

  it("is left to the reminder while nothing of it is known", async () => {
    const world = createWorld();
    const messages = open(world);
    for (const message of messages) await closeSet(world.ports, message);
    expect(world.replies).toEqual([]);
  });
});

describe("A4: some time after a set was sent", () => {
  it("nothing read: the guest hears once that it arrived, and the results with the next reply", async () => {
    const world = createWorld();
    const messages = three(world);
    for (const message of messages) await remindOfSet(world.ports, message);
    expect(answers(world)).toMatchObject([{ kind: "received" }]);
    world.now = OPENED_AT + 45_000;
    await receive(world, messages);
    await workOffUntold(world);
    expect(world.replies).toHaveLength(1);
    expect(await earlierInNextReply(world)).toHaveLength(3);
  });

  it("one not read: the others are told, and that one more is still being read", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [first, second]);
    for (const message of [third, second, first]) await remindOfSet(world.ports, message);
    await workOffUntold(world);
    expect(answers(world)).toMatchObject([{ kind: "set", sent: 3, stillReading: 1 }]);
    expect(answers(world).map(told)).toEqual([[10, 20]]);
    allAnswered(world);
    await receive(world, [third]);
    await workOffUntold(world);
    expect(world.replies).toHaveLength(1);
    expect(await earlierInNextReply(world)).toMatchObject([{ score: 30 }]);
  });

  it("two reminders at the same moment: one answers, and what it tells is not told again", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [first, second]);
    let isSending = false;
    world.hook = async (moment, call) => {
      if (moment !== "before" || call !== "messenger.reply" || isSending) return;
      isSending = true;
      await remindOfSet(world.ports, second);
      expect(await earlierInNextReply(world)).toEqual([]);
    };
    await Promise.all([first, third].map((message) => remindOfSet(world.ports, message)));
    await workOffUntold(world);
    expect(answers(world).filter(({ kind }) => kind === "set")).toHaveLength(1);
    allAnswered(world);
  });

  it("a photo that is read too late for everybody answers for what there is", async () => {
    const world = createWorld();
    const [first, second] = three(world);
    await receive(world, [first]);
    world.now = OPENED_AT + 31_000;
    await receive(world, [second]);
    expect(answers(world)).toMatchObject([{ kind: "set", stillReading: 1 }]);
    expect(answers(world).map(told)).toEqual([[10, 20]]);
  });

  it("all told: nothing is said", async () => {
    const world = createWorld();
    const messages = three(world);
    await receive(world, messages);
    for (const message of messages) await remindOfSet(world.ports, message);
    expect(world.replies).toHaveLength(1);
    expect(world.queued.filter(({ message }) => message.kind === "untold")).toEqual([]);
  });
});

describe("A4: what LINE tells of a set", () => {
  const event = (imageSet: unknown) =>
    toGuestEvent({
      type: "message",
      timestamp: OPENED_AT,
      source: { type: "user", userId },
      replyToken: "token",
      message: { type: "image", id: "7", imageSet },
    });

  it.each([
    [{ id: SET, index: 2, total: 3 }],
    [{ id: SET, index: 2 }],
    [{ id: SET, total: 3 }],
    [{ id: SET }],
  ])("%j: is kept as it is, and its photos share the answer", (imageSet) => {
    expect(event(imageSet)).toMatchObject({ kind: "photo", photoId: "7", replyId: `set#${SET}` });
    expect(event(imageSet)).toHaveProperty("imageSet", imageSet);
  });

  it.each([
    ["places that make no sense are not known", { id: SET, index: "2", total: -1 }, { id: SET }],
    ["new members say nothing", { id: SET, colour: "red" }, { id: SET }],
  ])("%s", (_name, told, known) => {
    expect(event(told)).toHaveProperty("imageSet", known);
  });

  it.each([[undefined], [null], [{}], [{ id: 3 }], [{ id: "" }], ["set"]])(
    "%j: a photo that came alone",
    (imageSet) => {
      expect(event(imageSet)).toMatchObject({ kind: "photo", photoId: "7", replyId: "7" });
      expect(event(imageSet)).not.toHaveProperty("imageSet");
    },
  );

  it.each(["remind", "close-set"] as const)("%s: goes its way by the queue", async (kind) => {
    const world = createWorld();
    const messages = three(world, { hasTotal: kind === "remind" });
    await receive(world, messages.slice(0, 1));
    const line = {
      type: "message",
      timestamp: OPENED_AT,
      source: { type: "user", userId },
      replyToken: "token",
      message: { type: "image", id: "1100", imageSet: { id: SET, ...(kind === "remind" && { total: 3 }) } },
    };
    await routeMessage(world.ports, parseQueueMessage(JSON.stringify({ kind, event: line })));
    expect(world.replies).toHaveLength(1);
    allAnswered(world);
  });
});
