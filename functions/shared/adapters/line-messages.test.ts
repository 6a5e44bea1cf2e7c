import type { messagingApi } from "@line/bot-sdk";
import { describe, expect, it } from "vitest";
import { readChatCommand } from "#domain/chat-command";
import { languages } from "#domain/language";
import { botWords } from "#domain/words/bot";
import { chatNotes, type Refusal } from "#domain/words/bot-words";
import { eventWords } from "#domain/words/event-words";
import type { Answer, ScoreCard } from "../ports/guest-messenger.ts";
import {
  all,
  card,
  event,
  everything,
  image,
  nothingMore,
  reasons,
  rendered,
  setAnswersIn,
} from "./example-answers.ts";
import { earlierMessages } from "./line-messages.ts";

/** As long as names may be (N1). */
const head = [1, 2, 2, 4, 5].map((place) => ({ place, displayName: "花".repeat(40), score: 9_999.9 }));

/** Everything the bot can say in one language. */
const answersIn = (language: ScoreCard["language"]): Answer[] => [
  { ...card, language },
  { ...card, language, score: 0, faces: 1, counted: 1, width: 100, height: 900, best: 90 },
  { ...card, ...everything, language },
  { ...card, ...everything, language, faces: 0, counted: 0, score: 0 },
  { kind: "waiting", language, photoId: "1001", score: 80, faces: 40, ...everything },
  { kind: "waiting", language, photoId: "1001", score: 80, faces: 1, counted: 1, ...nothingMore },
  { kind: "received", language, photoId: "1001" },
  ...setAnswersIn(language),
  { kind: "greeting", language },
  { kind: "greeting", language, event },
  { kind: "greeting", language, event, hint: "not-yet-open" },
  { kind: "greeting", language, event, hint: "closed" },
  { kind: "greeting", language, hint: "which-event" },
  { kind: "help", language, event },
  { kind: "help", language },
  { kind: "ranking", language, top: [], isExcluded: false },
  { kind: "ranking", language, top: head, own: { place: 12, score: 34.5 }, isExcluded: false },
  { kind: "ranking", language, top: head, isExcluded: true },
  { kind: "my-page", language },
  { kind: "confirm-leaving", language },
  ...chatNotes.map((note): Answer => ({ kind: "note", language, note, name: "花子" })),
  ...reasons.flatMap((reason): Answer[] => [
    { kind: "refused", language, reason },
    { kind: "refused", language, reason, event },
    { kind: "refused", language, reason, event: { ...event, rules: { photosPerGuest: 3 } } },
  ]),
];

/** Every text that needs nothing put into it. */
const sentencesOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
};

describe("the score card", () => {
  it("says happiness and place already in the list of chats", () => {
    expect(rendered(card)).toMatchObject([{ type: "flex", altText: "幸福度 142.6pt ・ 3位" }]);
  });

  it("shows picture, points, faces, place and the way to the own page", () => {
    const [message] = rendered(card);
    expect(all(message, "text")).toEqual(
      expect.arrayContaining(["142.6pt", "2人", "3位", "自己ベストです！"]),
    );
    expect(all(message, "url")).toEqual([`https://cdn.example/${image}.jpg`]);
    expect(all(message, "aspectRatio")).toEqual(["1024:768"]);
    const page = "https://liff.line.me/1234567890-AbcdEfgh/me/photos/1001";
    const { quickReply: _quickReply, ...shown } = message as messagingApi.FlexMessage; // a card is one
    expect(new Set(all(shown, "uri"))).toEqual(new Set([page]));
  });

  it("says nothing of a best while the photo is the guest's only one", () => {
    const { best: _best, ...first } = card;
    expect(all(rendered(first), "text").join()).not.toContain("ベスト");
  });

  it("S7 says why in small grey lines right below the points, and no more than a phone has room for", () => {
    const why = ["2人の幸福度を合わせて、142.6ptです。", "3人目は小さく写っているため、得点に入りません。"];
    const [message] = rendered({ ...card, faces: 3, counted: 2, why });
    const texts = all(message, "text").map(String);
    expect(texts.slice(texts.indexOf("142.6pt") + 1, texts.indexOf("写っている人"))).toEqual(why);
    const many = all(rendered({ ...card, ...everything }), "text").join("\n");
    expect(many.match(/得点に入りません/g)).toHaveLength(3);
    expect(many).toContain("ほか97件は");
  });

  it("S7 neither promises points for every face where some gave none, nor thinks the others sad", () => {
    const full = { ...card, score: 285, faces: 10, counted: 10, best: 285 };
    expect(all(rendered(full), "text").join()).toMatch(/とびきりの笑顔で.*得点アップ/);
    const capped = all(rendered({ ...full, counted: 3 }), "text").join();
    expect(capped).toContain("最高の笑顔");
    expect(capped).not.toMatch(/得点アップ|とびきり/);
  });

  it.each([
    ["ja", "★ ケーキを撮る 達成！"],
    ["en", "★ ケーキを撮る: done!"],
    ["zh-Hant", "★ ケーキを撮る 達成！"],
  ] as const)("C1 %s: has a line for each mission that was met", (language, line) => {
    const [message] = rendered({ ...card, language, missions: ["ケーキを撮る", "五人で"] });
    expect(all(message, "text")).toContain(line);
    expect(all(message, "altText").join()).toContain(line);
    expect(all(message, "text").join()).toContain("五人で");
    expect(all(message, "text")).toContain("142.6pt");
  });

  it("C5 speaks of the mission, not of points, when nobody is on the photo", () => {
    const faceless = {
      faces: 0,
      counted: 0,
      score: 0,
      why: ["得点になるお顔がありませんでした。"],
      missions: ["ケーキを撮る"],
    };
    const [message] = rendered({ ...card, ...faceless });
    expect(all(message, "text").slice(0, 2)).toEqual(["ミッション達成！", "★ ケーキを撮る 達成！"]);
    expect(all(message, "altText")).toEqual(["ミッション達成！ ・ 3位 ・ ★ ケーキを撮る 達成！"]);
    expect(all(message, "text").join()).not.toMatch(/0\.0pt|とびきり|0人|お顔がありません/);
    expect(all(message, "text").join()).not.toContain("自己ベスト");
    const [waiting] = rendered({ kind: "waiting", language: "ja", photoId: "1", ...faceless });
    expect(all(waiting, "altText")).toEqual(["ミッション達成！ ・ 確認待ち ・ ★ ケーキを撮る 達成！"]);
    expect(all(waiting, "text").join()).not.toContain("0.0pt");
  });

  it("C5 says nothing of a best that has no points", () => {
    const zero = { ...card, faces: 0, counted: 0, score: 0, best: 0, missions: ["ケーキを撮る"] };
    expect(all(rendered(zero), "text").join()).not.toContain("ベスト");
  });

  it("never fills the phone with a tall picture", () => {
    expect(all(rendered({ ...card, width: 300, height: 1_024 }), "aspectRatio")).toEqual(["300:540"]);
  });

  it("has no picture while the photo waits for a host", () => {
    const facts = { photoId: "1", score: 142.6, faces: 2, counted: 2, ...nothingMore };
    const [message] = rendered({ kind: "waiting", language: "ja", ...facts });
    expect(message).toMatchObject({ altText: "幸福度 142.6pt ・ 確認待ち" });
    expect(all(message, "url")).toEqual([]);
  });
});

describe("A2: results that were not told in time", () => {
  it.each(languages)("%s: stand together in one text, each with what became of it", (language) => {
    const results = [
      { kind: "score", score: 142.6, missions: [] },
      { kind: "waiting", score: 80, missions: [] },
      { kind: "refused", reason: "no-face" },
    ] as const;
    const [message, ...others] = earlierMessages(results, language);
    const lines = (message?.text ?? "").split("\n");
    expect(others).toEqual([]);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain("142.6pt");
    expect(lines[2]).toMatch(/80\.0pt ・ \S/);
    expect(lines[3]).toContain(botWords[language].refusal("no-face", undefined));
  });

  it("C5 tell the missions of a photo without points, and points and missions of one with both", () => {
    const results = [
      { kind: "score", score: 0, missions: ["ケーキを撮る"] },
      { kind: "waiting", score: 99.2, missions: ["ケーキを撮る"] },
    ] as const;
    expect(earlierMessages(results, "ja")[0]?.text.split("\n").slice(1)).toEqual([
      "・★ ケーキを撮る 達成！",
      "・幸福度 99.2pt ・ ★ ケーキを撮る 達成！ ・ 確認待ち",
    ]);
  });

  it.each(languages)("%s: keep LINE's limit of a text, however much there is to tell", (language) => {
    const result = { kind: "waiting", score: 9_999.9, missions: everything.missions } as const;
    const texts = earlierMessages(
      Array.from({ length: 10 }, () => result),
      language,
    ).map(({ text }) => text.length);
    expect(texts).toHaveLength(1);
    expect(Math.max(...texts)).toBeLessThanOrEqual(5_000);
  });

  it("say nothing when there are none", () => {
    expect(earlierMessages([], "ja")).toEqual([]);
  });
});

describe("every answer", () => {
  it.each(languages)("%s: keeps LINE's limits", (language) => {
    for (const answer of answersIn(language)) {
      const messages = rendered(answer);
      expect(messages.length).toBeLessThanOrEqual(5);
      for (const text of all(messages, "text").concat(all(messages, "altText"))) {
        expect(text).toEqual(expect.any(String));
        expect(String(text).trim()).not.toBe("");
        expect(String(text).length).toBeLessThanOrEqual(1_500);
      }
      for (const contents of all(messages, "contents")) {
        expect(Buffer.byteLength(JSON.stringify(contents))).toBeLessThan(30_000);
      }
      // Quick replies count only on the last message.
      for (const earlier of messages.slice(0, -1)) expect(earlier).not.toHaveProperty("quickReply");
    }
  });

  it.each(languages)("%s: leaves no sentence of the bot unsaid", (language) => {
    // The guest's placeholder is a name; the line above earlier results stands in their own test.
    const { guest: _guest, earlierResults: _earlier, ...words } = botWords[language];
    const said = answersIn(language).flatMap((answer) => rendered(answer));
    const texts = ["text", "altText", "label"].flatMap((member) => all(said, member));
    for (const sentence of sentencesOf(words)) expect(texts).toContain(sentence);
    for (const note of chatNotes) expect(texts).toContain(botWords[language].note(note, "花子"));
    for (const reason of reasons) expect(texts).toContain(botWords[language].refusal(reason, undefined));
  });

  it("says the sentence for a broken picture as it always was", () => {
    expect(rendered({ kind: "refused", language: "ja", reason: "unreadable" })).toMatchObject([
      { type: "text", text: "画像がうまく読み込めませんでした。" },
    ]);
  });

  it("greets with what happens to photos, how to play, and the camera", () => {
    const [privacy, guide] = rendered({ kind: "greeting", language: "ja", event });
    expect(privacy).toMatchObject({ type: "text", text: expect.stringContaining("送信取消") });
    expect(guide).toMatchObject({ type: "flex" });
    expect(all(guide, "action").map((action) => all([action], "type")[0])).toContain("camera");
  });

  it("E7: leads from the greeting to the page about the event's photos, in the guest's language", () => {
    const greeting = rendered({ kind: "greeting", language: "en", event });
    const page = "https://liff.line.me/1234567890-AbcdEfgh/privacy/H7KC4M?lang=en";
    expect(all(greeting, "uri")).toContain(page);
    expect(all(rendered({ kind: "help", language: "en", event }), "uri")).not.toContain(page);
  });

  it.each(languages)(
    "%s: E2, E5 ends a greeting with why nothing can be sent, and the time where there is one",
    (language) => {
      const hinted = (hint: Refusal) => rendered({ kind: "greeting", language, event, hint });
      for (const hint of ["not-yet-open", "closed", "which-event"] as const) {
        const messages = hinted(hint);
        // A2: one more may stand above, and LINE takes five.
        expect(messages).toHaveLength(3);
        expect(messages.at(-1)).toMatchObject({
          type: "text",
          text: botWords[language].refusal(hint, eventWords(event, language)),
          quickReply: expect.anything() as unknown,
        });
      }
      expect(JSON.stringify(hinted("not-yet-open").at(-1))).toContain(eventWords(event, language).opensAt);
    },
  );

  it.each(languages)("%s: K6 names words in the greeting that the bot understands", (language) => {
    const said = JSON.stringify(rendered({ kind: "greeting", language, event }));
    const quoted = [...said.matchAll(/[「“](.+?)[」”]/gu)].map(([, text]) => readChatCommand(text));
    const others = languages.filter((other) => other !== language);
    expect(quoted).toContainEqual({ kind: "leave" });
    for (const other of others) expect(quoted).toContainEqual({ kind: "language", language: other });
  });

  it.each(languages)("%s: has buttons for camera, album, ranking and the own page below it", (language) => {
    for (const answer of answersIn(language)) {
      const actions = all(rendered(answer).at(-1), "quickReply").flatMap((reply) => all(reply, "action"));
      expect(actions).toMatchObject([
        { type: "camera" },
        { type: "cameraRoll" },
        { type: "postback" },
        { type: "uri", uri: "https://liff.line.me/1234567890-AbcdEfgh/me" },
      ]);
      for (const label of actions.flatMap((action) => all([action], "label")))
        expect(String(label).length).toBeLessThanOrEqual(20);
      expect(all(actions, "data").map((data) => readChatCommand(String(data)))).toEqual([
        { kind: "ranking" },
      ]);
    }
  });
});

describe("K2: the ranking", () => {
  const top = [
    { place: 1, displayName: "花子", score: 240 },
    { place: 2, displayName: "健", score: 180.5 },
  ];
  const ranking = { kind: "ranking", language: "ja", top, isExcluded: false } as const;

  it("has a line with place, name and points for each of the best", () => {
    const [message] = rendered(ranking);
    expect(all(message, "text").slice(1, 7)).toEqual(["1位", "花子", "240.0pt", "2位", "健", "180.5pt"]);
  });

  it("tells the own place, already in the list of chats", () => {
    const [message] = rendered({ ...ranking, own: { place: 12, score: 34.5 } });
    expect(message).toMatchObject({ altText: "あなたは 12位（34.5pt）です。" });
    expect(all(message, "text")).toContain("あなたは 12位（34.5pt）です。");
  });

  it.each(languages)(
    "%s: invites who has no place yet, and says nothing of it to couple and staff",
    (language) => {
      const { noPlaceYet, rankingEmpty } = botWords[language];
      expect(all(rendered({ ...ranking, language }), "text")).toContain(noPlaceYet);
      expect(all(rendered({ ...ranking, language, isExcluded: true }), "text")).not.toContain(noPlaceYet);
      expect(all(rendered({ ...ranking, language, top: [] }), "text")).toContain(rankingEmpty);
    },
  );
});

describe("help", () => {
  it.each(languages)("%s: K1 what it says may be written is understood", (language) => {
    const { commands } = botWords[language];
    const written = all(rendered({ kind: "help", language }), "text");
    for (const { text, what } of commands) {
      expect(written).toEqual(expect.arrayContaining([text, what]));
      // One line may name two languages.
      for (const word of text.split(" / ")) expect(readChatCommand(word).kind).not.toBe("help");
    }
  });
});
