import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { seedRules } from "#domain/event-rules";
import { hostPortsOf, orderOf } from "../../host-actions/in-memory-host.ts";
import { moderatePhotos } from "../../host-actions/moderate-photos.ts";
import { createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "./receive-photo.ts";
import { routeMessage } from "../route-message.ts";
import { unsendPhoto } from "./withdraw-photo.ts";

const { eventId } = demoEvent;

let world: World;
beforeEach(() => {
  world = createWorld();
  setLimit(2);
});

function setLimit(photosPerGuest: number | undefined, more: Partial<typeof demoEvent> = {}): void {
  const rules = { ...seedRules, ...(photosPerGuest !== undefined && { photosPerGuest }) };
  world.store.events.set(eventId, { ...demoEvent, ...more, rules });
}
const send = (photoId: string, happy: readonly number[] = [50], look = photoId) =>
  receivePhoto(world.ports, world.addPhoto(photoId, happy, undefined, look));
const takeBack = (photoId: string) =>
  unsendPhoto(world.ports, { ...world.addPhoto(photoId, []), kind: "unsend" });
const photos = () => [...world.store.photos.values()].toSorted((a, b) => a.sentAt - b.sentAt);
/** `1 shown`, `3 hidden over-limit` … */
const told = () => photos().map(({ photoId, state, reason = "" }) => `${photoId} ${state} ${reason}`.trim());
const guest = () => [...world.store.guests.values()][0];
async function settle(): Promise<void> {
  for (const { guestId } of world.store.guests.values())
    await untilDone(() => routeMessage(world.ports, { kind: "settle", eventId, guestId }));
}

describe("P7: a limit of photos per guest", () => {
  it("lets the first ones take part; the next is kept, told with the number, and never public", async () => {
    for (const id of ["1", "2", "3"]) await send(id, [Number(id) * 10]);
    expect(told()).toEqual(["1 shown", "2 shown", "3 hidden over-limit"]);
    expect(photos()[2]).toMatchObject({ score: 30, step: "answered" });
    expect(photos()[2]).not.toHaveProperty("image");
    expect(world.stored("public/")).toHaveLength(4);
    expect(world.stored("originals/")).toHaveLength(3);
    expect(world.store.publishedPhotos.map(({ photoId }) => photoId)).not.toContain("3");
    expect(guest()).toMatchObject({ score: 20, photos: 2 });
    expect(world.replies.at(-1)?.answer).toMatchObject({
      kind: "refused",
      reason: "over-limit",
      event: { rules: { photosPerGuest: 2 } },
    });
  });

  it("counts neither duplicates nor photos without a face", async () => {
    await send("1");
    await send("2", [60], "1");
    await send("3", []);
    await send("4");
    await send("5");
    expect(told()).toEqual([
      "1 shown",
      "2 hidden duplicate",
      "3 hidden no-face",
      "4 shown",
      "5 hidden over-limit",
    ]);
  });

  it("counts photos that wait for a host", async () => {
    setLimit(2, { policy: "review-first" });
    for (const id of ["1", "2", "3"]) await send(id);
    expect(told()).toEqual(["1 pending review-first", "2 pending review-first", "3 hidden over-limit"]);
  });

  it("has room again when one is taken back: the next comes by itself, and the boards hear of it", async () => {
    for (const id of ["1", "2", "3", "4"]) await send(id, [Number(id) * 10]);
    await takeBack("1");
    expect(told()).toEqual(["1 removed withdrawn", "2 shown", "3 shown", "4 hidden over-limit"]);
    expect(world.stored("public/")).toHaveLength(4);
    expect(guest()).toMatchObject({ score: 30, photos: 2 });
    // What is taken back leaves before anything comes in its place.
    expect(world.store.publishedPhotos.slice(-2)).toMatchObject([
      { photoId: "1", state: "removed" },
      { photoId: "3", state: "shown" },
    ]);
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ photoId: "3", score: 30 });
  });

  it("gives the room to who was sent first, whichever arrives first", async () => {
    for (const id of ["3", "2"]) await send(id);
    expect(told()).toEqual(["2 shown", "3 shown"]);
    await send("1");
    expect(told()).toEqual(["1 shown", "2 shown", "3 hidden over-limit"]);
    expect(world.stored("public/")).toHaveLength(4);
    expect(world.store.publishedPhotos.filter(({ photoId }) => photoId === "3").at(-1)).toMatchObject({
      state: "hidden",
    });
  });

  it("M6: a host's word stands above it, takes room, and gives it back", async () => {
    for (const id of ["1", "2", "3", "4"]) await send(id);
    const { guestId } = photos()[0] ?? { guestId: "" };
    const say = async (says: string, photoId: string, seen: number) => {
      const choice = { guestId, photoId, seen };
      await moderatePhotos(hostPortsOf(world), orderOf(eventId, "moderatePhotos"), says, [choice]);
      await settle();
    };
    await say("show", "4", 0);
    expect(told()).toEqual(["1 shown", "2 shown", "3 hidden over-limit", "4 shown"]);
    await say("hide", "1", 0);
    expect(told()).toEqual(["1 hidden hidden-by-host", "2 shown", "3 shown", "4 shown"]);
    await say("rules", "4", 1);
    await say("rules", "1", 1);
    expect(told()).toEqual(["1 shown", "2 shown", "3 hidden over-limit", "4 hidden over-limit"]);
  });

  it("E3: comes and goes with the rules, for the photos of before too, in one pass", async () => {
    setLimit(undefined);
    for (const id of ["1", "2", "3", "4"]) await send(id);
    const before = told();
    setLimit(1);
    await settle();
    expect(told()).toEqual(["1 shown", "2 hidden over-limit", "3 hidden over-limit", "4 hidden over-limit"]);
    expect(world.stored("public/")).toHaveLength(2);
    setLimit(3);
    await settle();
    expect(told()).toEqual(["1 shown", "2 shown", "3 shown", "4 hidden over-limit"]);
    setLimit(undefined);
    await settle();
    expect(told()).toEqual(before);
    expect(world.stored("public/")).toHaveLength(8);
  });

  it("A2: is told with the next reply when its own was lost", async () => {
    setLimit(1);
    await send("1");
    world.replyOutcome = { kind: "expired" };
    await send("2");
    world.replyOutcome = { kind: "sent" };
    await send("3");
    expect(world.replies.at(-1)?.earlier).toEqual([{ kind: "refused", reason: "over-limit" }]);
  });

  it("ends the same in whatever order photos arrive, are repeated and are taken back", async () => {
    const photo = fc.record({ look: fc.constantFrom("a", "b", "c", "d"), isTakenBack: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(photo, { minLength: 1, maxLength: 7 }), fc.nat(), async (sent, seed) => {
        world = createWorld();
        setLimit(2);
        const ids = sent.map((_, index) => String(index + 1));
        const order = ids.toSorted((a, b) => ((Number(a) * 31 + seed) % 7) - ((Number(b) * 31 + seed) % 7));
        for (const id of order) await send(id, [50], sent[Number(id) - 1]?.look);
        for (const id of order) if (sent[Number(id) - 1]?.isTakenBack === true) await takeBack(id);
        const left = sent.map(({ look, isTakenBack }) => (isTakenBack ? undefined : look));
        const firsts = ids.filter(
          (id, index) => left[index] !== undefined && left.indexOf(left[index]) === index,
        );
        const shown = photos().filter(({ state }) => state === "shown");
        expect(shown.map(({ photoId }) => photoId)).toEqual(firsts.slice(0, 2));
        expect(world.stored("public/")).toHaveLength(2 * shown.length);
        expect(guest()?.score).toBe(shown.length === 0 ? undefined : 50);
      }),
      { numRuns: 80 },
    );
  });
});
