import { afterEach, describe, expect, it, vi } from "vitest";
import { languages } from "#domain/language";
import { seedRules } from "#domain/event-rules";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { changedFacts } from "./changed-facts.ts";
import { tellEntry } from "./tell-entry.ts";
import { anEntry, photosBy } from "./test-trail.ts";
import { kindOf, touchedGuests } from "./touched.ts";

const names = new Map([
  ["g1", "健"],
  ["g2", "花子"],
  ["gone", null],
]);
const ja = (entry: AuditEntry) => tellEntry(entry, names, "ja");
const en = (entry: AuditEntry) => tellEntry(entry, names, "en");
const facts = (entry: AuditEntry) =>
  changedFacts(entry, "ja").map(({ name, before, after }) => `${name}: ${before} → ${after}`);

const photos = (before: "show" | "hide" | null, after: "show" | "hide" | null, ids: readonly string[]) =>
  anEntry(1, {
    action: "moderatePhotos",
    subject: String(ids.length),
    before: photosBy("g1", before, ids),
    after: photosBy("g1", after, ids),
  });
const guest = (before: object, after: object) => anEntry(1, { before, after });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("what was done, in words", () => {
  it("tells whose photos were shown, hidden or left to the rules", () => {
    expect(en(photos(null, "hide", ["1", "2", "3"]))).toBe("Hid 3 photos by 健");
    expect(ja(photos(null, "hide", ["1", "2", "3"]))).toBe("健さんの写真3枚を隠しました");
    expect(en(photos("hide", "show", ["1"]))).toBe("Showed 1 photo by 健");
    expect(en(photos("hide", null, ["1"]))).toBe("Left 1 photo by 健 to the automatic decision");
    expect(facts(photos(null, "hide", ["1", "2"]))).toEqual(["写真2枚: 自動の判断 → 非表示"]);
  });

  it("names two guests and counts the others; who is not known is a guest", () => {
    const of = (...guestIds: readonly string[]) =>
      Object.assign({}, ...guestIds.map((id) => photosBy(id, "hide", [`photo-of-${id}`])));
    const hid = (...guestIds: readonly string[]) =>
      en(anEntry(1, { action: "moderatePhotos", before: {}, after: of(...guestIds) }));
    expect(hid("g1", "g2")).toBe("Hid 2 photos by 健 and 花子");
    expect(hid("g1", "g2", "g3", "g4")).toBe("Hid 4 photos by 健, 花子 and 2 more");
    expect(hid("gone")).toBe("Hid 1 photo by a guest");
    expect(hid("unknown")).toBe("Hid 1 photo by a guest");
  });

  it("tells photos apart of which different things were said before", () => {
    const before = { ...photosBy("g1", null, ["1", "2"]), ...photosBy("g1", "show", ["3"]) };
    const entry = anEntry(1, {
      action: "moderatePhotos",
      before,
      after: photosBy("g1", "hide", ["1", "2", "3"]),
    });
    expect(facts(entry)).toEqual(["写真2枚: 自動の判断 → 非表示", "写真1枚: 表示 → 非表示"]);
  });

  it.each([
    [
      { displayName: "バカ" },
      { displayName: "ゲスト" },
      "表示名を「ゲスト」にしました",
      "表示名: バカ → ゲスト",
    ],
    [{ reading: null }, { reading: "けん" }, "健さんのよみがなを変えました", "よみがな: なし → けん"],
    [
      { isExcluded: false },
      { isExcluded: true },
      "健さんをランキングから外しました",
      "ランキング: 対象 → 対象外",
    ],
    [
      { isExcluded: true },
      { isExcluded: false },
      "健さんをランキングに戻しました",
      "ランキング: 対象外 → 対象",
    ],
    [{ isBanned: false }, { isBanned: true }, "健さんの参加を止めました", "参加: 参加中 → 停止中"],
    [{ isBanned: true }, { isBanned: false }, "健さんの参加を再開しました", "参加: 停止中 → 参加中"],
  ])("tells a change of a guest: %o → %o", (before, after, sentence, fact) => {
    expect(ja(guest(before, after))).toBe(sentence);
    expect(facts(guest(before, after))).toEqual([fact]);
  });

  it("tells several changes of a guest line by line; who named the guest is no line", () => {
    const entry = guest(
      { displayName: "ゲスト", isNamedByHost: false, reading: null },
      { displayName: "健", isNamedByHost: true, reading: "けん" },
    );
    expect(ja(entry)).toBe("健さんについて変更しました");
    expect(facts(entry)).toEqual(["表示名: ゲスト → 健", "よみがな: なし → けん"]);
    const named = guest(
      { displayName: "a", isNamedByHost: false },
      { displayName: "b", isNamedByHost: true },
    );
    expect(ja(named)).toBe("表示名を「b」にしました");
  });

  it("tells an undo by what it did", () => {
    const undo = { ...photos("hide", null, ["1"]), action: "undoAction", undoes: "x" };
    expect(en(undo)).toBe("Undo: Left 1 photo by 健 to the automatic decision");
    const undoBan = { ...guest({ isBanned: true }, { isBanned: false }), action: "undoAction", undoes: "x" };
    expect(en(undoBan)).toBe("Undo: Lifted the ban of 健");
  });

  it("tells rules by what they say", () => {
    const entry = anEntry(1, {
      action: "changeRules",
      before: seedRules,
      after: { ...seedRules, scoring: { faceCap: 5 }, bannedWords: ["バカ"] },
    });
    expect(ja(entry)).toBe("ルールを変えました");
    expect(facts(entry)).toEqual(["得点になる人数: 全員 → 上位5人", "映したくない言葉: なし → バカ"]);
    expect(ja({ ...entry, action: "undoRules" })).toBe("ルールを一つ前に戻しました");
  });

  it("tells settings by name, and opening and closing as what they are", () => {
    const update = (before: object, after: object) => anEntry(1, { action: "updateEvent", before, after });
    expect(
      facts(update({ policy: "show-first", nameWords: [] }, { policy: "review-first", nameWords: ["a"] })),
    ).toEqual(["映すタイミング: すぐ映す → 確認してから映す", "名前に使えない言葉: なし → a"]);
    expect(
      facts(
        update({ contact: "", allowsPaidMessages: false }, { contact: "花子", allowsPaidMessages: true }),
      ),
    ).toEqual(["問い合わせ先: なし → 花子", "有料のメッセージも使う: オフ → オン"]);
    expect(
      facts(
        update(
          { hasSpotlight: true, hasCornerQr: false, hasSound: false },
          { hasSpotlight: false, hasCornerQr: true, hasSound: true },
        ),
      ),
    ).toEqual(["最高得点の演出: オン → オフ", "隅に参加用のQRコード: オフ → オン", "効果音: オフ → オン"]);
    expect(ja(update({ state: "open" }, { state: "closed" }))).toBe("受付を締め切りました");
    expect(ja(update({ title: "a" }, { title: "b" }))).toBe("設定を変えました");
  });

  it("tells the undo of a setting by what it did, and counts it among the settings", () => {
    const undo = anEntry(1, {
      action: "undoAction",
      subject: "e",
      undoes: "x",
      before: { state: "closed" },
      after: { state: "open" },
    });
    expect(ja(undo)).toBe("元に戻す操作：受付を再開しました");
    expect(facts(undo)).toEqual(["受付: 締め切り → 受付中"]);
    expect([kindOf(undo), touchedGuests(undo)]).toEqual(["event", []]);
  });

  it("tells where the show stands", () => {
    const entry = anEntry(1, {
      action: "setStage",
      before: { name: "ranking" },
      after: { name: "reveal", step: 10 },
    });
    expect(ja(entry)).toBe("スクリーンを「結果発表・1位」にしました");
    expect(facts(entry)).toEqual(["画面: ランキング → 結果発表・1位"]);
  });

  it("has a sentence in every language for everything that hosts can do, and for what it does not know", () => {
    const actions = [
      "moderatePhotos",
      "changeGuest",
      "changeRules",
      "undoRules",
      "undoAction",
      "createEvent",
      "updateEvent",
      "renewBoard",
      "duplicateEvent",
      "setStage",
      "retryDeadLetters",
      "orderExport",
      "takeExport",
      "cancelExport",
      "somethingNew",
    ];
    for (const language of languages) {
      const told = actions.map((action) =>
        tellEntry(anEntry(1, { action, before: null, after: null }), names, language),
      );
      expect(told.every((sentence) => sentence.length > 3)).toBe(true);
      expect(told.at(-1)).toContain("somethingNew");
      expect(told.slice(2, 4).concat(told.slice(5)).join()).not.toMatch(/undefined|null|object/);
    }
  });

  it("never falls over what others wrote", () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const odd: readonly unknown[] = [
      null,
      5,
      "x",
      [],
      { a: null },
      { a: { hostSays: 5 } },
      { policy: { x: 1 } },
    ];
    for (const action of [
      "moderatePhotos",
      "changeGuest",
      "changeRules",
      "updateEvent",
      "setStage",
      "undoAction",
    ]) {
      for (const value of odd) {
        const entry = anEntry(1, { action, before: value, after: value });
        expect(typeof ja(entry)).toBe("string");
        expect(Array.isArray(changedFacts(entry, "en"))).toBe(true);
      }
    }
  });
});
