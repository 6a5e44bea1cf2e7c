// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Decisions, type Notice } from "./decisions.ts";
import { FakeQueue } from "./fake-queue.ts";
import { photoIn } from "./photo-list.ts";
import { meant } from "./queue-state.ts";
import { QueueStore } from "./queue-store.ts";
import { hostPhoto } from "./test-photos.ts";

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const undone = async (decisions: Decisions) => {
  const undo = decisions.undo();
  await pass(200);
  await undo;
};
const photos = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    hostPhoto(`p${String(at).padStart(3, "0")}`, { sentAt: 1_000 + at }),
  );

async function opened(count = 4) {
  const queue = new FakeQueue(photos(count));
  const store = new QueueStore("event", queue);
  const notices: Notice[] = [];
  const decisions = new Decisions("event", queue, store, (notice) => notices.push(notice));
  const stop = store.start();
  await pass(10);
  const moderated = () => queue.calls.filter(({ name }) => name === "moderate");
  const ids = () => store.view().ids;
  const stateOf = (id: string) => photoIn(store.view().list, id)?.state;
  const sayFocused = (says: "show" | "hide" | "rules") => decisions.say(says, meant(store.view()));
  return { queue, store, notices, decisions, stop, moderated, ids, stateOf, sayFocused };
}

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers();
  warn = vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a decision", () => {
  it("is seen at once, moves the focus on, and the truth comes by message", async () => {
    const { store, sayFocused, stateOf, notices, stop } = await opened();
    sayFocused("hide");
    expect(store.view().sending.get("p003")).toEqual({ says: "hide", seen: 0 });
    expect(store.view().focus).toBe("p002");
    expect(notices).toMatchObject([{ kind: "said", says: "hide", count: 1, photo: { photoId: "p003" } }]);
    await pass(200);
    expect(stateOf("p003")).toBe("hidden");
    expect(store.view().sending.size).toBe(0);
    stop();
  });

  it("of many goes in hundreds, one after the other, and is one step to undo", async () => {
    const { store, decisions, moderated, stateOf, notices, queue, stop } = await opened(230);
    await store.loadMore();
    await store.loadMore();
    const all = [...queue.rows.values()];
    store.change((view) => ({ ...view, selected: new Set(view.ids) }));
    decisions.say("show", meant(store.view()));
    expect(store.view().selected.size).toBe(0);
    await pass(500);
    expect(moderated().map((call) => call.photos?.length)).toEqual([100, 100, 30]);
    expect(all.map(({ photoId }) => stateOf(photoId))).not.toContain("pending");
    await undone(decisions);
    await pass(500);
    expect(new Set(all.map(({ photoId }) => stateOf(photoId)))).toEqual(new Set(["pending"]));
    expect(notices.at(-1)).toEqual({ kind: "undone", count: 230 });
    stop();
  });

  it("says nothing of photos for which nothing would change, nor twice of one on its way", async () => {
    const { decisions, store, moderated, stop } = await opened();
    const [first] = meant(store.view());
    if (first === undefined) throw new Error("no photo");
    decisions.say("rules", [first]);
    decisions.say("show", [first]);
    decisions.say("hide", [first]);
    await pass(200);
    expect(moderated().map(({ says }) => says)).toEqual(["show"]);
    stop();
  });

  it("that came too late tells who decided what, and shows it", async () => {
    const { queue, sayFocused, stateOf, notices, store, stop } = await opened();
    queue.isMute = true;
    queue.decide("p003", "hide", "田中");
    sayFocused("show");
    await pass(200);
    expect(stateOf("p003")).toBe("hidden");
    expect(notices.at(-1)).toMatchObject({
      kind: "refused",
      why: "changed",
      count: 1,
      photo: { decision: { says: "hide", by: "田中" } },
    });
    expect(store.view().sending.size).toBe(0);
    stop();
  });

  it("about a photo that its guest took back meanwhile takes it out", async () => {
    const { queue, sayFocused, notices, store, stop } = await opened();
    queue.isMute = true;
    queue.rows.set("p003", hostPhoto("p003", { state: "removed", version: 9 }));
    sayFocused("show");
    await pass(200);
    expect(notices.at(-1)).toMatchObject({ kind: "refused", why: "gone" });
    expect(store.view().list.photos.get("p003")?.isMissing).toBe(true);
    stop();
  });

  it("that could not be sent is taken back before the eye, and can be tried again", async () => {
    const { queue, sayFocused, notices, store, stateOf, stop } = await opened();
    queue.isDown = true;
    sayFocused("hide");
    await pass(50);
    expect(store.view().sending.size).toBe(0);
    const last = notices.at(-1);
    if (last?.kind !== "failed") throw new Error("no failure was told");
    queue.isDown = false;
    last.again();
    await pass(200);
    expect(stateOf("p003")).toBe("hidden");
    stop();
  });

  it("whose message is lost is looked up", async () => {
    const { queue, sayFocused, stateOf, store, stop } = await opened();
    queue.isMute = true;
    sayFocused("hide");
    await pass(1_000);
    expect(store.view().sending.size).toBe(1);
    await pass(2_500);
    expect(stateOf("p003")).toBe("hidden");
    expect(store.view().sending.size).toBe(0);
    stop();
  });
});

describe("undo", () => {
  it("takes the last orders back one by one, and goes to their photo", async () => {
    const { decisions, sayFocused, stateOf, store, notices, stop } = await opened();
    sayFocused("hide");
    sayFocused("show");
    await undone(decisions);
    await pass(200);
    expect([stateOf("p003"), stateOf("p002")]).toEqual(["hidden", "pending"]);
    expect(store.view().focus).toBe("p002");
    await undone(decisions);
    await pass(200);
    expect(stateOf("p003")).toBe("pending");
    expect(store.view().focus).toBe("p003");
    await undone(decisions);
    expect(notices.at(-1)).toEqual({ kind: "nothing-to-undo" });
    stop();
  });

  it("waits for an order that is still on its way", async () => {
    const { decisions, sayFocused, stateOf, queue, stop } = await opened();
    sayFocused("hide");
    void decisions.undo();
    await pass(300);
    expect(
      queue.calls.map(({ name }) => name).filter((name) => name === "moderate" || name === "undo"),
    ).toEqual(["moderate", "undo"]);
    expect(stateOf("p003")).toBe("pending");
    stop();
  });

  it("that fails can be tried again", async () => {
    const { decisions, sayFocused, queue, notices, stateOf, stop } = await opened();
    sayFocused("hide");
    await pass(200);
    queue.isDown = true;
    await undone(decisions);
    const last = notices.at(-1);
    if (last?.kind !== "failed") throw new Error("no failure was told");
    queue.isDown = false;
    last.again();
    await pass(300);
    expect(stateOf("p003")).toBe("pending");
    expect(warn).toHaveBeenCalled();
    stop();
  });
});
