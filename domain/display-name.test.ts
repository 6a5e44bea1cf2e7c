import { describe, expect, it } from "vitest";
import { displayNameOf } from "./display-name.ts";

describe("N1: a display name", () => {
  it("stays as it is when nothing is wrong with it", () => {
    expect(displayNameOf("佐藤 花子🌸", "ゲスト")).toBe("佐藤 花子🌸");
  });

  it.each([undefined, "", " \u3000 ", "\u0007\n", "\u202e", "\u200b"])(
    "falls back when nothing is visible: %j",
    (name) => {
      expect(displayNameOf(name, "ゲスト")).toBe("ゲスト");
    },
  );

  it("is one line and turns no text around", () => {
    expect(displayNameOf("a\nb\u202ec", "ゲスト")).toBe("a b c");
  });

  it("is cut at 40 characters as people count them, never inside an emoji", () => {
    expect(displayNameOf("👨‍👩‍👧".repeat(41), "ゲスト")).toBe("👨‍👩‍👧".repeat(40));
  });
});
