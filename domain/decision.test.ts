import { describe, expect, it } from "vitest";
import { decide } from "./decision.ts";
import type { Face } from "./face.ts";

const event = { policy: "show-first", moderation: "enforce", keepsAgeAndGender: false } as const;
const clean = { kind: "checked", labels: [] } as const;
const face = (happy: number): Face => ({
  box: { left: 0, top: 0, width: 0.5, height: 0.5 },
  confidence: 99,
  emotions: [{ type: "HAPPY", confidence: happy }],
  smile: true,
  ageRange: { low: 20, high: 30 },
  gender: "Female",
});

describe("what becomes of a photo", () => {
  it("S1, M1: faces and nothing against them show it with the sum of their happiness", () => {
    const decision = decide(event, { kind: "read", faces: [face(90.06), face(52.5)] }, clean);
    expect(decision).toMatchObject({ state: "shown", score: 142.6 });
    expect(decision.reason).toBeUndefined();
  });

  it("P2: without a face it is hidden, scores 0, and the check does not matter", () => {
    const flagged = { kind: "checked", labels: ["Gambling"] } as const;
    expect(decide(event, { kind: "read", faces: [] }, flagged)).toEqual({
      state: "hidden",
      reason: "no-face",
      score: 0,
      faces: [],
    });
  });

  it.each(["unreadable", "unsupported-type", "too-large"] as const)(
    "P2: %s is hidden with its reason",
    (reason) => {
      expect(decide(event, { kind: "refused", reason }, clean)).toEqual({
        state: "hidden",
        reason,
        score: 0,
        faces: [],
      });
    },
  );

  it("M1, M2, M4: what waits for a host keeps its score", () => {
    const reading = { kind: "read", faces: [face(80)] } as const;
    const waiting = [
      decide({ ...event, policy: "review-first" }, reading, clean),
      decide(event, reading, { kind: "not-checked" }),
      decide(event, reading, { kind: "checked", labels: ["Gambling"] }),
    ];
    expect(waiting.map((decision) => [decision.state, decision.reason, decision.score])).toEqual([
      ["pending", "review-first", 80],
      ["pending", "not-checked", 80],
      ["pending", "flagged", 80],
    ]);
  });

  it("P4: age and gender are kept only when the event allows it", () => {
    const reading = { kind: "read", faces: [face(50)] } as const;
    const [without] = decide(event, reading, clean).faces;
    expect(without).toMatchObject({ smile: true, confidence: 99 });
    expect(without).not.toHaveProperty("ageRange");
    expect(without).not.toHaveProperty("gender");
    const [kept] = decide({ ...event, keepsAgeAndGender: true }, reading, clean).faces;
    expect(kept).toMatchObject({ ageRange: { low: 20, high: 30 }, gender: "Female" });
  });
});
