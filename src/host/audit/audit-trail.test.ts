import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { emptyTrail, hearEntries, inOrder, readNewest, readOlder, undoneBy } from "./audit-trail.ts";
import { anEntry } from "./test-trail.ts";

const minutes = (...ago: readonly number[]) => ago.map((each) => anEntry(each));
const page = (entries: readonly AuditEntry[], nextToken: string | null = null) => ({ entries, nextToken });
const agoOf = (trail: Parameters<typeof inOrder>[0]) =>
  inOrder(trail).map(({ at }) => (anEntry(0).at - at) / 60_000);

describe("what is known of the trail", () => {
  it("is the newest page, older pages, and what is heard, the newest first", () => {
    let trail = readNewest(emptyTrail, page(minutes(3, 4), "2"));
    trail = readOlder(trail, page(minutes(5, 6)));
    trail = hearEntries(trail, minutes(1));
    trail = hearEntries(trail, minutes(2));
    expect(agoOf(trail)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(trail.nextToken).toBeNull();
  });

  it("stays when the newest page is read again, and grows by what it brings", () => {
    let trail = readNewest(emptyTrail, page(minutes(3, 4), "2"));
    trail = readOlder(trail, page(minutes(5, 6), "4"));
    trail = readNewest(trail, page(minutes(2, 3), "2"));
    expect(agoOf(trail)).toEqual([2, 3, 4, 5, 6]);
    expect(trail.nextToken).toBe("4");
  });

  it("begins anew where more happened unheard than a page holds: a gap is never shown as if it were none", () => {
    let trail = readNewest(emptyTrail, page(minutes(30, 40), "2"));
    // Heard after the gap, before the page was read.
    trail = hearEntries(trail, minutes(1));
    trail = readNewest(trail, page(minutes(2, 3), "2"));
    expect(agoOf(trail)).toEqual([1, 2, 3]);
    expect(trail.nextToken).toBe("2");
  });

  it("takes a whole trail that fits one page for what it is", () => {
    const trail = readNewest(readNewest(emptyTrail, page([])), page(minutes(1, 2)));
    expect(agoOf(trail)).toEqual([1, 2]);
  });

  it("knows that an order was carried out, whatever is read late", () => {
    const planned = anEntry(1, { isDone: false });
    const done = anEntry(1);
    const trail = readNewest(hearEntries(hearEntries(emptyTrail, [planned]), [done]), page([planned]));
    expect(inOrder(trail)).toEqual([done]);
  });
});

describe("what was taken back", () => {
  const hid = anEntry(3);
  const undo = anEntry(2, { action: "undoAction", undoes: hid.entryId });
  const redo = anEntry(1, { action: "undoAction", undoes: undo.entryId });

  it("is told by the undo, and holds again when the undo was undone", () => {
    expect([...undoneBy([undo, hid])]).toEqual([[hid.entryId, undo]]);
    expect([...undoneBy([redo, undo, hid])]).toEqual([[undo.entryId, redo]]);
  });

  it("is not told by an undo that came to nothing", () => {
    expect(undoneBy([{ ...undo, isDone: false }, hid]).size).toBe(0);
  });
});
