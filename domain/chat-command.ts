import { folded } from "./banned-word.ts";
import type { Language } from "./language.ts";

/** What a guest asks the bot for. */
export type ChatCommand =
  | { readonly kind: "ranking" | "my-page" | "help" }
  /** K6: wants to leave with everything, is sure, or would rather stay. */
  | { readonly kind: "leave" | "leave-now" | "stay" }
  | { readonly kind: "language"; readonly language: Language }
  /** Whether the guest is not to be shown on the screen (P6). */
  | { readonly kind: "screen"; readonly isOffScreen: boolean }
  /** The name as it was written; empty when only the command was. */
  | { readonly kind: "rename"; readonly name: string };

/** K6: what the buttons below the question stand for. */
export const leaveAnswers = { yes: "leave: yes", no: "leave: no" } as const;

/** Words as people know them; K1 makes them one with what is meant the same. */
const words: ReadonlyMap<string, ChatCommand> = new Map(
  (
    [
      [{ kind: "ranking" }, ["ランキング", "順位", "じゅんい", "ranking", "rank", "排行", "排行榜", "名次"]],
      [
        { kind: "my-page" },
        ["マイページ", "履歴", "my page", "my photos", "我的頁面", "我的页面", "我的照片"],
      ],
      [
        { kind: "help" },
        ["ヘルプ", "使い方", "使いかた", "遊び方", "遊びかた", "help", "說明", "説明", "玩法"],
      ],
      [
        { kind: "leave" },
        [
          "退会",
          "退会する",
          "すべて削除",
          "全て削除",
          "全部削除",
          "全部消す",
          "データ削除",
          "leave",
          "delete everything",
          "delete all",
          "delete my data",
          "退出",
          "全部刪除",
          "全部删除",
          "刪除全部",
          "刪除我的資料",
        ],
      ],
      [{ kind: "leave-now" }, [leaveAnswers.yes]],
      [{ kind: "stay" }, [leaveAnswers.no]],
      [{ kind: "language", language: "ja" }, ["日本語", "にほんご", "Japanese", "日文", "日語"]],
      [{ kind: "language", language: "en" }, ["English", "英語", "えいご", "英文"]],
      [
        { kind: "language", language: "zh-Hant" },
        ["中文", "繁體中文", "繁体中文", "中国語", "中國語", "Chinese"],
      ],
      [
        { kind: "screen", isOffScreen: true },
        ["表示しない", "映さない", "スクリーンに出さない", "hide me", "hide", "不要顯示", "不顯示"],
      ],
      [
        { kind: "screen", isOffScreen: false },
        ["表示する", "映す", "スクリーンに出す", "show me", "show", "顯示", "重新顯示"],
      ],
    ] as const
  ).flatMap(([command, spellings]) => spellings.map((word) => [folded(word), command] as const)),
);

const renaming: ReadonlySet<string> = new Set(
  ["名前", "なまえ", "ニックネーム", "name", "rename", "nickname", "改名", "名字", "暱稱"].map(folded),
);

/** The first word and what follows it, after a space or a colon. */
const firstWord = /^\s*([^\s:：]+)(?:[\s:：]+(.*))?$/su;

/** K1: what a text asks for, in any of the languages; help for everything else, and for what is no text. */
export function readChatCommand(text: string | undefined): ChatCommand {
  if (text === undefined) return { kind: "help" };
  const [, first = "", name = ""] = firstWord.exec(text) ?? [];
  if (renaming.has(folded(first))) return { kind: "rename", name };
  return words.get(folded(text)) ?? { kind: "help" };
}
