import { describe, expect, it } from "vitest";
import { photoExpiresAt } from "#domain/retention";
import { computeLadder } from "../standings/compute-ladder.ts";
import { createWorld, demoEvent, type World } from "../in-memory-world.ts";
import { receivePhoto } from "./receive-photo.ts";

const onlyPhoto = (world: World) => {
  const [photo, ...others] = [...world.store.photos.values()];
  expect(others).toEqual([]);
  if (photo === undefined) throw new Error("no photo was recorded");
  return photo;
};
const onlyAnswer = (world: World) => {
  expect(world.replies).toHaveLength(1);
  return world.replies[0]?.answer;
};

describe("a photo with smiling faces", () => {
  it("becomes a card, a standing and a picture on the board", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1001", [90.06, 52.5]));

    const photo = onlyPhoto(world);
    expect(photo).toMatchObject({ state: "shown", step: "answered", score: 142.6, width: 96, height: 80 });
    expect(photo.expiresAt).toBe(photoExpiresAt(demoEvent));
    expect(photo.image).toMatch(/^p\/[0-9a-f]{32}$/);
    expect(world.stored("public/")).toEqual([`public/${photo.image}.jpg`, `public/${photo.image}-s.jpg`]);
    expect(world.stored("originals/")).toEqual([`originals/event-1/${photo.guestId}/1001.jpg`]);
    expect(onlyAnswer(world)).toMatchObject({
      kind: "score",
      language: "ja",
      score: 142.6,
      faces: 2,
      place: 1,
      image: photo.image,
    });
    expect(onlyAnswer(world)).not.toHaveProperty("best");
    expect(world.store.publishedStandings).toMatchObject([
      { displayName: "花子", score: 142.6, photos: 1, photoId: "1001", image: photo.image },
    ]);
    expect(world.store.publishedPhotos).toMatchObject([{ photoId: "1001", image: photo.image }]);
    expect(world.queued).toEqual([{ message: { kind: "ladder", eventId: "event-1" }, delaySeconds: 4 }]);
  });

  it("names its guest by nothing that LINE knows", async () => {
    const world = createWorld();
    const message = world.addPhoto("1001", [90]);
    await receivePhoto(world.ports, message);
    expect(onlyPhoto(world).guestId).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify([...world.store.guests])).not.toContain(message.lineUserId);
    expect(JSON.stringify(world.stored(""))).not.toContain(message.lineUserId);
  });

  it("R5: tells the place behind those who are better, and shares it with equals", async () => {
    const world = createWorld();
    const guests = ["a", "b", "c"].map((letter) => "U".padEnd(33, letter));
    await receivePhoto(world.ports, world.addPhoto("1", [90], guests[0]));
    await receivePhoto(world.ports, world.addPhoto("2", [40], guests[1]));
    await computeLadder(world.ports, "event-1");
    await receivePhoto(world.ports, world.addPhoto("3", [40], guests[2]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ place: 2 });
  });

  it("tells the guest's best when the new one is weaker", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90]));
    await receivePhoto(world.ports, world.addPhoto("2", [30]));
    expect(world.replies.at(-1)?.answer).toMatchObject({ score: 30, best: 90, place: 1 });
  });

  it("orders one ladder for all changes of three seconds", async () => {
    const world = createWorld();
    for (const id of ["1", "2", "3"]) await receivePhoto(world.ports, world.addPhoto(id, [50]));
    expect(world.queued).toHaveLength(1);
    world.now += 3_000;
    await receivePhoto(world.ports, world.addPhoto("4", [50]));
    expect(world.queued).toHaveLength(2);
  });
});

describe("a photo that is not shown", () => {
  const nothingPublic = (world: World) => {
    expect(world.stored("public/")).toEqual([]);
    expect(world.store.publishedPhotos).toEqual([]);
    expect(world.store.publishedStandings).toEqual([]);
    expect(onlyPhoto(world).image).toBeUndefined();
  };

  it("P2: without a face is hidden and gets its sentence", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", []));
    nothingPublic(world);
    expect(onlyPhoto(world)).toMatchObject({
      state: "hidden",
      reason: "no-face",
      score: 0,
      step: "answered",
    });
    expect(onlyAnswer(world)).toMatchObject({ kind: "refused", reason: "no-face" });
  });

  it.each([
    ["not a picture", { kind: "content", bytes: Buffer.from("GIF89a") } as const, "unsupported-type"],
    ["half a picture", { kind: "content", bytes: Buffer.from("ffd8ffe0", "hex") } as const, "unreadable"],
    ["more than 15 MB", { kind: "too-large" } as const, "too-large"],
  ])("P2: %s never reaches Rekognition", async (_name, content, reason) => {
    const world = createWorld();
    const message = world.addPhoto("1", [90]);
    world.contents.set("1", content);
    await receivePhoto(world.ports, message);
    nothingPublic(world);
    expect(onlyPhoto(world)).toMatchObject({ state: "hidden", reason });
    expect(onlyAnswer(world)).toMatchObject({ kind: "refused", reason });
    expect(world.calls.filter((call) => /faceReader|contentChecker|^photos/.test(call))).toEqual([]);
  });

  it.each(["unreadable", "too-large"] as const)("P2: %s, says Rekognition", async (reason) => {
    const world = createWorld();
    const message = world.addPhoto("1", []);
    world.faces.set("1", { kind: "refused", reason });
    await receivePhoto(world.ports, message);
    nothingPublic(world);
    expect(onlyAnswer(world)).toMatchObject({ kind: "refused", reason });
  });

  it("M1: waits for a host where hosts look first; its card has no picture", async () => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, policy: "review-first" });
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    nothingPublic(world);
    expect(onlyPhoto(world)).toMatchObject({ state: "pending", reason: "review-first", score: 80 });
    const facts = { photoId: "1", score: 80, faces: 1, counted: 1, why: [], missions: [] };
    expect(onlyAnswer(world)).toEqual({ kind: "waiting", language: "ja", ...facts });
  });

  it.each([
    ["enforce", "pending"],
    ["assist", "shown"],
  ] as const)("M2: %s, and the check failed for good: %s", async (moderation, state) => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, moderation });
    world.check = { kind: "not-checked" };
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect(onlyPhoto(world)).toMatchObject({ state, isModerationChecked: false });
  });

  it("M4: keeps what the check found, for the host", async () => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, moderation: "enforce" });
    world.check = { kind: "checked", labels: [{ name: "Gambling", confidence: 91 }] };
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect(onlyPhoto(world)).toMatchObject({
      state: "pending",
      reason: "flagged",
      moderationLabels: [{ name: "Gambling", confidence: 91 }],
      isModerationChecked: true,
    });
  });

  it("is not checked at all where the event wants no check", async () => {
    const world = createWorld();
    world.store.events.set("event-1", { ...demoEvent, moderation: "off" });
    await receivePhoto(world.ports, world.addPhoto("1", [80]));
    expect(world.calls).not.toContain("contentChecker.checkContent");
    expect(onlyPhoto(world).state).toBe("shown");
  });
});
