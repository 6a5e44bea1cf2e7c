import { describe, expect, it } from "vitest";
import { emptyList, hearPhotos, readPage, type Tab, tabs } from "./photo-list.ts";
import {
  allSelected,
  canSay,
  emptyState,
  focused,
  inTab,
  meant,
  moved,
  movedOn,
  type QueueState,
  settled,
  tidied,
  toggled,
  withList,
} from "./queue-state.ts";
import { hostPhoto } from "./test-photos.ts";

const NOW = 100_000;
/** `e` is the newest; all wait. */
const names = ["e", "d", "c", "b", "a"];
const photoAt = (id: string, change = {}) =>
  hostPhoto(id, { sentAt: 1_000 + (id.codePointAt(0) ?? 0), ...change });
const pageOf = (tab: Tab, ids: readonly string[], nextToken: string | null = null) => ({
  tab,
  after: null,
  photos: ids.map((id) => photoAt(id)),
  nextToken,
  askedAt: NOW,
});
const whole = tabs.reduce(
  (list, tab) => readPage(list, pageOf(tab, tab === "pending" || tab === "all" ? names : [])),
  emptyList,
);
const begun = withList(emptyState, whole);
const heard = (state: QueueState, ...photos: ReturnType<typeof hostPhoto>[]) =>
  withList(state, hearPhotos(state.list, photos, NOW + 1));
const decided = (id: string, change = {}) =>
  photoAt(id, { state: "shown", reason: null, version: 2, ...change });

describe("the grid", () => {
  it("begins with the newest photo", () => {
    expect(begun.ids).toEqual(names);
    expect(begun.focus).toBe("e");
  });

  it("keeps its order while photos come and go, and counts what has come", () => {
    const later = heard(begun, decided("d"), photoAt("g"), photoAt("f"));
    expect(later.ids).toEqual(names);
    expect(later.newcomers).toBe(2);
    expect(settled(later).ids).toEqual(["g", "f", "e", "c", "b", "a"]);
    expect(settled(later).newcomers).toBe(0);
  });

  it("lets photos in at once while it is empty", () => {
    const empty = withList(emptyState, readPage(emptyList, pageOf("pending", [])));
    expect(heard(empty, photoAt("f")).ids).toEqual(["f"]);
  });

  it("appends older pages where they belong", () => {
    const first = withList(emptyState, readPage(emptyList, pageOf("pending", ["e", "d"], "more")));
    const busy = heard(first, photoAt("f"));
    const second = withList(busy, readPage(busy.list, { ...pageOf("pending", ["c", "b"]), after: 1_100 }));
    expect(second.ids).toEqual(["e", "d", "c", "b"]);
    expect(second.newcomers).toBe(1);
  });

  it("is tidied of what has left, except what the host looks at", () => {
    const later = heard(focused(begun, "d"), decided("d"), decided("c"), photoAt("f"));
    expect(tidied(later, true)).toMatchObject({ ids: ["e", "d", "b", "a"], focus: "d" });
    expect(tidied(begun, true)).toBe(begun);
  });

  it("is tidied of everything that has left when nobody looks at the large view", () => {
    const later = heard(focused(begun, "d"), decided("d"), decided("c"), photoAt("f"));
    expect(tidied(later, false)).toMatchObject({ ids: ["e", "b", "a"], focus: "b" });
  });

  it("keeps a photo that comes back where it stood", () => {
    const gone = heard(begun, decided("d"));
    expect(heard(gone, photoAt("d", { version: 3 })).ids).toEqual(names);
  });
});

describe("the focus", () => {
  it("stops at both ends", () => {
    expect(moved(begun, -1).focus).toBe("e");
    expect(moved(begun, 2).focus).toBe("c");
    expect(moved(begun, 99).focus).toBe("a");
  });

  it("goes on to the next waiting photo, over those that are decided, and back up from the last", () => {
    const state = heard(focused(begun, "d"), decided("c"));
    expect(movedOn(state, ["d"]).focus).toBe("b");
    expect(movedOn(focused(state, "a"), ["a"]).focus).toBe("b");
  });

  it("stays when another photo is decided, and when nothing waits any more", () => {
    expect(movedOn(begun, ["c"]).focus).toBe("e");
    const none = heard(begun, ...["d", "c", "b", "a"].map((id) => decided(id)));
    expect(movedOn(none, ["e"]).focus).toBe("e");
  });

  it("passes on to the nearest neighbour when its photo is settled away", () => {
    expect(settled(heard(focused(begun, "c"), decided("c"))).focus).toBe("b");
    expect(settled(heard(focused(begun, "a"), decided("a"))).focus).toBe("b");
  });

  it("stays on the same photo in another tab that holds it", () => {
    expect(inTab(focused(begun, "c"), "all").focus).toBe("c");
    expect(inTab(focused(begun, "c"), "hidden").focus).toBeNull();
  });
});

describe("the selection", () => {
  it("takes a range from the last photo that was touched, either way, without decided ones", () => {
    const state = heard(begun, decided("c"));
    const down = toggled(toggled(state, "d", false), "a", true);
    expect([...down.selected].toSorted()).toEqual(["a", "b", "d"]);
    const up = toggled(toggled(state, "a", false), "d", true);
    expect([...up.selected].toSorted()).toEqual(["a", "b", "d"]);
  });

  it("is what a decision means; without one the focused photo", () => {
    expect(meant(begun).map(({ photoId }) => photoId)).toEqual(["e"]);
    expect(meant(toggled(begun, "b", false)).map(({ photoId }) => photoId)).toEqual(["b"]);
    expect(meant(toggled(toggled(begun, "b", false), "b", false)).map(({ photoId }) => photoId)).toEqual([
      "e",
    ]);
  });

  it("of everything holds what is in the tab now", () => {
    expect([...allSelected(heard(begun, decided("c"))).selected]).toEqual(["e", "d", "b", "a"]);
  });

  it("ends with the tab", () => {
    expect(inTab(toggled(begun, "b", false), "all").selected.size).toBe(0);
  });
});

describe("a choice on its way", () => {
  const sending = { ...begun, sending: new Map([["d", { says: "show", seen: 0 } as const]]) };

  it("has arrived when the photo tells of a new decision, or is gone", () => {
    const decision = { says: "show", by: "佐藤", at: NOW, count: 1 } as const;
    expect(heard(sending, photoAt("d", { version: 2 })).sending.size).toBe(1);
    expect(heard(sending, photoAt("d", { version: 2, decision })).sending.size).toBe(0);
    expect(heard(sending, photoAt("d", { version: 2, state: "removed" })).sending.size).toBe(0);
  });
});

describe("what can be said", () => {
  const says = ["show", "hide", "rules"] as const;
  const decision = (word: "show" | "hide" | null) => ({ says: word, by: "佐藤", at: 1, count: 1 });
  it.each([
    ["a waiting photo", {}, ["show", "hide"]],
    ["a waiting photo without a picture", { size: null }, ["hide"]],
    ["a shown photo", { state: "shown" }, ["hide"]],
    ["a photo that a host showed", { state: "shown", decision: decision("show") }, ["hide", "rules"]],
    ["a photo that a host hid", { state: "hidden", decision: decision("hide") }, ["show", "rules"]],
    [
      "a photo that was just hidden",
      { state: "shown", decision: decision("hide") },
      ["show", "hide", "rules"],
    ],
    ["a removed photo", { state: "removed", decision: decision("hide") }, []],
  ] as const)("of %s", (_, change, expected) => {
    expect(says.filter((each) => canSay(hostPhoto("x", change), each))).toEqual(expected);
  });
});
