import { describe, expect, it } from "vitest";
import { type Cue, lengthOf, scores } from "./score.ts";

const cues = Object.keys(scores).map((cue) => cue as Cue); // the keys of a record of cues
const SUNG = new Set(["bell", "koto", "brass"]);
/** D E F♯ A B */
const SCALE = [2, 4, 6, 9, 11];
const MOST_AT_ONCE = 2.6;

describe.each(cues)("%s", (cue) => {
  const notes = scores[cue];

  it("begins at once, and every note is one that can be played", () => {
    expect(Math.min(...notes.map(({ at }) => at))).toBe(0);
    for (const { lasts, loudness, pitch } of notes) {
      expect(lasts).toBeGreaterThan(0.05);
      expect(loudness).toBeGreaterThan(0);
      expect(loudness).toBeLessThanOrEqual(1);
      expect(pitch).toBeGreaterThanOrEqual(36);
      expect(pitch).toBeLessThanOrEqual(96);
    }
  });

  it("is of one scale", () => {
    const sung = notes.filter(({ voice }) => SUNG.has(voice));
    expect(sung.filter(({ pitch }) => !SCALE.includes(pitch % 12))).toEqual([]);
  });

  it("never strikes too much at once", () => {
    for (const { at } of notes) {
      const struck = notes.filter((other) => other.at >= at && other.at < at + 0.05);
      expect(struck.reduce((sum, { loudness }) => sum + loudness, 0)).toBeLessThan(MOST_AT_ONCE);
    }
  });
});

describe("a moment", () => {
  it.each<[Cue, number, number]>([
    ["tick", 0, 0.2],
    // The next second follows.
    ["last-tick", 0, 1],
    // B9, G3: no longer than what is seen, nor than a host waits.
    ["spotlight", 2, 6],
    ["leader", 1, 3],
    ["place", 0.5, 1.5],
    ["time-up", 2, 5],
    ["drum-roll", 10, 20],
    ["fanfare", 3, 6],
  ])("%s lasts as long as it should", (cue, least, most) => {
    expect(lengthOf(cue)).toBeGreaterThan(least);
    expect(lengthOf(cue)).toBeLessThan(most);
  });

  it("the roll swells and dies away", () => {
    const roll = scores["drum-roll"].filter((_, stroke) => stroke % 2 === 0);
    const at = (seconds: number) => roll.find((stroke) => stroke.at >= seconds)?.loudness ?? 0;
    expect(at(0)).toBeLessThan(at(1.5));
    expect(at(1.5)).toBeLessThan(at(5));
    expect(at(13.5)).toBeLessThan(at(5) / 3);
  });
});
