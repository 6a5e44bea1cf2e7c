import { describe, expect, it } from "vitest";
import { closeSet, remindOfSet } from "./close-set.ts";
import {
  SET,
  allAnswered,
  answers,
  earlierInNextReply,
  receive,
  rows,
  three,
  told,
  userId,
  workOffUntold,
} from "./in-memory-set.ts";
import { createWorld } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { unsendPhoto } from "../photos/withdraw-photo.ts";

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

  it("A3 unsent since the last worker looked: it is left out", async () => {
    const world = createWorld();
    const [first, second, third] = three(world);
    await receive(world, [first, second]);
    let isUnsent = false;
    world.hook = async (moment, call) => {
      if (moment !== "before" || call !== "store.publishShownPhoto" || isUnsent) return;
      isUnsent = true;
      await unsendPhoto(world.ports, { ...second, kind: "unsend" });
    };
    await receive(world, [third]);
    expect(isUnsent).toBe(true);
    expect(answers(world).map(told)).toEqual([[10, 30]]);
  });

  it("all that is known taken back when the set would be closed: what is read later is not silenced", async () => {
    const world = createWorld();
    const [first, second, third] = three(world, { hasTotal: false });
    await receive(world, [first]);
    await unsendPhoto(world.ports, { ...first, kind: "unsend" });
    await closeSet(world.ports, first);
    await receive(world, [second, third]);
    await remindOfSet(world.ports, second);
    expect(answers(world).map(told)).toEqual([[20, 30]]);
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
