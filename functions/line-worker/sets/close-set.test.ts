import { describe, expect, it } from "vitest";
import { closeSet, remindOfSet } from "./close-set.ts";
import {
  allAnswered,
  answers,
  earlierInNextReply,
  receive,
  sendSet,
  three,
  told,
  workOffUntold,
} from "./in-memory-set.ts";
import { OPENED_AT, createWorld, type World } from "../in-memory-world.ts";

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

  it("one read after the answer while others are still missing is told with the next reply", async () => {
    const world = createWorld();
    const messages = sendSet(world, 4);
    await receive(world, messages.slice(0, 1));
    for (const message of messages) await remindOfSet(world.ports, message);
    expect(answers(world)).toMatchObject([{ kind: "set", sent: 4, stillReading: 3 }]);
    await receive(world, messages.slice(1, 3));
    await workOffUntold(world);
    expect(await earlierInNextReply(world)).toMatchObject([{ score: 20 }, { score: 30 }]);
    expect(world.replies).toHaveLength(2);
  });

  it("a photo that is kept just while its reminder speaks for it is told with the next reply", async () => {
    const world = createWorld();
    const [first] = three(world);
    let isKept = false;
    world.hook = async (moment, call) => {
      if (moment !== "before" || call !== "store.claimDelivery" || isKept) return;
      isKept = true;
      await receive(world, [first]);
    };
    await remindOfSet(world.ports, first);
    expect(answers(world)).toMatchObject([{ kind: "received" }]);
    await workOffUntold(world);
    expect(await earlierInNextReply(world)).toMatchObject([{ score: 10 }]);
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
