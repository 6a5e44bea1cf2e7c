import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyWall, filledWall, isAnyWaiting, type NewestFirst, nextWall, type Wall } from "./wall.ts";

const ids = (count: number) => new Set(Array.from({ length: count }, (_, index) => `p${count - index}`));
const run = (wall: Wall, photos: NewestFirst, turns: number): Wall[] => {
  const walls: Wall[] = [];
  let now = wall;
  for (let turn = 0; turn < turns; turn += 1) {
    now = nextWall(now, photos);
    walls.push(now);
  }
  return walls;
};

describe("the wall", () => {
  it("fills its cells at once, the oldest first, and leaves the rest empty", () => {
    expect(filledWall(emptyWall(4), ids(2)).cells).toEqual(["p1", "p2", null, null]);
    expect(filledWall(emptyWall(3), ids(9)).cells).toEqual(["p1", "p2", "p3"]);
  });

  it("gives every photo its turn before any has a second one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), (size, count) => {
        const photos = ids(count);
        const first = filledWall(emptyWall(size), photos);
        const walls = [first, ...run(first, photos, Math.max(0, count - size))];
        const seen = new Set(walls.flatMap(({ cells }) => cells).filter((photoId) => photoId !== null));
        expect(seen.size).toBe(count);
        expect(isAnyWaiting(walls.at(-1) ?? first, photos)).toBe(false);
      }),
    );
  });

  it("shows what has just come next, in the place of what stood longest", () => {
    const first = filledWall(emptyWall(3), ids(5));
    const next = nextWall(first, new Set(["new", ...ids(5)]));
    expect(next.cells).toEqual(["p4", "p2", "p3"]);
    const [, , third] = run(first, new Set(["new", ...ids(5)]), 3);
    expect(third?.cells).toContain("new");
  });

  it("never shows a photo twice at once, nor looks frozen while there are more photos than cells", () => {
    const photos = ids(7);
    const first = filledWall(emptyWall(4), photos);
    let before = first;
    for (const wall of run(first, photos, 30)) {
      expect(new Set(wall.cells).size).toBe(4);
      expect(wall.cells).not.toEqual(before.cells);
      before = wall;
    }
  });

  it("takes a withdrawn photo away at once, and the memory of it", () => {
    const first = filledWall(emptyWall(3), ids(5));
    const without = new Set([...ids(5)].filter((photoId) => photoId !== "p2"));
    const next = filledWall(first, without);
    expect(next.cells).toEqual(["p1", "p4", "p3"]);
    expect(next.turnOf.has("p2")).toBe(false);
    expect(filledWall(next, without)).toBe(next);
  });

  it("leaves a withdrawn photo's cell empty while there is no other, and fills it with the next that comes", () => {
    const first = filledWall(emptyWall(2), ids(2));
    const alone = filledWall(first, new Set(["p1"]));
    expect(alone.cells).toEqual(["p1", null]);
    expect(isAnyWaiting(alone, new Set(["p1"]))).toBe(false);
    expect(filledWall(alone, new Set(["new", "p1"])).cells).toEqual(["p1", "new"]);
  });

  it("gives the one not seen for the longest time its turn when all had one", () => {
    const first = filledWall(emptyWall(2), ids(4));
    const walls = run(first, ids(4), 4);
    expect(walls.map(({ cells }) => cells)).toEqual([
      ["p3", "p2"],
      ["p3", "p4"],
      ["p1", "p4"],
      ["p1", "p2"],
    ]);
  });
});
