import { describe, expect, it } from "vitest";
import { leaveAnswers, readChatCommand } from "./chat-command.ts";

describe("K1: what a guest writes", () => {
  it.each([
    ["ランキング", "ranking"],
    ["ﾗﾝｷﾝｸﾞ", "ranking"],
    ["らんきんぐ！", "ranking"],
    ["順位", "ranking"],
    ["ranking", "ranking"],
    [" ＲＡＮＫＩＮＧ ", "ranking"],
    ["排行", "ranking"],
    ["排行榜", "ranking"],
    ["マイページ", "my-page"],
    ["まいぺーじ", "my-page"],
    ["My Page", "my-page"],
    ["mypage", "my-page"],
    ["我的頁面", "my-page"],
    ["退会", "leave"],
    ["すべて削除！", "leave"],
    ["Ｌｅａｖｅ", "leave"],
    ["Delete everything", "leave"],
    ["全部刪除", "leave"],
    [leaveAnswers.yes, "leave-now"],
    [leaveAnswers.no, "stay"],
    ["ヘルプ", "help"],
    ["使い方", "help"],
    ["HELP", "help"],
    ["說明", "help"],
  ])("%j asks for the %s", (text, kind) => {
    expect(readChatCommand(text)).toEqual({ kind });
  });

  it.each([
    ["日本語", "ja"],
    ["にほんご", "ja"],
    ["English", "en"],
    ["ｅｎｇｌｉｓｈ", "en"],
    ["中文", "zh-Hant"],
    ["繁體中文", "zh-Hant"],
  ])("%j asks for the language %s", (text, language) => {
    expect(readChatCommand(text)).toEqual({ kind: "language", language });
  });

  it.each([
    ["表示しない", true],
    ["Hide me!", true],
    ["不要顯示", true],
    ["表示する", false],
    ["SHOW ME", false],
    ["顯示", false],
  ])("%j tells whether to be on the screen", (text, isOffScreen) => {
    expect(readChatCommand(text)).toEqual({ kind: "screen", isOffScreen });
  });

  it.each([
    ["名前 花子", "花子"],
    ["名前　花子", "花子"],
    ["名前：花子", "花子"],
    ["なまえ\n花子", "花子"],
    ["ﾆｯｸﾈｰﾑ はな", "はな"],
    ["name Hanako Yamada", "Hanako Yamada"],
    ["ＮＡＭＥ: Hanako", "Hanako"],
    ["Rename Ｈａｎａ", "Ｈａｎａ"],
    ["改名 小花", "小花"],
    ["名前", ""],
    ["name", ""],
    ["改名：", ""],
  ])("%j gives a name", (text, name) => {
    expect(readChatCommand(text)).toEqual({ kind: "rename", name });
  });

  it.each([
    undefined,
    "",
    "   ",
    "👏👏👏",
    "こんにちは",
    "ランキングを見たい",
    "my name is Hanako",
    "名前を変えたい",
    "<script>",
    "constructor",
  ])("%j is answered with help", (text) => {
    expect(readChatCommand(text)).toEqual({ kind: "help" });
  });
});
