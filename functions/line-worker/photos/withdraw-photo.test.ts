import { describe, expect, it } from "vitest";
import { createWorld, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "./receive-photo.ts";
import { unsendPhoto } from "./withdraw-photo.ts";

describe("P3: an unsend, whenever it comes", () => {
  const isGone = (world: World, where: string) => {
    expect(world.stored(""), where).toEqual([]);
    for (const photo of world.store.photos.values()) {
      expect(photo, where).toMatchObject({ state: "removed", reason: "withdrawn", score: 0 });
      for (const name of ["faces", "image", "original", "moderationLabels", "contentHash"]) {
        expect(photo, where).not.toHaveProperty(name);
      }
    }
    for (const guest of world.store.guests.values()) {
      expect(guest.photos, where).toBe(0);
      expect(guest, where).not.toHaveProperty("rankKey");
    }
    const told = world.store.publishedPhotos.at(-1);
    if (told !== undefined) expect(told.state, where).toBe("removed");
    const standing = world.store.publishedStandings.at(-1);
    if (standing !== undefined) expect(standing, where).not.toHaveProperty("rankKey");
  };

  it("afterwards: photo, files, score, board and caches forget it", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90]);
    await receivePhoto(world.ports, message);
    const [photo] = world.store.photos.values();
    await unsendPhoto(world.ports, { ...message, kind: "unsend" });
    isGone(world, "afterwards");
    expect(world.forgotten).toEqual([photo?.image]);
  });

  it("beforehand: the photo is never fetched and nobody is answered", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90]);
    await unsendPhoto(world.ports, { ...message, kind: "unsend" });
    await receivePhoto(world.ports, message);
    isGone(world, "beforehand");
    expect(world.calls).not.toContain("source.photoContent");
    expect(world.replies).toEqual([]);
  });

  it("before or after any step of the photo's way", async () => {
    const rehearsal = createWorld();
    await receivePhoto(rehearsal.ports, rehearsal.addPhoto("1001", [90, 52.5]));
    const { calls } = rehearsal;
    for (const moment of ["before", "after"] as const) {
      for (const index of calls.keys()) {
        const world = createWorld();
        const message = world.addPhoto("1001", [90, 52.5]);
        let seen = -1;
        world.hook = async (when) => {
          if (when === moment) seen += 1;
          if (when !== moment || seen !== index) return;
          world.hook = undefined;
          await unsendPhoto(world.ports, { ...message, kind: "unsend" });
        };
        await untilDone(() => receivePhoto(world.ports, message));
        isGone(world, `${moment} ${index} (${calls[index]})`);
      }
    }
  });

  it("A3: ends the right to answer, unless a reply was begun before", async () => {
    const rehearsal = createWorld();
    await receivePhoto(rehearsal.ports, rehearsal.addPhoto("1001", [90]));
    let silenced = 0;
    for (const index of rehearsal.calls.keys()) {
      const world = createWorld();
      const message = world.addPhoto("1001", [90]);
      let isBegun = false;
      let seen = -1;
      world.hook = async (when) => {
        if (when === "before") seen += 1;
        if (when !== "before" || seen !== index) return;
        world.hook = undefined;
        isBegun = await world.store.hasDelivery("reply#1001");
        await unsendPhoto(world.ports, { ...message, kind: "unsend" });
      };
      await untilDone(() => receivePhoto(world.ports, message));
      expect(world.replies, `${index} (${rehearsal.calls[index]})`).toHaveLength(isBegun ? 1 : 0);
      if (!isBegun) silenced += 1;
    }
    expect(silenced).toBeGreaterThan(10);
  });

  it("with any failure on its own way, once it is repeated", async () => {
    const rehearsal = createWorld();
    const first = rehearsal.addPhoto("1001", [90]);
    await receivePhoto(rehearsal.ports, first);
    rehearsal.calls.length = 0;
    await unsendPhoto(rehearsal.ports, { ...first, kind: "unsend" });
    for (const moment of ["before", "after"] as const) {
      for (const index of rehearsal.calls.keys()) {
        const world = createWorld();
        const message = world.addPhoto("1001", [90]);
        await receivePhoto(world.ports, message);
        let seen = -1;
        world.hook = (when) => {
          if (when === moment) seen += 1;
          if (when === moment && seen === index) throw new Error("the machine fell over");
        };
        await untilDone(() => unsendPhoto(world.ports, { ...message, kind: "unsend" }));
        isGone(world, `${moment} ${index} (${rehearsal.calls[index]})`);
        expect(world.forgotten.length).toBeGreaterThan(0);
      }
    }
  });

  it("of the better photo lets the other one stand", async () => {
    const world = createWorld();
    const better = world.addPhoto("2", [90]);
    await receivePhoto(world.ports, world.addPhoto("1", [40]));
    await receivePhoto(world.ports, better);
    await unsendPhoto(world.ports, { ...better, kind: "unsend" });
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ score: 40, photos: 1, photoId: "1" });
  });

  it("of somebody else's photo does nothing", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90]);
    await receivePhoto(world.ports, message);
    const before = [world.stored(""), [...world.store.photos], [...world.store.guests]];
    await unsendPhoto(world.ports, { ...message, kind: "unsend", lineUserId: "U".padEnd(33, "f") });
    expect([world.stored(""), [...world.store.photos], [...world.store.guests]]).toEqual(before);
  });

  it("of a photo that was never shown tells the boards nothing", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", []);
    await receivePhoto(world.ports, message);
    await unsendPhoto(world.ports, { ...message, kind: "unsend" });
    isGone(world, "never shown");
    expect(world.store.publishedPhotos).toEqual([]);
  });
});
