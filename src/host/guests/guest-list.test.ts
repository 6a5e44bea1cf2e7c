import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostGuest } from "../../backend/host-guest.ts";
import { countGuests, type GuestView, mergeGuests, selectGuests } from "./guest-list.ts";
import { aGuest } from "./test-guests.ts";

const collator = new Intl.Collator("ja");
const everybody: GuestView = { search: "", filter: "all", sort: "score" };
const guests = (...all: readonly HostGuest[]) => mergeGuests(new Map(), all);
const ids = (known: ReturnType<typeof guests>, view: Partial<GuestView>) =>
  selectGuests(known, { ...everybody, ...view }, collator).map(({ guestId }) => guestId);

describe("what is read and heard of guests", () => {
  it("ends in the newest versions, whatever comes first", () => {
    const rows = ["a", "b"].flatMap((guestId) =>
      [1, 2, 3].map((version) => aGuest({ guestId, version, score: version })),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(5), (shuffled, cut) => {
        const known = mergeGuests(mergeGuests(new Map(), shuffled.slice(0, cut)), shuffled.slice(cut));
        expect([...known.values()].map(({ version }) => version)).toEqual([3, 3]);
      }),
    );
  });

  it("is the same object while nothing is new, so that nothing is drawn again", () => {
    const known = guests(aGuest({ guestId: "a", version: 2 }));
    expect(mergeGuests(known, [aGuest({ guestId: "a", version: 1 })])).toBe(known);
    expect(mergeGuests(known, [aGuest({ guestId: "a", version: 2 })])).toBe(known);
    expect(mergeGuests(known, [])).toBe(known);
  });
});

describe("K6: who has left", () => {
  it("is not among the guests any more, but for a ban that can be lifted", () => {
    const known = guests(
      aGuest({ guestId: "here" }),
      aGuest({ guestId: "left", hasLeft: true }),
      aGuest({ guestId: "banned", hasLeft: true, bannedAt: 1 }),
    );
    expect(ids(known, {}).toSorted()).toEqual(["banned", "here"]);
    expect(countGuests(known)).toEqual({ all: 2, held: 0, banned: 1, excluded: 0 });
  });
});

describe("who is shown", () => {
  const known = guests(
    aGuest({ guestId: "emma", displayName: "Emma Ｓｍｉｔｈ", score: 90, photos: 1 }),
    aGuest({ guestId: "sato", displayName: "佐藤 花子", reading: "さとう はなこ", score: 120, photos: 2 }),
    aGuest({ guestId: "held", displayName: "ゲスト", heldName: "バカ大将", photos: 9 }),
    aGuest({
      guestId: "named",
      displayName: "たろう",
      heldName: "バカ太郎",
      isNamedByHost: true,
      score: 120,
      photos: 3,
    }),
    aGuest({ guestId: "banned", displayName: "★", bannedAt: 5 }),
    aGuest({ guestId: "bride", displayName: "新婦", isExcluded: true }),
  );

  it.each([
    ["smith", ["emma"]],
    ["ＥＭＭＡ", ["emma"]],
    ["サトウ", ["sato"]],
    ["さとうはな", ["sato"]],
    ["佐藤花子", ["sato"]],
    // N2: the host knows the guest by the own name, too.
    ["ばか", ["named", "held"]],
    ["★", ["banned"]],
    ["nobody", []],
  ])("finds %s by name or reading, whatever its width, case, kana and spaces", (search, found) => {
    expect(ids(known, { search })).toEqual(found);
  });

  it("passes only those of a filter, and counts them", () => {
    expect(ids(known, { filter: "held" })).toEqual(["held"]);
    expect(ids(known, { filter: "banned" })).toEqual(["banned"]);
    expect(ids(known, { filter: "excluded" })).toEqual(["bride"]);
    expect(countGuests(known)).toEqual({ all: 6, held: 1, banned: 1, excluded: 1 });
  });

  it("orders by points, by photos and by how names are said", () => {
    expect(ids(known, { sort: "score" }).slice(0, 3)).toEqual(["named", "sato", "emma"]);
    expect(ids(known, { sort: "photos" }).slice(0, 3)).toEqual(["held", "named", "sato"]);
    const byName = ids(known, { sort: "name" });
    expect(byName.indexOf("sato")).toBeLessThan(byName.indexOf("named"));
  });
});
