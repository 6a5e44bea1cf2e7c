import { expect, it } from "vitest";
import { anEntry, photosBy } from "./test-trail.ts";
import { undoWay } from "./undo-way.ts";

const nothing: ReadonlySet<string> = new Set();
const hid = (count: number) =>
  anEntry(1, {
    action: "moderatePhotos",
    after: photosBy(
      "g1",
      "hide",
      Array.from({ length: count }, (_, i) => `p${i}`),
    ),
  });

it("asks first where many things change", () => {
  expect(undoWay(hid(5), nothing, undefined)).toEqual({ kind: "action", warns: null });
  expect(undoWay(hid(6), nothing, undefined)).toEqual({ kind: "action", warns: "photos" });
  expect(undoWay(anEntry(1, { after: { isBanned: true } }), nothing, undefined)).toEqual({
    kind: "action",
    warns: "guest",
  });
  for (const action of ["changeGuest", "updateEvent", "undoAction"]) {
    const way = undoWay(anEntry(1, { action }), nothing, undefined);
    expect(way).toEqual({ kind: "action", warns: null });
  }
});

it("takes back only the newest change of the rules", () => {
  const rules = anEntry(1, { action: "changeRules" });
  expect(undoWay(rules, nothing, rules.entryId)).toEqual({ kind: "rules" });
  expect(undoWay(rules, nothing, "a newer one")).toEqual({ kind: "none" });
});

it("takes back nothing that came to nothing, was undone, or cannot be undone from here", () => {
  expect(undoWay(anEntry(1, { isDone: false }), nothing, undefined)).toEqual({ kind: "none" });
  expect(undoWay(anEntry(1), new Set([anEntry(1).entryId]), undefined)).toEqual({ kind: "none" });
  for (const action of ["createEvent", "renewBoard", "setStage", "retryDeadLetters"]) {
    expect(undoWay(anEntry(1, { action }), nothing, undefined)).toEqual({ kind: "none" });
  }
});
