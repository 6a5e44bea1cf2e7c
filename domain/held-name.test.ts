import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guestNameUnder, isNameHeld } from "./held-name.ts";

const words = ["バカ", "idiot", "笨蛋"];

describe("names under the event's list of words", () => {
  it("N2: a name without any of the words is shown as it is", () => {
    expect(guestNameUnder(words, "花子", "ゲスト")).toEqual({ displayName: "花子" });
    expect(guestNameUnder([], "バカ", "ゲスト")).toEqual({ displayName: "バカ" });
  });

  it.each(["バカ花子", "ばか", "ﾊﾞｶ", "バ カ", "バ★カ", "ＩＤＩＯＴ", "I.d.i.o.t", "小笨蛋"])(
    "N2: width, case, kana, marks and spaces make no difference: %s",
    (name) => {
      expect(guestNameUnder(words, name, "ゲスト")).toEqual({ displayName: "ゲスト", heldName: name });
    },
  );

  it("N2: what waits for a host is the name as N1 would show it", () => {
    const told = `idiot\n${"あ".repeat(60)}`;
    expect(guestNameUnder(words, told, "Guest").heldName).toBe(`idiot ${"あ".repeat(34)}`);
  });

  it("N2: a word that is nowhere in what would be shown holds nothing back", () => {
    expect(guestNameUnder(words, `${"あ".repeat(40)}idiot`, "Guest")).toEqual({
      displayName: "あ".repeat(40),
    });
  });

  it("N1, N2: a guest without a name is called by the word for a guest, which nobody has to decide about", () => {
    expect(guestNameUnder(words, undefined, "ゲスト")).toEqual({ displayName: "ゲスト" });
    expect(guestNameUnder(["ゲスト"], " ", "ゲスト")).toEqual({ displayName: "ゲスト" });
  });

  it("N2: entries of the list without a letter hold nobody back", () => {
    expect(guestNameUnder(["", " ", "★"], "★花子★", "ゲスト")).toEqual({ displayName: "★花子★" });
  });

  it("N2: whatever stands around a word of the list, the name is not shown", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 15 }), fc.string({ maxLength: 15 }), (before, after) => {
        expect(guestNameUnder(words, `${before}Idiot${after}`, "Guest").displayName).toBe("Guest");
      }),
    );
  });

  it("N3: a name that a host gave is held back no more", () => {
    expect(isNameHeld({ heldName: "バカ", isNamedByHost: false })).toBe(true);
    expect(isNameHeld({ heldName: "バカ", isNamedByHost: true })).toBe(false);
    expect(isNameHeld({ heldName: null, isNamedByHost: false })).toBe(false);
  });
});
