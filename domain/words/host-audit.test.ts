import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { hostAuditWords } from "./host-audit.ts";
import { hostGuestsWords } from "./host-guests.ts";

/** Every text of a tree of words; functions are asked with a name and numbers. */
function texts(words: unknown): readonly string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") {
    const told: unknown = words.length > 1 ? words(["健"], 2, "表示中", "1.0pt") : words(2);
    return texts(told);
  }
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(texts) : [];
}

describe.each(languages)("the words for guests and the history in %s", (language) => {
  it("are all there", () => {
    const all = [...texts(hostGuestsWords[language]), ...texts(hostAuditWords[language])];
    expect(all.length).toBeGreaterThan(120);
    expect(all.filter((text) => text.trim() === "" || text.includes("undefined"))).toEqual([]);
  });

  it("tell deeds apart, and name the guest", () => {
    const { done } = hostGuestsWords[language];
    const { guest, photos } = hostAuditWords[language].deeds;
    for (const sentences of [Object.values(done), Object.values(guest)]) {
      const told = sentences.map((tell) => tell("健"));
      expect(new Set(told).size).toBe(told.length);
      expect(told.every((sentence) => sentence.includes("健"))).toBe(true);
    }
    const told = Object.values(photos).map((tell) => tell("健", 3));
    expect(new Set(told).size).toBe(3);
    expect(told.every((sentence) => /健.*3|3.*健/.test(sentence))).toBe(true);
  });
});
