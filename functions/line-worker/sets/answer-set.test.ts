import { describe, expect, it } from "vitest";
import { remindOfSet } from "./close-set.ts";
import type { SetMessage } from "./image-set.ts";
import {
  allAnswered,
  answers,
  earlierInNextReply,
  pointsOf,
  receive,
  rows,
  sendSet,
  steps,
  three,
  told,
  userId,
  workOffUntold,
} from "./in-memory-set.ts";
import { createWorld, demoEvent, untilDone } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";

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
