import { describe, expect, it } from "vitest";
import { createWorld, demoEvent, OPENED_AT } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";

describe("who may send", () => {
  it.each([
    ["not-yet-open", { opensAt: OPENED_AT + 5_000_000 }],
    ["closed", { state: "closed" }],
  ] as const)("E1: %s", async (reason, change) => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    world.store.events.set("event-1", { ...demoEvent, ...change });
    await receivePhoto(world.ports, world.addPhoto("2", [80]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "refused", reason });
    expect([...world.store.photos.values()].map((photo) => photo.photoId)).toEqual(["1"]);
  });

  it("E1: sent in time counts, however late it is read", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    world.now = demoEvent.closesAt + 60_000;
    await receivePhoto(world.ports, world.addPhoto("2", [90]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "score" });
  });

  it("nowhere to play: says so and keeps nothing", async () => {
    const world = createWorld();
    world.store.events.clear();
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect(world.replies[0]?.answer).toMatchObject({ kind: "refused", reason: "no-event" });
    expect([world.store.photos.size, world.store.guests.size, world.store.persons.size]).toEqual([0, 0, 0]);
  });

  it("R4: a banned guest gets a sentence and nothing else", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    for (const [key, guest] of world.store.guests) world.store.guests.set(key, { ...guest, bannedAt: 1 });
    await receivePhoto(world.ports, world.addPhoto("2", [80]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "refused", reason: "banned" });
    expect(world.store.photos.size).toBe(1);
  });

  it("R4: the couple's photo is shown without a place", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    for (const [key, guest] of world.store.guests)
      world.store.guests.set(key, { ...guest, isExcluded: true });
    await receivePhoto(world.ports, world.addPhoto("2", [90]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "score", score: 90 });
    expect(world.replies.at(-1)?.answer).not.toHaveProperty("place");
    expect(world.store.publishedStandings.at(-1)).not.toHaveProperty("rankKey");
  });

  it("E2: a guest stays in the event last joined; while several are open a new one is asked for the code", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("10", [80]));
    world.store.events.set("event-2", { ...demoEvent, eventId: "event-2", opensAt: OPENED_AT + 5 });
    await receivePhoto(world.ports, world.addPhoto("11", [80]));
    await receivePhoto(world.ports, world.addPhoto("12", [80], "U".padEnd(33, "b")));
    expect([...world.store.photos.values()].map((photo) => [photo.photoId, photo.eventId])).toEqual([
      ["10", "event-1"],
      ["11", "event-1"],
    ]);
    expect(world.replies.at(-1)?.answer).toEqual({ kind: "refused", reason: "which-event", language: "ja" });
    expect([world.store.guests.size, world.store.persons.size]).toEqual([1, 1]);
  });

  it.each<[string, Partial<typeof demoEvent>]>([
    ["opens later", { opensAt: OPENED_AT + 50_000 }],
    ["is over", { opensAt: OPENED_AT - 50_000, closesAt: OPENED_AT }],
    ["was closed", { state: "closed" }],
    ["was archived", { state: "archived" }],
  ])("E2: a new one joins the only open event; one that %s does not count", async (_, change) => {
    const world = createWorld();
    world.store.events.set("event-2", { ...demoEvent, eventId: "event-2", ...change });
    await receivePhoto(world.ports, world.addPhoto("10", [80]));
    expect([...world.store.photos.values()]).toMatchObject([{ photoId: "10", eventId: "event-1" }]);
  });

  it("E2: whose event is deleted joins like a new guest", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("10", [80]));
    world.store.events.clear();
    world.store.events.set("event-2", { ...demoEvent, eventId: "event-2" });
    await receivePhoto(world.ports, world.addPhoto("11", [80]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "score", place: 1 });
    expect([...world.store.persons.values()]).toMatchObject([{ eventId: "event-2" }]);
  });

  it("N1: plays under the word for a guest when LINE does not tell a name", async () => {
    const world = createWorld();
    world.profile = undefined;
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect([...world.store.guests.values()]).toMatchObject([{ displayName: "ゲスト", language: "ja" }]);
  });

  it("N2: a name with a word of the event's list waits for a host, and the guest plays under the word for a guest", async () => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, nameWords: ["バカ"] });
    world.profile = { displayName: "ば・か花子", language: "en" };
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect([...world.store.guests.values()]).toMatchObject([
      { displayName: "Guest", heldName: "ば・か花子", isNamedByHost: false },
    ]);
    expect(JSON.stringify([world.store.publishedStandings.at(-1)?.displayName, world.replies])).not.toContain(
      "花子",
    );
    expect([...world.store.persons.values()]).toMatchObject([{ displayName: "ば・か花子" }]);
  });

  it("N3: a name that a host gave stays, whatever the guest sends", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    for (const [key, guest] of world.store.guests)
      world.store.guests.set(key, { ...guest, displayName: "はなこ", isNamedByHost: true });
    await receivePhoto(world.ports, world.addPhoto("2", [90]));
    expect([...world.store.guests.values()]).toMatchObject([{ displayName: "はなこ", isNamedByHost: true }]);
  });

  it("speaks the guest's own language", async () => {
    const world = createWorld();
    world.profile = { displayName: "Ann", language: "en" };
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect(world.replies[0]?.answer).toMatchObject({ language: "en" });
  });
});
