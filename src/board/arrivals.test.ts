import { describe, expect, it } from "vitest";
import { dwellMs, firstStrip, nextStrip, upNext, waitingPhotos, withoutGone } from "./arrivals.ts";

describe("the strip of photos", () => {
  it("starts with the newest and calls none of them new", () => {
    const strip = firstStrip(["d", "c", "b", "a"], 3);
    expect(strip).toMatchObject({ visible: ["d", "c", "b"], isNew: false });
    expect(waitingPhotos(strip, ["d", "c", "b", "a"])).toEqual([]);
  });

  it("gives every new photo its time, oldest first", () => {
    const photos = ["f", "e", "d", "c"];
    let strip = firstStrip(["c"], 2);
    const firsts: string[] = [];
    for (let now = 1; now <= 3; now++) {
      strip = nextStrip(strip, photos, 2, now);
      firsts.push(strip.visible[0] ?? "");
      expect(strip.isNew).toBe(true);
    }
    expect(firsts).toEqual(["d", "e", "f"]);
    expect(strip.visible).toEqual(["f", "e"]);
  });

  it("knows whose time comes next: those that wait, then those not seen for long", () => {
    const photos = ["f", "e", "d", "c", "b", "a"];
    const strip = nextStrip(firstStrip(["d", "c", "b", "a"], 2), ["d", "c", "b", "a"], 2, 1);
    expect(strip.visible).toEqual(["b", "d"]);
    expect(upNext(strip, photos, 1)).toEqual(["e"]);
    expect(upNext(strip, photos, 9)).toEqual(["e", "f", "a", "c"]);
  });

  it("goes round through all photos while nothing new comes", () => {
    const photos = ["e", "d", "c", "b", "a"];
    let strip = firstStrip(photos, 2);
    const seen = new Set(strip.visible);
    for (let now = 1; now <= 3; now++) {
      strip = nextStrip(strip, photos, 2, now);
      expect(strip.isNew).toBe(false);
      for (const photoId of strip.visible) seen.add(photoId);
    }
    expect([...seen].toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("rests when all photos are on the screen", () => {
    const strip = firstStrip(["b", "a"], 4);
    expect(nextStrip(strip, ["b", "a"], 4, 1)).toBe(strip);
  });

  it("lets a withdrawn photo go at once and forgets it", () => {
    const strip = withoutGone(firstStrip(["b", "a"], 4), ["a"]);
    expect(strip.visible).toEqual(["a"]);
    expect(strip.shownAt.has("b")).toBe(false);
  });

  it("hurries while many wait and takes its time while none does", () => {
    expect(dwellMs(9)).toBeLessThan(dwellMs(1));
    expect(dwellMs(1)).toBeLessThan(dwellMs(0));
  });
});
