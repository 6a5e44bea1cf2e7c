import { describe, expect, it } from "vitest";
import { createWatch } from "./in-memory-watch.ts";
import { retryDeadLetters } from "./retry-dead-letters.ts";

const by = { eventId: "event-1", actor: "sub-1", username: "hanako" };
const retry = ({ ports }: ReturnType<typeof createWatch>, letterIds: readonly string[] | "all") =>
  retryDeadLetters(ports, { ...by, letterIds });

describe("trying dead letters again", () => {
  it("sends just those that are wanted, word for word, and leaves the others", async () => {
    const watch = createWatch();
    for (let n = 0; n < 25; n += 1) watch.photos.add(`m${n}`, `body ${n}`);
    watch.chat.add("c1", "chat body");
    expect(await retry(watch, ["m3", "m21", "c1"])).toEqual({ retried: expect.any(Array), missing: [] });
    expect(watch.photos.sent.toSorted()).toEqual(["body 21", "body 3"]);
    expect(watch.chat.sent).toEqual(["chat body"]);
    expect(watch.photos.resting.size).toBe(23);
    expect(await watch.photos.take(1)).not.toEqual([]);
  });

  it("sends everything from every queue", async () => {
    const watch = createWatch();
    for (let n = 0; n < 12; n += 1) watch.photos.add(`m${n}`, "x");
    watch.orders.add("o1", "y");
    expect((await retry(watch, "all")).retried).toHaveLength(13);
    expect([watch.photos.resting.size, watch.orders.resting.size]).toEqual([0, 0]);
    expect([watch.photos.sent.length, watch.orders.sent.length]).toEqual([12, 1]);
  });

  it("says what is not there, at once", async () => {
    const watch = createWatch();
    watch.photos.add("m1", "x");
    expect(await retry(watch, ["gone", "m1"])).toEqual({ retried: ["m1"], missing: ["gone"] });
    expect(watch.pauses).toEqual([]);
  });

  it("waits a moment for a letter that another host looks at", async () => {
    const watch = createWatch();
    watch.photos.add("m1", "x");
    await watch.photos.take(1);
    expect(await retry(watch, ["m1"])).toEqual({ retried: ["m1"], missing: [] });
    expect(watch.pauses.length).toBeGreaterThan(0);
  });

  it("gives up on a letter that stays held: somebody else tries it", async () => {
    const watch = createWatch();
    watch.photos.add("m1", "x");
    await watch.photos.take(60);
    expect(await retry(watch, ["m1"])).toEqual({ retried: [], missing: ["m1"] });
    expect(watch.photos.sent).toEqual([]);
  });

  it("loses nothing when it cannot send", async () => {
    const watch = createWatch();
    watch.photos.add("m1", "x");
    watch.photos.broken.add("sendAgain");
    await expect(retry(watch, "all")).rejects.toThrow("queue-refused");
    expect(watch.photos.resting.size).toBe(1);
    expect(watch.trail.map(({ isDone }) => isDone)).toEqual([false]);
  });

  it("leaves a letter in both queues when it cannot remove it, and can be asked again", async () => {
    const watch = createWatch();
    watch.photos.add("m1", "x");
    watch.photos.broken.add("remove");
    await expect(retry(watch, ["m1"])).rejects.toThrow("queue-refused");
    expect([watch.photos.sent, watch.photos.resting.size]).toEqual([["x"], 1]);
    expect(watch.trail.at(-1)).toMatchObject({ isDone: true, after: { letterIds: ["m1"] } });
    watch.photos.broken.clear();
    watch.photos.now = 30;
    expect((await retry(watch, ["m1"])).retried).toEqual(["m1"]);
    expect([watch.photos.sent, watch.photos.resting.size]).toEqual([["x", "x"], 0]);
  });

  it("tells the trail who wanted what, and what was done", async () => {
    const watch = createWatch();
    watch.photos.add("m1", "x");
    await retry(watch, ["m1", "gone"]);
    const entry = {
      eventId: "event-1",
      entryId: "2026-11-21T10:00:00.000Z#id",
      actor: "sub-1",
      actorName: "hanako@example.org",
      action: "retryDeadLetters",
      subject: "dead-letters",
    };
    expect(watch.trail).toEqual([
      { ...entry, after: { letterIds: ["m1", "gone"] }, isDone: false },
      { ...entry, after: { letterIds: ["m1"] }, isDone: true },
    ]);
  });
});
