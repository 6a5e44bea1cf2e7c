import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JOIN_ALPHABET, joinCodeOf, joinUrl, readJoinCode } from "./join-code.ts";

const fractions = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 6,
  maxLength: 6,
});

describe("a join code", () => {
  it("E5: is six characters of the alphabet, and is read as itself", () => {
    fc.assert(
      fc.property(fractions, (numbers) => {
        const code = joinCodeOf(numbers);
        expect(code).toHaveLength(6);
        expect([...code].every((one) => JOIN_ALPHABET.includes(one))).toBe(true);
        expect(readJoinCode(code)).toBe(code);
      }),
    );
  });

  it("E5: uses the whole alphabet", () => {
    const codes = Array.from({ length: JOIN_ALPHABET.length }, (_, index) =>
      joinCodeOf([index / JOIN_ALPHABET.length + 1e-9, 0, 0, 0, 0, 0]),
    );
    expect(codes.map((code) => code.charAt(0)).join("")).toBe(JOIN_ALPHABET);
  });

  it("E5: has no characters that are taken for each other, and no vowels", () => {
    expect(JOIN_ALPHABET).not.toMatch(/[01258OISBAEU]/);
    expect(new Set(JOIN_ALPHABET).size).toBe(JOIN_ALPHABET.length);
  });

  it.each([
    ["h7kc4m"],
    ["Ｈ７ＫＣ４Ｍ"],
    ["ｈ７ｋｃ４ｍ"],
    [" H7K C4M\n"],
    ["H7K-C4M"],
    ["H7K－C4M"],
    ["H7K—C4M"],
    ["H7Kー C4M"],
  ])("E5: is read from %j", (typed) => {
    expect(readJoinCode(typed)).toBe("H7KC4M");
  });

  it.each([
    [""],
    ["H7KC4"],
    ["H7KC4MM"],
    ["H7KC4O"],
    ["H7KC40"],
    ["help"],
    ["ランキング"],
    ["H7KC4M please"],
    ["😀😀😀😀😀😀"],
  ])("E5: is none in %j", (typed) => {
    expect(readJoinCode(typed)).toBeUndefined();
  });

  it("opens the chat with the code typed already", () => {
    expect(joinUrl("@egao", "H7KC4M")).toBe("https://line.me/R/oaMessage/%40egao/?H7KC4M");
  });
});
