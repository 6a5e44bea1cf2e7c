import { describe, expect, it } from "vitest";
import { maySound, type Sounding } from "./may-sound.ts";

const roll: Sounding = { cue: "drum-roll", since: 100 };

describe("B13: what is heard when two moments meet", () => {
  it("is anything where nothing sounds", () => {
    expect(maySound("leader", null, 0)).toBe(true);
  });

  it("is the heavier one, and the later of two that weigh the same", () => {
    expect(maySound("fanfare", roll, 101)).toBe(true);
    expect(maySound("leader", roll, 101)).toBe(false);
    expect(maySound("leader", { cue: "spotlight", since: 100 }, 100.5)).toBe(false);
    expect(maySound("spotlight", { cue: "leader", since: 100 }, 100.5)).toBe(true);
    expect(maySound("place", { cue: "place", since: 100 }, 100.1)).toBe(true);
    expect(maySound("place", { cue: "fanfare", since: 100 }, 101)).toBe(false);
  });

  it("is also the lighter one once the heavier one is but an echo", () => {
    expect(maySound("leader", { cue: "spotlight", since: 100 }, 103)).toBe(true);
  });

  it("is a tick beside anything", () => {
    expect(maySound("tick", { cue: "time-up", since: 100 }, 100)).toBe(true);
    expect(maySound("last-tick", roll, 101)).toBe(true);
  });
});
