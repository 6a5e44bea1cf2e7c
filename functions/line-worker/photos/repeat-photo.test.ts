import { setImmediate as nextTurn } from "node:timers/promises";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFace, createWorld, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "./receive-photo.ts";

/** What counts in the end: without versions, without what several tries may do several times and who was told (A2). */
const outcome = (world: World) => ({
  photos: [...world.store.photos.values()].map(
    ({ version: _version, isUntold: _isUntold, ...photo }) => photo,
  ),
  guests: [...world.store.guests.values()].map(({ version: _version, ...guest }) => guest),
  persons: [...world.store.persons.values()],
  files: world.stored("").toSorted(),
  board: world.store.publishedStandings.at(-1)?.score,
  wall: world.store.publishedPhotos.at(-1)?.state,
});

async function smooth(): Promise<World> {
  const world = createWorld();
  await receivePhoto(world.ports, world.addPhoto("1001", [90, 52.5]));
  return world;
}

describe("the same photo again and again", () => {
  it("five deliveries, one after the other: one photo, one reply", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90, 52.5]);
    for (let delivery = 0; delivery < 5; delivery += 1) await receivePhoto(world.ports, message);
    expect(world.replies).toHaveLength(1);
    expect(outcome(world)).toEqual(outcome(await smooth()));
  });

  it("five deliveries at once: one photo, one reply", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90, 52.5]);
    await Promise.all(Array.from({ length: 5 }, () => untilDone(() => receivePhoto(world.ports, message))));
    expect(world.replies).toHaveLength(1);
    expect(outcome(world)).toEqual(outcome(await smooth()));
    // A2: the one who lost the reply does not keep it from counting as told.
    expect([...world.store.photos.values()]).toMatchObject([{ step: "answered" }]);
    expect([...world.store.photos.values()][0]).not.toHaveProperty("isUntold");
  });

  it("a failure before or after any call: the retry ends where the smooth way ends", async () => {
    const expected = outcome(await smooth());
    const { calls } = await smooth();
    for (const moment of ["before", "after"] as const) {
      for (const index of calls.keys()) {
        const world = createWorld();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment) seen += 1;
          if (when === moment && seen === index) throw new Error("the machine fell over");
        };
        const message = world.addPhoto("1001", [90, 52.5]);
        await untilDone(() => receivePhoto(world.ports, message));
        const where = `${moment} ${index} (${calls[index]})`;
        expect(outcome(world), where).toEqual(expected);
        expect(world.replies.length, where).toBeLessThanOrEqual(1);
        // Only a broken attempt to reply may leave the guest without one: it is never repeated.
        const isLost = /claimDelivery/.test(calls[index] ?? "") && moment === "after";
        if (!isLost && calls[index] !== "messenger.reply") expect(world.replies.length, where).toBe(1);
      }
    }
  });

  it("closing the event between two tries does not stop halfway", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90, 52.5]);
    world.hook = (when, call) => {
      if (when === "before" && call === "store.saveStanding") throw new Error("the machine fell over");
    };
    await expect(receivePhoto(world.ports, message)).rejects.toThrow();
    world.hook = undefined;
    for (const event of world.store.events.values())
      world.store.events.set(event.eventId, { ...event, state: "closed" });
    await receivePhoto(world.ports, message);
    expect(outcome(world)).toEqual(outcome(await smooth()));
  });
});

describe("photos of one guest at the same instant", () => {
  it("R1, R2: the best one stands, in whatever order their steps fall", async () => {
    const scores = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(scores, fc.infiniteStream(fc.nat({ max: 3 })), async (happy, turns) => {
        const world = createWorld();
        world.hook = async () => {
          const { value } = turns.next();
          for (let turn = 0; turn < Number(value); turn += 1) await nextTurn();
        };
        const messages = happy.map((score, index) => world.addPhoto(String(index + 1), [score]));
        await Promise.all(messages.map((message) => untilDone(() => receivePhoto(world.ports, message))));
        expect(world.store.guests.size).toBe(1);
        const [guest] = world.store.guests.values();
        expect(guest).toMatchObject({ score: Math.max(...happy), photos: happy.length });
        const newest = Math.max(...world.store.publishedStandings.map((row) => row.version));
        expect(newest).toBe(guest?.version);
        expect(world.replies).toHaveLength(happy.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("two workers with the same photo", () => {
  it("leave no public copy when the quicker one decided against showing it", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90]);
    world.hook = async (when, call) => {
      if (when !== "before" || call !== "store.savePhoto") return;
      world.hook = undefined;
      const [guest] = world.store.guests.values();
      if (guest === undefined) throw new Error("no guest yet");
      const decided = { state: "pending", reason: "flagged", concern: "flagged", step: "read" } as const;
      const { eventId, guestId } = guest;
      const seen = { score: 90, faces: [aFace(90)] };
      const row = {
        eventId,
        guestId,
        photoId: "1001",
        displayName: "花子",
        sentAt: 1,
        expiresAt: 2,
        ...seen,
        ...decided,
      };
      await world.store.savePhoto(row, 0);
    };
    await receivePhoto(world.ports, message);
    expect(world.stored("public/")).toEqual([]);
    expect(world.replies).toMatchObject([{ answer: { kind: "waiting" } }]);
  });
});
