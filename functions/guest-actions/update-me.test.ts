import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, untilDone, type World } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/photos/receive-photo.ts";
import { routeMessage } from "../line-worker/route-message.ts";
import type { Guest } from "../shared/ports/ceremony-store.ts";
import type { GuestPorts } from "./guest-ports.ts";
import { updateMe } from "./update-me.ts";

const { eventId } = demoEvent;

let world: World;
let ports: Pick<GuestPorts, "store" | "orderQueue">;
const begin = async (): Promise<void> => {
  world = createWorld();
  ports = { store: world.ports.store, orderQueue: world.ports.queue };
  await receivePhoto(world.ports, world.addPhoto("1", [90, 50]));
  world.queued.length = 0;
};
beforeEach(begin);

const guestOf = (): Guest => {
  const [guest] = world.store.guests.values();
  if (guest === undefined) throw new Error("no guest");
  return guest;
};
const photoOf = () => [...world.store.photos.values()][0];
const update = (change: unknown) => updateMe(ports, { eventId, guestId: guestOf().guestId }, change);

/** Works off what was ordered: first what is for now, then what was sent as a net. */
async function workOff(): Promise<void> {
  const sent = world.queued.splice(0).filter(({ message }) => message.kind === "settle");
  for (const { message } of sent.toSorted((a, b) => a.delaySeconds - b.delaySeconds))
    await untilDone(() => routeMessage(world.ports, message));
}

describe("P6: the wish not to be on the screen", () => {
  it("takes photo and place away, and gives both back", async () => {
    expect(await update({ isOffScreen: true })).toMatchObject({ displayName: "花子", isOffScreen: true });
    await workOff();
    expect(photoOf()).toMatchObject({ state: "hidden", reason: "off-screen", score: 140 });
    expect(guestOf()).not.toHaveProperty("rankKey");
    await update({ isOffScreen: false });
    await workOff();
    expect(photoOf()).toMatchObject({ state: "shown", score: 140 });
    expect(guestOf()).toMatchObject({ score: 140 });
  });

  it("holds whichever call is broken off, before or after it was made, once it was saved", async () => {
    await update({ isOffScreen: true });
    const calls = world.calls.length;
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < calls; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await update({ isOffScreen: true }).catch(() => undefined);
        world.hook = undefined;
        const isSaved = guestOf().isOffScreen;
        await workOff();
        const where = `${moment} ${at}`;
        expect(photoOf()?.state, where).toBe(isSaved ? "hidden" : "shown");
        expect("rankKey" in guestOf(), where).toBe(!isSaved);
        // Asked once more, it is as it would have been.
        expect(await update({ isOffScreen: true }), where).toMatchObject({ isOffScreen: true });
        await workOff();
        expect(photoOf(), where).toMatchObject({ state: "hidden", reason: "off-screen" });
      }
    }
  });

  it("is saved although the guest's standing is saved at the same moment, wherever they cross", async () => {
    for (let at = 0; ; at += 1) {
      await begin();
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        const { guestId } = guestOf();
        await routeMessage(world.ports, { kind: "settle", eventId, guestId });
      };
      await update({ isOffScreen: true });
      if (world.hook !== undefined) return expect(at).toBeGreaterThan(5);
      await workOff();
      expect(guestOf().isOffScreen, `moment ${at}`).toBe(true);
      expect(photoOf()?.state, `moment ${at}`).toBe("hidden");
    }
  });
});

describe("a guest's new name", () => {
  it("N1: is on one line and everywhere", async () => {
    expect(await update({ displayName: " は\u202eな\nこ " })).toMatchObject({ displayName: "は な こ" });
    await workOff();
    expect(photoOf()).toMatchObject({ displayName: "は な こ" });
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ displayName: "は な こ" });
  });

  it.each(["", " ", "\u200b", "\u202e"])("N1: %j is none", async (displayName) => {
    expect(await update({ displayName })).toMatchObject({ refused: "BadInput" });
    expect(guestOf()).toMatchObject({ displayName: "花子" });
  });

  it("N2: waits for a host when it holds a word of the event's list, until another one does not", async () => {
    world.store.events.set(eventId, { ...demoEvent, nameWords: ["バカ"] });
    const held = { displayName: "ゲスト", heldName: "ばか太郎" };
    expect(await update({ displayName: "ばか太郎" })).toMatchObject({ heldName: "ばか太郎" });
    expect(guestOf()).toMatchObject({ heldName: held.heldName });
    expect(guestOf().displayName).not.toContain("ばか");
    await update({ language: "en" });
    expect(guestOf()).toMatchObject({ heldName: "ばか太郎", language: "en" });
    expect(await update({ displayName: "太郎" })).not.toHaveProperty("heldName");
    expect(guestOf()).toMatchObject({ displayName: "太郎" });
    expect(guestOf()).not.toHaveProperty("heldName");
  });

  it("N3: is refused when a host gave the name; the other wishes are not", async () => {
    const guest = guestOf();
    const row = { ...guest, isNamedByHost: true, displayName: "新婦の妹", photos: 1 };
    world.store.guests.set(`${eventId}#${guest.guestId}`, row);
    expect(await update({ displayName: "太郎" })).toMatchObject({ refused: "NamedByHost" });
    expect(await update({ language: "zh-Hant" })).toMatchObject({ displayName: "新婦の妹" });
    expect(guestOf()).toMatchObject({ displayName: "新婦の妹", isNamedByHost: true, language: "zh-Hant" });
  });
});

describe("K4: a language", () => {
  it("reaches the bot, and nothing else does", async () => {
    await update({ displayName: "はな", isOffScreen: true });
    expect(world.queued.filter(({ message }) => message.kind === "speak")).toEqual([]);
    await update({ language: "en" });
    expect(world.queued.filter(({ message }) => message.kind === "speak")).toEqual([
      { message: { kind: "speak", eventId, guestId: guestOf().guestId }, delaySeconds: 0 },
    ]);
  });

  it("is no success while the bot does not know it, and can be chosen again", async () => {
    world.hook = (moment, call) => {
      if (moment === "before" && call === "queue.send") throw new Error("the machine fell over");
    };
    await expect(update({ language: "en" })).rejects.toThrow();
    world.hook = undefined;
    await update({ language: "en" });
    expect(world.queued.map(({ message }) => message.kind)).toContain("speak");
  });
});

describe("what is no wish", () => {
  it.each([
    {},
    { displayName: 5 },
    { isOffScreen: "yes" },
    { isOffScreen: null },
    { language: "fr" },
    { isExcluded: false },
    { bannedAt: null },
    { guestId: "another" },
    { displayName: "x".repeat(1_001) },
    null,
    "isOffScreen",
  ])("%j changes and orders nothing", async (change) => {
    const before = guestOf();
    expect(await update(change)).toMatchObject({ refused: "BadInput" });
    expect(guestOf()).toEqual(before);
    expect(world.queued).toEqual([]);
  });

  it("nor is one of a guest who is not there", async () => {
    const answer = await updateMe(ports, { eventId, guestId: "nobody" }, { isOffScreen: true });
    expect(answer).toMatchObject({ refused: "NotFound" });
    expect(world.store.guests.size).toBe(1);
  });
});
