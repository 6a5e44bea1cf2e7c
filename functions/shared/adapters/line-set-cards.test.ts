import type { messagingApi } from "@line/bot-sdk";
import { describe, expect, it } from "vitest";
import { languages } from "#domain/language";
import { botWords } from "#domain/words/bot";
import { mostInSet, type SetAnswer } from "../ports/guest-messenger.ts";
import { all, card, nothingMore, rendered, setAnswersIn } from "./example-answers.ts";
import { earlierMessages } from "./line-messages.ts";

describe("A4: the answer to a set", () => {
  const score = (position: number, points: number) => ({
    position,
    answer: { ...card, score: points, best: 99 },
  });
  const set: SetAnswer = {
    kind: "set",
    language: "ja",
    results: [
      score(1, 80),
      { position: 2, answer: { kind: "refused", language: "ja", reason: "no-face" } },
      score(3, 99),
      {
        position: 4,
        answer: {
          kind: "waiting",
          language: "ja",
          photoId: "9",
          score: 50,
          faces: 1,
          counted: 1,
          ...nothingMore,
        },
      },
    ],
    sent: 4,
    stillReading: 0,
  };
  const many = (count: number, stillReading = 0): SetAnswer => ({
    ...set,
    results: Array.from({ length: count }, (_, at) => score(at + 1, at + 1)),
    sent: count + stillReading,
    stillReading,
  });
  const bubblesOf = (message: unknown): messagingApi.FlexBubble[] => {
    const { contents } = message as messagingApi.FlexMessage; // an answer to a set holds nothing else
    return contents.type === "carousel" ? contents.contents : [];
  };

  it.each([
    ["ja", "4枚の結果：最高 99.0pt ・ 3位"],
    ["en", "Your 4 photos, best 99.0pt ・ 3rd"],
    ["zh-Hant", "4 張照片，最高 99.0pt ・ 第 3 名"],
  ] as const)("%s: sums up in the list of chats", (language, altText) => {
    expect(rendered({ ...set, language })).toMatchObject([{ type: "flex", altText }]);
  });

  it.each(languages)("%s: sums up what gave no points, too", (language) => {
    const results = set.results.filter(({ answer }) => answer.kind === "refused");
    const [message] = rendered({ ...set, language, results: [...results, ...results] });
    expect(message).toMatchObject({ altText: botWords[language].setTold(2, undefined) });
  });

  it("has a card for each photo, in their order, with its number", () => {
    const [message] = rendered(set);
    const bubbles = bubblesOf(message);
    expect(bubbles.map((bubble) => all(bubble, "text")[0])).toEqual(["1 / 4", "2 / 4", "3 / 4", "4 / 4"]);
    expect(bubbles.map(({ hero }) => hero !== undefined)).toEqual([true, false, true, false]);
    expect(all(bubbles[0], "text")).toEqual(expect.arrayContaining(["80.0pt", "2人", "3位"]));
    expect(all(bubbles[1], "text")[1]).toBe(botWords.ja.refusal("no-face", undefined));
    expect(all(bubbles[2], "text")).toContain("自己ベストです！");
    expect(all(bubbles[3], "text")).toEqual(expect.arrayContaining(["50.0pt", "確認待ち"]));
    expect(all(bubbles[3], "uri")).toEqual(["https://liff.line.me/1234567890-AbcdEfgh/me/photos/9"]);
  });

  it.each([
    [1, [1]],
    [12, [12]],
    [13, [12, 1]],
    [mostInSet(0), [12, 12, 12, 12]],
  ])("%i photos: cards by the dozen, and each message says which", (count, sizes) => {
    const messages = rendered(many(count));
    expect(messages.map((message) => bubblesOf(message).length)).toEqual(sizes);
    const ranges = all(messages, "altText").map((text) => /\d+–\d+ \/ \d+$/.exec(String(text))?.[0]);
    if (count === 13) expect(ranges).toEqual(["1–12 / 13", "13–13 / 13"]);
    if (sizes.length === 1) expect(ranges).toEqual([undefined]);
    expect(messages.map((message) => "quickReply" in message)).toEqual(
      sizes.map((_, at) => at === sizes.length - 1),
    );
  });

  it.each(languages)("%s: says how many are still to come", (language) => {
    const [first, ...carousels] = rendered({ ...many(mostInSet(2), 2), language });
    expect(first).toMatchObject({ type: "text", text: expect.stringMatching(/2/) });
    expect(carousels).toHaveLength(3);
    expect(botWords[language].stillReading(1)).not.toContain("2");
  });

  it.each(languages)(
    "%s: keeps LINE's limits beside earlier results, whatever became of the photos",
    (language) => {
      const earlier = earlierMessages([{ kind: "score", score: 1, missions: [] }], language);
      for (const answer of setAnswersIn(language)) {
        const messages = [...earlier, ...rendered(answer)];
        expect(messages.length).toBeLessThanOrEqual(5);
        const carousels = messages.filter(({ type }) => type === "flex");
        expect(carousels.length).toBeGreaterThan(0);
        for (const carousel of carousels) {
          const bubbles = bubblesOf(carousel);
          expect(bubbles.length).toBeGreaterThan(0);
          expect(bubbles.length).toBeLessThanOrEqual(12);
          expect(new Set(bubbles.map(({ size }) => size)).size).toBe(1);
          expect(Buffer.byteLength(JSON.stringify(all(carousel, "contents")[0]))).toBeLessThan(50_000);
        }
      }
    },
  );
});
