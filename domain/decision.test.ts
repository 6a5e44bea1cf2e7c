import { describe, expect, it } from "vitest";
import { decide, type Evidence, keptFace } from "./decision.ts";
import { seedRules } from "./event-rules.ts";
import type { Face } from "./face.ts";
import type { Label } from "./label.ts";
import { concerns } from "./moderation.ts";

const face = (happy: number): Face => ({
  box: { left: 0, top: 0, width: 0.5, height: 0.5 },
  confidence: 99,
  emotions: [{ type: "HAPPY", confidence: happy }],
  smile: true,
  ageRange: { low: 20, high: 30 },
  gender: "Female",
});
const cake: Label = { name: "Cake", confidence: 95, instances: [], parents: ["Food"] };
const cakeMission = {
  missionId: "cake",
  title: "ケーキを撮る",
  goal: { kind: "label", label: "Cake", count: 1 },
} as const;
const withCake = { ...seedRules, missions: [cakeMission] };

const evidence = (happy: readonly number[], more: Partial<Evidence> = {}): Evidence => ({
  reading: { kind: "read", faces: happy.map(face) },
  labels: [],
  isDuplicate: false,
  ...more,
});

describe("what becomes of a photo", () => {
  it("S1: faces and nothing against them show it with the sum of their happiness", () => {
    expect(decide(seedRules, evidence([90.06, 52.5]))).toEqual({
      state: "shown",
      score: 142.6,
      missions: [],
    });
  });

  it("S6: by the event's own rules", () => {
    const rules = { ...seedRules, scoring: { faceCap: 1 } };
    expect(decide(rules, evidence([90.06, 52.5])).score).toBe(90.1);
  });

  it.each([undefined, ...concerns])(
    "P2: without a face it is hidden and scores 0, concern: %s",
    (concern) => {
      const decided = decide(seedRules, evidence([], { isDuplicate: true, ...(concern && { concern }) }));
      expect(decided).toEqual({ state: "hidden", reason: "no-face", score: 0, missions: [] });
    },
  );

  it("C5: without a face but with a mission met it is shown and scores 0", () => {
    const decided = decide(withCake, evidence([], { labels: [cake] }));
    expect(decided).toEqual({ state: "shown", score: 0, missions: ["cake"] });
  });

  it.each(["unreadable", "unsupported-type", "too-large"] as const)(
    "P2: %s is hidden with its reason, whatever else is known",
    (reason) => {
      const seen = evidence([], { reading: { kind: "refused", reason }, labels: [cake], concern: "blocked" });
      expect(decide(withCake, seen)).toEqual({ state: "hidden", reason, score: 0, missions: [] });
    },
  );

  it("P6: its guest's wish not to be on the screen stands below a ban and above a host's word; it keeps its score", () => {
    const reasonOf = (more: Parameters<typeof evidence>[1]): unknown[] => {
      const { state, reason, score } = decide(seedRules, evidence([80], { isOffScreen: true, ...more }));
      return [state, reason, score];
    };
    expect(reasonOf({ hostSays: "show" })).toEqual(["hidden", "off-screen", 80]);
    expect(reasonOf({ hostSays: "hide", concern: "review-first" })).toEqual(["hidden", "off-screen", 80]);
    expect(reasonOf({ isBanned: true })).toEqual(["hidden", "banned", 80]);
  });

  it("P8: a photo that is being deleted is hidden below a ban, whatever a host says, and keeps its score", () => {
    const decided = (more: Parameters<typeof evidence>[1]) =>
      decide(seedRules, evidence([80], { isLeaving: true, ...more }));
    const leaving = { state: "hidden", reason: "leaving", score: 80 };
    expect(decided({ hostSays: "show" })).toMatchObject(leaving);
    expect(decided({ isOffScreen: true })).toMatchObject(leaving);
    expect(decided({ isBanned: true })).toMatchObject({ reason: "banned" });
  });

  it("M1–M5, T2: what stands against it decides, and it keeps its score", () => {
    const decided = concerns.map((concern) => decide(seedRules, evidence([80], { concern })));
    expect(decided.map(({ state, reason, score }) => [state, reason, score])).toEqual([
      ["hidden", "blocked", 80],
      ["pending", "review-first", 80],
      ["pending", "banned-word", 80],
      ["pending", "not-checked", 80],
      ["pending", "flagged", 80],
    ]);
  });

  it("P7: beyond the limit what would be shown or wait is hidden and keeps its score; what is hidden anyway says why", () => {
    const reasonOf = (more: Partial<Evidence>, happy = [80]): unknown[] => {
      const { state, reason, score } = decide(seedRules, evidence(happy, { isOverLimit: true, ...more }));
      return [state, reason, score];
    };
    expect(reasonOf({})).toEqual(["hidden", "over-limit", 80]);
    for (const concern of ["review-first", "banned-word", "not-checked", "flagged"] as const)
      expect(reasonOf({ concern })).toEqual(["hidden", "over-limit", 80]);
    expect(reasonOf({ concern: "blocked" })).toEqual(["hidden", "blocked", 80]);
    expect(reasonOf({ isDuplicate: true })).toEqual(["hidden", "duplicate", 80]);
    expect(reasonOf({}, [])).toEqual(["hidden", "no-face", 0]);
    expect(reasonOf({ isOffScreen: true })).toEqual(["hidden", "off-screen", 80]);
  });

  it("P7, M6: a host's word stands above the limit", () => {
    const decided = (hostSays: "show" | "hide") =>
      decide(seedRules, evidence([80], { isOverLimit: true, hostSays }));
    expect(decided("show")).toEqual({ state: "shown", score: 80, missions: [] });
    expect(decided("hide")).toMatchObject({ state: "hidden", reason: "hidden-by-host" });
  });

  it("D1: a duplicate is hidden; nobody has to look at it, and what is blocked stays blocked", () => {
    const decided = [undefined, "flagged", "blocked"] as const;
    expect(
      decided.map((concern) =>
        decide(seedRules, evidence([80], { isDuplicate: true, ...(concern && { concern }) })),
      ),
    ).toEqual([
      { state: "hidden", reason: "duplicate", score: 80, missions: [] },
      { state: "hidden", reason: "duplicate", score: 80, missions: [] },
      { state: "hidden", reason: "blocked", score: 80, missions: [] },
    ]);
  });
});

describe("what is kept of a face", () => {
  it("P4: age and gender only when the event allows it", () => {
    expect(keptFace(face(50), false)).toMatchObject({ smile: true, confidence: 99 });
    expect(keptFace(face(50), false)).not.toHaveProperty("ageRange");
    expect(keptFace(face(50), false)).not.toHaveProperty("gender");
    expect(keptFace(face(50), true)).toEqual(face(50));
  });
});
