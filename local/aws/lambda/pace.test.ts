import { describe, expect, it } from "vitest";
import { Pace } from "./pace.ts";

function paceOf(...durationsMs: number[]): Pace {
  const pace = new Pace();
  durationsMs.forEach((durationMs, index) => pace.ended(durationMs, index));
  return pace;
}

describe("Pace", () => {
  it("finds another sandbox worth its start when events are slow or many wait", () => {
    expect(paceOf(2, 2, 2).worthAStart(1, 1)).toBe(false);
    expect(paceOf(2, 2, 2).worthAStart(60, 1)).toBe(true);
    expect(paceOf(2, 2, 2).worthAStart(60, 4)).toBe(false);
    expect(paceOf(1500).worthAStart(1, 1)).toBe(true);
  });

  it("knows nothing to be worth a start before the first event has ended", () => {
    expect(new Pace().worthAStart(100, 1)).toBe(false);
  });

  it("forgets a slow start with the events that follow", () => {
    const pace = paceOf(2000, ...Array.from({ length: 30 }, () => 2));
    expect(pace.worthAStart(1, 1)).toBe(false);
  });

  it("calls a function stalled when nothing came back for a while since the event was queued", () => {
    const pace = paceOf(1);
    expect(pace.stalled(100, 119)).toBe(false);
    expect(pace.stalled(100, 120)).toBe(true);
    pace.ended(1, 130);
    expect(pace.stalled(100, 140)).toBe(false);
  });
});
