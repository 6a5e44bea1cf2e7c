import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { readChatCommand } from "../chat-command.ts";
import { chatNotes, type Refusal } from "./bot-words.ts";
import { botWords } from "./bot.ts";
import { eventWords } from "./event-words.ts";

const event = {
  title: "山田家 披露宴",
  language: "ja",
  opensAt: Date.UTC(2026, 10, 22, 5, 0),
  retentionEndsAt: Date.UTC(2027, 1, 20, 15, 0),
} as const;
const refusals: readonly Refusal[] = [
  "no-face",
  "unreadable",
  "unsupported-type",
  "too-large",
  "duplicate",
  "blocked",
  "not-yet-open",
  "closed",
  "time-up",
  "no-event",
  "which-event",
  "unknown-code",
  "banned",
  "off-screen",
  "over-limit",
];

describe("what the bot says", () => {
  it("says the sentence that hosts of the first event know", () => {
    expect(botWords.ja.refusal("unreadable", undefined)).toBe("画像がうまく読み込めませんでした。");
  });

  it.each(languages)("%s: every refusal has a sentence of its own", (language) => {
    for (const told of [undefined, eventWords(event, language)]) {
      const sentences = refusals.map((reason) => botWords[language].refusal(reason, told));
      expect(new Set(sentences).size).toBe(refusals.length);
      expect(sentences.join("")).not.toMatch(/undefined|「」|\$\{/);
    }
  });

  it.each(languages)(
    "%s: P7 the limit is told with its number, and without one where it is not known",
    (language) => {
      const told = (photosPerGuest?: number): string =>
        botWords[language].refusal(
          "over-limit",
          eventWords({ ...event, rules: photosPerGuest === undefined ? {} : { photosPerGuest } }, language),
        );
      expect(told(7)).toContain("7");
      expect(told(1)).not.toBe(told(7));
      expect(told()).not.toMatch(/undefined|\d/);
      expect(botWords[language].refusal("over-limit", undefined)).toBe(told());
    },
  );

  it.each(languages)("%s: every note has a sentence of its own, and K3 tells the name", (language) => {
    const words = botWords[language];
    const sentences = chatNotes.map((note) => words.note(note, "花子"));
    expect(new Set(sentences).size).toBe(chatNotes.length);
    for (const note of ["renamed", "name-held", "named-by-host"] as const)
      expect(words.note(note, "Zoë")).toContain("Zoë");
    expect(words.ownPlace(3, "142.6pt")).toMatch(/3.*142\.6pt/);
  });

  it.each(languages)("%s: K4 the choice of a language is confirmed in it", (language) => {
    const sentence = { ja: "日本語", en: "English", "zh-Hant": "中文" }[language];
    expect(botWords[language].note("language-chosen", "")).toContain(sentence);
  });

  it.each(languages)("%s: K3 the example of a name is a command", (language) => {
    const example = botWords[language].note("how-to-rename", "").split("\n")[1] ?? "";
    const [, command = ""] = /[:：] ?(.+)$/u.exec(example) ?? [];
    expect(readChatCommand(command)).toMatchObject({ kind: "rename", name: expect.stringMatching(/\S/) });
  });

  it.each(languages)("%s: labels fit into LINE's buttons", (language) => {
    const words = botWords[language];
    expect([...words.camera].length).toBeLessThanOrEqual(20);
    expect([...words.album].length).toBeLessThanOrEqual(20);
    expect([...words.openMyPage].length).toBeLessThanOrEqual(40);
  });

  it.each(languages)(
    "%s: the greeting names the event's last day and how to take a photo back",
    (language) => {
      const told = eventWords(event, language);
      expect(botWords[language].privacy(told)).toContain(told.deletedAt);
      expect(botWords[language].privacy(told)).toMatch(/送信取消|Unsend|收回/);
    },
  );

  it.each(languages)("%s: names a met mission in the host's words", (language) => {
    const words = botWords[language];
    expect(words.missionMet("ケーキを撮る")).toContain("ケーキを撮る");
    expect(words.moreOnMyPage(12)).toContain("12");
    expect(words.facelessHint).not.toBe(words.hint(1));
  });

  it("tells times where the hall stands", () => {
    expect(eventWords(event, "ja")).toMatchObject({
      opensAt: "11月22日(日) 14:00",
      deletedAt: "2027年3月7日",
    });
    expect(eventWords({ ...event, language: "zh-Hant" }, "zh-Hant").opensAt).toContain("13:00");
    expect(eventWords(event, "en").opensAt).toContain("22 November");
  });

  it("counts places as English does", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(botWords.en.place)).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "12th",
      "13th",
      "21st",
      "112th",
    ]);
  });
});
