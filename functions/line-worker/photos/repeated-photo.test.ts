import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorld, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "./receive-photo.ts";
import { settleGuest } from "../standings/publish-standing.ts";
import { recheckPhoto } from "./recheck-photo.ts";
import { routeMessage } from "../route-message.ts";
import { unsendPhoto } from "./withdraw-photo.ts";

const hanako = "U".padEnd(33, "a");
const taro = "U".padEnd(33, "b");

const photoOf = (world: World, photoId: string) => {
  const photo = [...world.store.photos.values()].find((one) => one.photoId === photoId);
  if (photo === undefined) throw new Error(`no photo ${photoId}`);
  return photo;
};
const standingOf = (world: World, photoId: string) => {
  const { eventId, guestId } = photoOf(world, photoId);
  return world.store.guests.get(`${eventId}#${guestId}`);
};
/** What is only asked for later, done now. */
async function doQueued(world: World): Promise<void> {
  for (const { message } of world.queued.splice(0)) await routeMessage(world.ports, message);
}

describe("D1–D3: a picture that came before", () => {
  it.each([
    ["of the same guest", hanako],
    ["of somebody else", taro],
  ])("%s gets a kind sentence, no points and no public copy", async (_name, sender) => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90], hanako, "the cake"));
    await receivePhoto(world.ports, world.addPhoto("2", [90], sender, "the cake"));
    expect(photoOf(world, "2")).toMatchObject({ state: "hidden", reason: "duplicate", duplicateOf: "1" });
    expect(photoOf(world, "2")).not.toHaveProperty("image");
    expect(world.stored("public/")).toHaveLength(2);
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "refused", reason: "duplicate" });
    expect(world.store.publishedPhotos.map(({ photoId }) => photoId)).toEqual(["1"]);
    expect(standingOf(world, "1")).toMatchObject({ photos: 1, score: 90 });
    if (sender === taro) expect(standingOf(world, "2")).toMatchObject({ photos: 0 });
  });

  it("D5: counts where it was sent first, also when that one comes later", async () => {
    const world = createWorld();
    const [first, later] = [
      world.addPhoto("1", [90], hanako, "the cake"),
      world.addPhoto("2", [90], hanako, "the cake"),
    ];
    await receivePhoto(world.ports, later);
    expect(photoOf(world, "2")).toMatchObject({ state: "shown" });
    await receivePhoto(world.ports, first);
    expect(photoOf(world, "1")).toMatchObject({ state: "shown" });
    expect(photoOf(world, "2")).toMatchObject({ state: "hidden", reason: "duplicate", duplicateOf: "1" });
    expect(world.stored("public/")).toEqual([
      `public/${photoOf(world, "1").image}.jpg`,
      `public/${photoOf(world, "1").image}-s.jpg`,
    ]);
    expect(world.forgotten).toHaveLength(1);
    expect(world.store.publishedPhotos.findLast(({ photoId }) => photoId === "2")).toMatchObject({
      state: "hidden",
    });
    expect(standingOf(world, "1")).toMatchObject({ photos: 1, photoId: "1" });
  });

  it("D5: the same between two guests, as soon as it is looked at again", async () => {
    const world = createWorld();
    const [first, later] = [
      world.addPhoto("1", [90], hanako, "the cake"),
      world.addPhoto("2", [90], taro, "the cake"),
    ];
    await receivePhoto(world.ports, later);
    await receivePhoto(world.ports, first);
    await doQueued(world);
    expect(photoOf(world, "1")).toMatchObject({ state: "shown" });
    expect(photoOf(world, "2")).toMatchObject({ state: "hidden", duplicateOf: "1" });
    expect(standingOf(world, "2")).not.toHaveProperty("rankKey");
  });

  it("D5: of two that pass each other unseen the reminder finds the later one", async () => {
    const world = createWorld();
    const index = world.store.photosLike;
    world.store.photosLike = async () => [];
    await receivePhoto(world.ports, world.addPhoto("1", [90], hanako, "the cake"));
    await receivePhoto(world.ports, world.addPhoto("2", [90], taro, "the cake"));
    expect(photoOf(world, "2").state).toBe("shown");
    world.store.photosLike = index;
    for (const photoId of ["1", "2"]) await recheckPhoto(world.ports, photoOf(world, photoId));
    expect(photoOf(world, "1").state).toBe("shown");
    expect(photoOf(world, "2")).toMatchObject({ state: "hidden", reason: "duplicate" });
  });

  it("D5: the same of two that come so late that their reminders have passed", async () => {
    const world = createWorld();
    const messages = [
      world.addPhoto("1", [90], hanako, "the cake"),
      world.addPhoto("2", [90], taro, "the cake"),
    ];
    world.now += 120_000;
    const index = world.store.photosLike;
    world.store.photosLike = async () => [];
    for (const message of messages) await receivePhoto(world.ports, message);
    world.store.photosLike = index;
    await doQueued(world);
    expect(photoOf(world, "1").state).toBe("shown");
    expect(photoOf(world, "2")).toMatchObject({ state: "hidden", reason: "duplicate" });
  });

  it.each([
    ["the guest", hanako],
    ["another guest", taro],
  ])("D5: that %s repeated counts again when it is taken back", async (_name, sender) => {
    const world = createWorld();
    const original = world.addPhoto("1", [90], hanako, "the cake");
    await receivePhoto(world.ports, original);
    await receivePhoto(world.ports, world.addPhoto("2", [90], sender, "the cake"));
    await unsendPhoto(world.ports, { ...original, kind: "unsend" });
    await doQueued(world);
    const again = photoOf(world, "2");
    expect(again).toMatchObject({ state: "shown", score: 90, width: 96, height: 80 });
    expect(again).not.toHaveProperty("duplicateOf");
    expect(world.stored("public/")).toEqual([`public/${again.image}.jpg`, `public/${again.image}-s.jpg`]);
    expect(standingOf(world, "2")).toMatchObject({ photos: 1, score: 90, image: again.image });
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ photoId: "2", score: 90 });
  });

  it("D4: is none when a host shows it", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90], hanako, "the cake"));
    await receivePhoto(world.ports, world.addPhoto("2", [90], hanako, "the cake"));
    const { version, ...photo } = photoOf(world, "2");
    const decision = { says: "show", by: "a host", at: 1, entryId: "e", count: 1 } as const;
    await world.store.savePhoto({ ...photo, decision }, version);
    await settleGuest(world.ports, photo);
    await recheckPhoto(world.ports, photo);
    expect(photoOf(world, "2")).toMatchObject({ state: "shown", duplicateOf: "1" });
    expect(standingOf(world, "2")).toMatchObject({ photos: 2 });
  });
});

describe("D5: whatever goes wrong on the way", () => {
  const settled = (world: World, where: string) => {
    expect(photoOf(world, "1").state, where).toBe("shown");
    expect(photoOf(world, "2"), where).toMatchObject({ state: "hidden", reason: "duplicate" });
    expect(world.stored("public/"), where).toHaveLength(2);
    expect(photoOf(world, "2"), where).not.toHaveProperty("image");
    expect(standingOf(world, "1"), where).toMatchObject({ photos: 1, photoId: "1" });
  };

  it("after a fault at any call of stepping back, the next try ends it", async () => {
    const rehearsal = createWorld();
    await receivePhoto(rehearsal.ports, rehearsal.addPhoto("2", [90], hanako, "the cake"));
    const before = rehearsal.calls.length;
    await receivePhoto(rehearsal.ports, rehearsal.addPhoto("1", [90], hanako, "the cake"));
    for (const moment of ["before", "after"] as const) {
      for (let index = before; index < rehearsal.calls.length; index += 1) {
        const world = createWorld();
        const [first, later] = [
          world.addPhoto("1", [90], hanako, "the cake"),
          world.addPhoto("2", [90], hanako, "the cake"),
        ];
        await receivePhoto(world.ports, later);
        let seen = before - 1;
        world.hook = (when) => {
          if (when === moment) seen += 1;
          if (when !== moment || seen !== index) return;
          world.hook = undefined;
          throw new Error("the machine stops");
        };
        await untilDone(() => receivePhoto(world.ports, first));
        settled(world, `${moment} ${rehearsal.calls[index]}`);
      }
    }
  });

  it("S7, R1: any number of photos of two guests, in any order, with repetitions: the first of each look counts", async () => {
    const anyPhotos = fc.array(
      fc.record({ sender: fc.constantFrom(hanako, taro), look: fc.constantFrom("a", "b", "c") }),
      { minLength: 1, maxLength: 7 },
    );
    await fc.assert(
      fc.asyncProperty(anyPhotos, fc.infiniteStream(fc.nat()), async (photos, dice) => {
        const world = createWorld();
        const messages = photos.map(({ sender, look }, index) =>
          world.addPhoto(String(index + 1), [50 + index], sender, look),
        );
        const order = messages.toSorted(() => ((dice.next().value ?? 0) % 2 === 0 ? 1 : -1));
        for (const message of order) await receivePhoto(world.ports, message);
        await doQueued(world);
        for (const message of order) await recheckPhoto(world.ports, photoOf(world, message.photoId));
        const firsts = photos.flatMap(({ look }, index) =>
          photos.findIndex((photo) => photo.look === look) === index ? [String(index + 1)] : [],
        );
        const shown = [...world.store.photos.values()].filter(({ state }) => state === "shown");
        expect(shown.map(({ photoId }) => photoId).toSorted()).toEqual(firsts.toSorted());
        expect(world.stored("public/")).toHaveLength(2 * firsts.length);
      }),
      { numRuns: 60 },
    );
  });

  it("D5: any of them taken back in the end, the first of what is left of each look counts", async () => {
    const photo = fc.record({
      sender: fc.constantFrom(hanako, taro),
      look: fc.constantFrom("a", "b"),
      isTakenBack: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(photo, { minLength: 1, maxLength: 6 }), async (photos) => {
        const world = createWorld();
        const messages = photos.map(({ sender, look }, index) =>
          world.addPhoto(String(index + 1), [50 + index], sender, look),
        );
        for (const message of messages) await receivePhoto(world.ports, message);
        for (const [index, message] of messages.entries())
          if (photos[index]?.isTakenBack === true)
            await unsendPhoto(world.ports, { ...message, kind: "unsend" });
        await doQueued(world);
        const left = photos.map(({ look, isTakenBack }) => (isTakenBack ? undefined : look));
        const firsts = left.flatMap((look, index) =>
          look !== undefined && left.indexOf(look) === index ? [String(index + 1)] : [],
        );
        const shown = [...world.store.photos.values()].filter(({ state }) => state === "shown");
        expect(shown.map(({ photoId }) => photoId).toSorted()).toEqual(firsts.toSorted());
        expect(world.stored("public/")).toHaveLength(2 * firsts.length);
      }),
      { numRuns: 80 },
    );
  });
});
