import { beforeEach, describe, expect, it } from "vitest";
import { moderatePhotos } from "../../host-actions/moderate-photos.ts";
import { hostPortsOf, orderOf } from "../../host-actions/in-memory-host.ts";
import { createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "./receive-photo.ts";
import { routeMessage } from "../route-message.ts";

const { eventId } = demoEvent;
const ken = "U".padEnd(33, "b");

let world: World;
beforeEach(() => {
  world = createWorld();
});

const photoOf = (photoId: string) => {
  const photo = [...world.store.photos.values()].find((one) => one.photoId === photoId);
  if (photo === undefined) throw new Error(`no photo ${photoId}`);
  return photo;
};
const guestOf = (photoId: string) => {
  const guest = world.store.guests.get(`${eventId}#${photoOf(photoId).guestId}`);
  if (guest === undefined) throw new Error("no guest");
  return guest;
};
const send = (photoId: string, happy: readonly number[], by?: string) =>
  receivePhoto(world.ports, world.addPhoto(photoId, happy, by));
const settle = (guestId: string) =>
  untilDone(() => routeMessage(world.ports, { kind: "settle", eventId, guestId }));

/** As a guest's wish is saved; what follows from it. */
async function wish(isOffScreen: boolean): Promise<void> {
  const guest = guestOf("1");
  const wished = { ...guest, isOffScreen, version: guest.version + 1 };
  world.store.guests.set(`${eventId}#${guest.guestId}`, wished);
  await settle(guest.guestId);
}

describe("P6: a guest who does not want to be on the screen", () => {
  it("has no place, and all comes back as it was", async () => {
    await send("1", [90, 50]);
    await send("2", []);
    await send("3", [80], ken);
    const { image } = photoOf("1");
    await wish(true);
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "off-screen", score: 140 });
    expect(photoOf("1")).not.toHaveProperty("image");
    expect(world.stored(`public/${image}`)).toEqual([]);
    expect(world.forgotten).toEqual([image]);
    expect(world.store.publishedPhotos.at(-1)).toMatchObject({ photoId: "1", state: "hidden" });
    expect(guestOf("1")).not.toHaveProperty("rankKey");
    expect(world.store.publishedStandings.at(-1)).not.toHaveProperty("rankKey");
    expect(photoOf("3")).toMatchObject({ state: "shown" });
    await wish(false);
    expect(photoOf("1")).toMatchObject({ state: "shown", score: 140 });
    expect(photoOf("2")).toMatchObject({ state: "hidden", reason: "no-face" });
    expect(guestOf("1")).toMatchObject({ score: 140, photos: 1 });
    expect(world.stored("public/")).toHaveLength(4);
  });

  it("is told that the photo came, and no board hears of it", async () => {
    await send("1", [90]);
    await wish(true);
    const published = world.store.publishedPhotos.length;
    await send("2", [95]);
    expect(photoOf("2")).toMatchObject({
      state: "hidden",
      reason: "off-screen",
      score: 95,
      step: "answered",
    });
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "refused", reason: "off-screen" });
    expect(world.store.publishedPhotos).toHaveLength(published);
    expect(world.stored("public/")).toEqual([]);
    expect(world.stored("originals/")).toHaveLength(2);
  });

  it("is asked before any host: what a host showed is hidden too, and cannot be shown", async () => {
    await send("1", [90]);
    const show = (seen: number) => {
      const choice = { guestId: photoOf("1").guestId, photoId: "1", seen };
      return moderatePhotos(hostPortsOf(world), orderOf(eventId, "moderatePhotos"), "show", [choice]);
    };
    expect(await show(0)).toMatchObject({ done: ["1"] });
    await wish(true);
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "off-screen" });
    expect(await show(1)).toMatchObject({ done: [], refused: [{ id: "1", why: "off-screen" }] });
  });

  it("may wish it while a photo is on its way, wherever they cross", async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      await send("1", [90]);
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await wish(true);
      };
      await send("2", [70]);
      if (world.hook !== undefined) {
        world.hook = undefined;
        return expect(at).toBeGreaterThan(30);
      }
      const states = [...world.store.photos.values()].map(({ state }) => state);
      expect(states, `moment ${at}`).not.toContain("shown");
      expect(world.stored("public/"), `moment ${at}`).toEqual([]);
      expect(guestOf("1"), `moment ${at}`).not.toHaveProperty("rankKey");
    }
  });
});
