import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, untilDone, type World } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/photos/receive-photo.ts";
import { routeMessage } from "../line-worker/route-message.ts";
import { unsendPhoto } from "../line-worker/photos/withdraw-photo.ts";
import { deleteMyPhoto } from "./delete-my-photo.ts";
import { undoDeleteMyPhoto } from "./undo-delete-my-photo.ts";

const { eventId } = demoEvent;
const hanako = "U".padEnd(33, "a");
const ken = "U".padEnd(33, "b");
const WINDOW_MS = 15_000;

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
const keyOf = (photoId: string, asGuestOf: string) => ({
  eventId,
  guestId: photoOf(asGuestOf).guestId,
  photoId,
});
const ports = () => ({ ...world.ports, orderQueue: world.ports.queue });
const remove = (photoId: string, asGuestOf = photoId) => deleteMyPhoto(ports(), keyOf(photoId, asGuestOf));
const undo = (photoId: string, asGuestOf = photoId) => undoDeleteMyPhoto(ports(), keyOf(photoId, asGuestOf));
const kinds = ["withdraw", "settle", "recheck"];
const taken = () => world.queued.splice(0).filter(({ message }) => kinds.includes(message.kind));

/** What was ordered, each at its time, as far as it is due within `forMs`; what follows from it, too. */
async function workOff(forMs = Infinity): Promise<void> {
  const endsAt = world.now + forMs;
  const waiting: { readonly dueAt: number; readonly message: Parameters<typeof routeMessage>[1] }[] = [];
  for (;;) {
    for (const { message, delaySeconds } of taken())
      waiting.push({ message, dueAt: world.now + delaySeconds * 1_000 });
    waiting.sort((a, b) => a.dueAt - b.dueAt);
    const [next] = waiting;
    if (next === undefined || next.dueAt > endsAt) break;
    waiting.shift();
    world.now = Math.max(world.now, next.dueAt);
    await untilDone(() => routeMessage(world.ports, next.message));
  }
  for (const { message, dueAt } of waiting)
    world.queued.push({ message, delaySeconds: (dueAt - world.now) / 1_000 });
}

function isGone(where = "gone"): void {
  expect(photoOf("1"), where).toMatchObject({ state: "removed", reason: "withdrawn", score: 0 });
  for (const name of ["faces", "image", "original", "moderationLabels", "contentHash", "leavesAt"])
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

/** What the boards heard last. */
const heardOf = (photoId: string) =>
  world.store.publishedPhotos.findLast((photo) => photo.photoId === photoId);

/** As if nobody had ever wanted it away. */
function isBack(where = "back"): void {
  expect(photoOf("1"), where).toMatchObject({ state: "shown", score: 90 });
  for (const name of ["leavesAt", "reason"]) expect(photoOf("1"), where).not.toHaveProperty(name);
  const { guestId, image } = photoOf("1");
  expect(world.store.guests.get(`${eventId}#${guestId}`), where).toMatchObject({ score: 90, photos: 2 });
  expect(world.files.size, where).toBe(3 * 5);
  expect(world.files.has(`public/${image}.jpg`), where).toBe(true);
  expect(heardOf("1")?.state, where).toBe("shown");
}

describe("P8: a photo that is deleted on the personal page", () => {
  it("is hidden from everybody at once, and the next best counts", async () => {
    const { image } = photoOf("1");
    expect(await remove("1")).toEqual({ photoId: "1", goneAt: world.now + WINDOW_MS });
    await workOff(0);
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "leaving" });
    expect(world.stored("public/")).toHaveLength(4);
    expect(world.forgotten).toEqual([image]);
    expect(heardOf("1")?.state).toBe("hidden");
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ score: 40, photos: 1 });
    // Asked once more, the time is the same.
    world.now += 3_000;
    expect(await remove("1")).toEqual({ photoId: "1", goneAt: world.now - 3_000 + WINDOW_MS });
  });

  it("leaves nothing behind once its time is over", async () => {
    await remove("1");
    await workOff(WINDOW_MS);
    expect(photoOf("1").state).toBe("hidden");
    await workOff();
    isGone();
    expect(await remove("1")).toBeNull();
    expect(await undo("1")).toBeNull();
  });

  it("comes back as it was when its guest takes that back in time", async () => {
    await remove("1");
    await workOff(WINDOW_MS - 1);
    world.now = Math.max(world.now, photoOf("1").leavesAt ?? 0) - 1;
    expect(await undo("1")).toEqual({ photoId: "1" });
    expect(await undo("1")).toEqual({ photoId: "1" });
    await workOff();
    isBack();
    // And may be deleted anew.
    await remove("1");
    await workOff();
    isGone();
  });

  it("goes all the same when that comes too late, also before anybody removed it", async () => {
    await remove("1");
    await workOff(0);
    world.now += WINDOW_MS;
    expect(await undo("1")).toBeNull();
    await workOff();
    isGone();
  });

  it("keeps the time of the second deletion, not of the first", async () => {
    await remove("1");
    world.now += 10_000;
    await undo("1");
    const again = await remove("1");
    expect(again).toEqual({ photoId: "1", goneAt: world.now + WINDOW_MS });
    // The order of the first one comes now.
    await workOff(6_000);
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "leaving" });
    await workOff();
    isGone();
  });

  it("stays hidden whatever a host says, and whatever the rules make of it", async () => {
    await remove("1");
    const decision = { says: "show", by: "Host", at: 1, entryId: "1", count: 1 } as const;
    world.store.photos.set(`${eventId}#${photoOf("1").guestId}#1`, { ...photoOf("1"), decision });
    await workOff(0);
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "leaving" });
    await undo("1");
    await workOff(0);
    expect(photoOf("1")).toMatchObject({ state: "shown" });
  });

  it("has no such time when its guest unsends it", async () => {
    await remove("1");
    await unsendPhoto(world.ports, {
      kind: "unsend",
      photoId: "1",
      lineUserId: hanako,
      sentAt: world.now,
    });
    isGone();
    expect(await undo("1")).toBeNull();
    await workOff();
    isGone();
  });

  it("is somebody else's: nothing is ordered", async () => {
    const before = [...world.store.photos];
    expect(await remove("3", "1")).toBeNull();
    expect(taken()).toEqual([]);
    expect(await undo("3", "1")).toBeNull();
    // Not even for whoever could write such a message.
    const { guestId } = photoOf("1");
    await routeMessage(world.ports, { kind: "withdraw", eventId, guestId, photoId: "3" });
    await routeMessage(world.ports, { kind: "withdraw", eventId, guestId, photoId: "1" });
    expect([...world.store.photos]).toEqual(before);
    expect(world.store.deliveries.has("unsent#3")).toBe(false);
    expect(world.store.deliveries.has("unsent#1")).toBe(false);
  });

  it("P3: stays deleted when LINE brings its message once more", async () => {
    await remove("1");
    await workOff();
    await send("1", [90]);
    isGone();
    expect(world.replies).toHaveLength(3);
  });
});

describe("P8: with failures", () => {
  it("is gone for good whichever call of the order is broken off, and asked for again", async () => {
    await remove("1");
    const calls = world.calls.length;
    expect(calls).toBeGreaterThan(4);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < calls; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await remove("1").catch(() => undefined);
        world.hook = undefined;
        const isOrdered = photoOf("1").leavesAt !== undefined;
        // Once the row says that it leaves, it does: nobody has to ask again.
        if (!isOrdered) expect(await remove("1"), `${moment} ${at}`).not.toBeNull();
        await workOff();
        isGone(`${moment} ${at}`);
      }
    }
  });

  it("is back whichever call of the undo is broken off, and asked for again", async () => {
    await remove("1");
    world.calls.length = 0;
    await undo("1");
    const calls = world.calls.length;
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < calls; at += 1) {
        await begin();
        await remove("1");
        await workOff(0);
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await undo("1").catch(() => undefined);
        world.hook = undefined;
        expect(await undo("1"), `${moment} ${at}`).toEqual({ photoId: "1" });
        await workOff();
        isBack(`${moment} ${at}`);
      }
    }
  });

  it("is gone for good with any failure on the worker's way, once that is repeated", async () => {
    const order = { kind: "withdraw", eventId, guestId: photoOf("1").guestId, photoId: "1" } as const;
    const over = async (): Promise<void> => {
      await begin();
      await remove("1");
      await workOff(WINDOW_MS);
      world.now += WINDOW_MS;
      world.calls.length = 0;
    };
    await over();
    await routeMessage(world.ports, order);
    const { length } = world.calls;
    expect(length).toBeGreaterThan(10);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < length; at += 1) {
        await over();
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

  it("goes or stays as a whole when the undo comes at any moment of the removal", async () => {
    const answers = new Set<boolean>();
    for (let at = 0; ; at += 1) {
      await begin();
      await remove("1");
      await workOff(WINDOW_MS);
      // A clock that is behind believes that there is still time.
      const behindMs = 1_500;
      world.now = (photoOf("1").leavesAt ?? 0) + 1_000;
      let moments = -1;
      let isTaken: boolean | undefined;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        const late = { ...ports(), clock: () => world.now - behindMs };
        isTaken = (await undoDeleteMyPhoto(late, keyOf("1", "1"))) !== null;
      };
      const { guestId } = photoOf("1");
      await untilDone(() => routeMessage(world.ports, { kind: "withdraw", eventId, guestId, photoId: "1" }));
      if (world.hook !== undefined) break;
      await workOff();
      if (isTaken === true) isBack(`moment ${at}`);
      else isGone(`moment ${at}`);
      answers.add(isTaken === true);
    }
    expect(answers).toEqual(new Set([true, false]));
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
