import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, untilDone, type World } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/receive-photo.ts";
import { routeMessage } from "../line-worker/route-message.ts";
import { deleteMyPhoto } from "./delete-my-photo.ts";

const { eventId } = demoEvent;
const hanako = "U".padEnd(33, "a");
const ken = "U".padEnd(33, "b");

let world: World;
const begin = async (): Promise<void> => {
  world = createWorld();
  await send("1", [90]);
  await send("2", [40]);
  await send("3", [80], ken);
  world.queued.length = 0;
  world.calls.length = 0;
};
beforeEach(begin);

const send = (photoId: string, happy: readonly number[], by = hanako) =>
  receivePhoto(world.ports, world.addPhoto(photoId, happy, by));
const photoOf = (photoId: string) => {
  const photo = [...world.store.photos.values()].find((one) => one.photoId === photoId);
  if (photo === undefined) throw new Error(`no photo ${photoId}`);
  return photo;
};
/** As the guest of another photo, or as its own. */
const remove = (photoId: string, asGuestOf = photoId) =>
  deleteMyPhoto(
    { store: world.ports.store, orderQueue: world.ports.queue },
    { eventId, guestId: photoOf(asGuestOf).guestId, photoId },
  );
const ordered = () => world.queued.splice(0).filter(({ message }) => message.kind === "withdraw");
async function workOff(): Promise<void> {
  for (const { message } of ordered()) await untilDone(() => routeMessage(world.ports, message));
}

function isGone(where = "gone"): void {
  expect(photoOf("1"), where).toMatchObject({ state: "removed", reason: "withdrawn", score: 0 });
  for (const name of ["faces", "image", "original", "moderationLabels", "contentHash"])
    expect(photoOf("1"), where).not.toHaveProperty(name);
  const { guestId } = photoOf("1");
  expect(world.store.guests.get(`${eventId}#${guestId}`), where).toMatchObject({ score: 40, photos: 1 });
  // Of each of the two others the original, two private copies and two public ones.
  expect(world.files.size, where).toBe(2 * 5);
  expect(
    [...world.files.keys()].filter((key) => /\/1(-s)?\.jpg$/.test(key)),
    where,
  ).toEqual([]);
  expect(world.store.publishedStandings.at(-1), where).toMatchObject({ score: 40 });
}

describe("P3: a photo that is deleted on the personal page", () => {
  it("leaves nothing behind, and the next best counts", async () => {
    const { image } = photoOf("1");
    expect(await remove("1")).toEqual({ photoId: "1" });
    await workOff();
    isGone();
    expect(world.forgotten).toEqual([image]);
    expect(world.store.publishedPhotos.at(-1)).toMatchObject({ photoId: "1", state: "removed" });
    expect(await remove("1")).toBeNull();
    expect(ordered()).toEqual([]);
  });

  it("is somebody else's: nothing is ordered", async () => {
    const before = [...world.store.photos];
    expect(await remove("3", "1")).toBeNull();
    expect(ordered()).toEqual([]);
    // Not even for whoever could write such a message.
    const { guestId } = photoOf("1");
    await routeMessage(world.ports, { kind: "withdraw", eventId, guestId, photoId: "3" });
    expect([...world.store.photos]).toEqual(before);
    expect(world.store.deliveries.has("unsent#3")).toBe(false);
  });

  it("stays deleted when LINE brings its message once more", async () => {
    await remove("1");
    await workOff();
    await send("1", [90]);
    isGone();
    expect(world.replies).toHaveLength(3);
  });

  it("is gone for good whichever call of the order is broken off, once it was taken", async () => {
    await remove("1");
    const calls = world.calls.length;
    expect(calls).toBe(2);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < calls; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        const answer = await remove("1").catch(() => "failed");
        world.hook = undefined;
        expect(answer, `${moment} ${at}`).toBe("failed");
        // Who is told that it failed asks once more.
        await remove("1");
        await workOff();
        isGone(`${moment} ${at}`);
      }
    }
  });

  it("is gone for good with any failure on the worker's way, once that is repeated", async () => {
    const { guestId } = photoOf("1");
    const order = { kind: "withdraw", eventId, guestId, photoId: "1" } as const;
    await routeMessage(world.ports, order);
    const { length } = world.calls;
    expect(length).toBeGreaterThan(10);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < length; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await untilDone(() => routeMessage(world.ports, order));
        world.hook = undefined;
        isGone(`${moment} ${at}`);
      }
    }
  });

  it("may be on its way still, wherever they cross", async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        const [photo] = world.store.photos.values();
        if (photo === undefined) return void (at += 1); // nobody knows it yet: one moment later
        world.hook = undefined;
        await remove("1");
        await workOff();
      };
      await untilDone(() => send("1", [90]));
      if (world.hook !== undefined) return expect(at).toBeGreaterThan(20);
      expect(photoOf("1"), `moment ${at}`).toMatchObject({ state: "removed" });
      expect(world.files.size, `moment ${at}`).toBe(0);
    }
  });
});
