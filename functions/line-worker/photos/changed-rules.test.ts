import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventRules, seedRules } from "#domain/event-rules";
import { aFace, createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { settleAgain, settleGuest } from "../standings/publish-standing.ts";
import { receivePhoto } from "./receive-photo.ts";

const hanako = "U".padEnd(33, "a");
const cake = {
  missionId: "cake",
  title: "ケーキを撮る",
  goal: { kind: "label", label: "Cake", count: 1 },
} as const;

const setRules = (world: World, rules: Partial<EventRules>): void =>
  void world.store.events.set(demoEvent.eventId, { ...demoEvent, rules: { ...seedRules, ...rules } });
async function settleAll(world: World): Promise<void> {
  for (const guest of world.store.guests.values()) await settleGuest(world.ports, guest);
}
/** What must be the same again after an undo: everything but versions. */
const told = (world: World) => ({
  photos: [...world.store.photos.values()].map(({ version: _version, ...photo }) => photo),
  guests: [...world.store.guests.values()].map(({ version: _version, ...guest }) => guest),
  files: world.stored("").toSorted(),
});

describe("E3: new rules", () => {
  it("hold for the photos of before: their points, the standing, the boards", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90, 80]));
    setRules(world, { scoring: { faceCap: 1 } });
    await settleAll(world);
    expect([...world.store.photos.values()]).toMatchObject([{ state: "shown", score: 90 }]);
    expect([...world.store.guests.values()]).toMatchObject([{ score: 90 }]);
    expect(world.store.publishedPhotos.at(-1)).toMatchObject({ score: 90 });
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ score: 90 });
  });

  it("are heard by the boards of those whom they change alone", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90, 80]));
    await receivePhoto(world.ports, world.addPhoto("2", [70], "U".padEnd(33, "b")));
    setRules(world, { scoring: { faceCap: 1 } });
    const before = world.store.publishedStandings.length;
    for (const guest of world.store.guests.values()) await settleAgain(world.ports, guest);
    expect(world.store.publishedStandings.slice(before)).toMatchObject([{ photoId: "1", score: 90 }]);
  });

  it("make no board hear of a photo that was never shown, however often a guest is settled", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90]));
    await receivePhoto(world.ports, world.addPhoto("2", []));
    await receivePhoto(world.ports, world.addPhoto("3", [90], undefined, "1"));
    await settleAll(world);
    expect(new Set(world.store.publishedPhotos.map(({ photoId }) => photoId))).toEqual(new Set(["1"]));
  });

  it("R2: make three photos count together", async () => {
    const world = createWorld();
    for (const id of ["1", "2", "3", "4"]) await receivePhoto(world.ports, world.addPhoto(id, [50]));
    setRules(world, { standing: "best-three" });
    await settleAll(world);
    expect([...world.store.guests.values()]).toMatchObject([{ score: 150, photos: 4 }]);
  });

  it("reach a photo that is being read while they change", async () => {
    const world = createWorld();
    const message = world.addPhoto("1", [90, 80]);
    world.hook = (when, call) => {
      if (when !== "before" || call !== "store.savePhoto") return;
      world.hook = undefined;
      setRules(world, { scoring: { faceCap: 1 } });
    };
    await receivePhoto(world.ports, message);
    expect([...world.store.photos.values()]).toMatchObject([{ score: 90 }]);
    expect(world.replies).toMatchObject([{ answer: { kind: "score", score: 90, why: expect.any(Array) } }]);
  });

  it("C5: show and hide again a photo without faces when a mission comes and goes", async () => {
    const world = createWorld();
    setRules(world, { labels: { minConfidence: 70, most: 10 } });
    world.labels = {
      kind: "read",
      labels: [{ name: "Cake", confidence: 95, instances: [], parents: ["Food"] }],
    };
    await receivePhoto(world.ports, world.addPhoto("1", []));
    const before = told(world);
    expect(before.photos).toMatchObject([{ state: "hidden", reason: "no-face" }]);
    setRules(world, { labels: { minConfidence: 70, most: 10 }, missions: [cake] });
    await settleAll(world);
    expect([...world.store.photos.values()]).toMatchObject([
      { state: "shown", score: 0, missions: ["cake"], image: expect.any(String) as string },
    ]);
    expect(world.stored("public/")).toHaveLength(2);
    setRules(world, { labels: { minConfidence: 70, most: 10 } });
    await settleAll(world);
    expect(told(world)).toEqual(before);
  });

  it("come back as they were with an undo, after a fault at any call too", async () => {
    const anyRules = fc.record({
      scoring: fc.record({ faceCap: fc.integer({ min: 1, max: 3 }) }),
      standing: fc.constantFrom("best", "best-three", "diminishing"),
      missions: fc.constantFrom([], [cake]),
    });
    await fc.assert(
      fc.asyncProperty(anyRules, fc.nat(60), async (rules, failsAt) => {
        const world = createWorld();
        await receivePhoto(world.ports, world.addPhoto("1", [90, 80, 20, 10]));
        await receivePhoto(world.ports, world.addPhoto("2", [70]));
        await receivePhoto(world.ports, world.addPhoto("3", [], "U".padEnd(33, "b")));
        const before = told(world);
        setRules(world, rules as Partial<EventRules>); // the mission's goal is widened by the list
        let calls = 0;
        world.hook = () => {
          calls += 1;
          if (calls === failsAt) throw new Error("the machine stops");
        };
        await untilDone(() => settleAll(world));
        setRules(world, {});
        calls = 0;
        await untilDone(() => settleAll(world));
        expect(told(world)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("C1: missions", () => {
  it("are told in the card and kept with the photo", async () => {
    const world = createWorld();
    const goal = { kind: "everybody-smiles", count: 2 } as const;
    setRules(world, { missions: [{ missionId: "all", title: "みんな笑顔", goal }] });
    await receivePhoto(world.ports, world.addPhoto("1", [90, 80]));
    await receivePhoto(world.ports, world.addPhoto("2", [90, 10]));
    expect(world.replies).toMatchObject([
      { answer: { missions: ["みんな笑顔"] } },
      { answer: { missions: [] } },
    ]);
    expect([...world.store.photos.values()].map(({ missions }) => missions)).toEqual([["all"], undefined]);
  });

  it("A2: are told later when the reply was lost", async () => {
    const world = createWorld();
    const goal = { kind: "faces", count: 1, exactly: false } as const;
    setRules(world, { missions: [{ missionId: "one", title: "ひとりでも", goal }] });
    world.replyOutcome = { kind: "expired" };
    await receivePhoto(world.ports, world.addPhoto("1", [90]));
    world.replyOutcome = { kind: "sent" };
    await receivePhoto(world.ports, world.addPhoto("2", [80]));
    expect(world.replies.at(-1)?.earlier).toEqual([{ kind: "score", score: 90, missions: ["ひとりでも"] }]);
  });

  it("of labels have labels read, which are kept but for age and gender (P4); without rules nobody asks", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90]));
    expect(world.calls).not.toContain("labelReader.readLabels");
    setRules(world, { missions: [cake] });
    const labels = [{ name: "Cake", confidence: 95, instances: [], parents: [] }];
    const woman = { name: "Woman", confidence: 99, instances: [], parents: ["Person"] };
    world.labels = { kind: "read", labels: [woman, ...labels] };
    await receivePhoto(world.ports, world.addPhoto("2", [90]));
    expect([...world.store.photos.values()].map((photo) => photo.labels)).toEqual([undefined, labels]);
  });
});

describe("S7: why a photo has its points", () => {
  it("is told by the numbers that the guest's page has too: from the left", async () => {
    const world = createWorld();
    setRules(world, { scoring: { minFaceConfidence: 90 } });
    const message = world.addPhoto("1", [90]);
    const at = (left: number, confidence: number) => ({
      ...aFace(90),
      confidence,
      box: { left, top: 0, width: 0.1, height: 0.1 },
    });
    world.faces.set("1", { kind: "read", faces: [at(0.8, 50), at(0.1, 99), at(0.5, 99)] });
    await receivePhoto(world.ports, message);
    const [photo] = world.store.photos.values();
    expect(photo?.faces?.map(({ box }) => box.left)).toEqual([0.1, 0.5, 0.8]);
    expect(world.replies).toMatchObject([
      {
        answer: {
          faces: 3,
          counted: 2,
          why: [
            "2人の幸福度を合わせて、180.0ptです。",
            "3人目はお顔がはっきり写っていないため、得点に入りません。",
          ],
        },
      },
    ]);
  });
});

describe("T1, T2: banned words", () => {
  it("have text read, and a photo with one waits for a host", async () => {
    const world = createWorld();
    await receivePhoto(world.ports, world.addPhoto("1", [90]));
    expect(world.calls).not.toContain("textReader.readText");
    setRules(world, { bannedWords: ["ばか"] });
    world.text = { kind: "read", lines: ["ﾊﾞｶ"] };
    await receivePhoto(world.ports, world.addPhoto("2", [90], hanako));
    expect([...world.store.photos.values()].at(-1)).toMatchObject({
      state: "pending",
      reason: "banned-word",
    });
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "waiting", score: 90 });
  });
});
