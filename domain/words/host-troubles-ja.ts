import type { HostTroublesWords, Trouble } from "./host-troubles-words.ts";

const kinds: Readonly<Record<string, string>> = {
  photo: "写真",
  chat: "メッセージ",
  follow: "友だち追加のあいさつ",
  unsend: "送信の取り消し",
  remind: "「受け取りました」のお知らせ",
  settle: "順位の計算",
  withdraw: "写真の削除",
  erase: "参加者の退会（すべて削除）",
  recheck: "同じ写真かどうかの確認",
  pack: "写真のまとめ（ダウンロード用）",
  ladder: "みんなの順位の計算",
  "end-event": "すべてのデータの削除",
  recompute: "ルール変更の反映",
  export: "写真の書き出し（主催者のダウンロード用）",
  rehearse: "リハーサル",
};

const lineIsSilent = "LINEにつながりませんでした。少し待ってからもう一度試してください。";
const inside = "内部の通信がうまくいきませんでした。もう一度試してください。";
const reasons: Readonly<Record<string, string>> = {
  "line-unreachable": lineIsSilent,
  "content-not-ready": "LINEで写真の準備が終わりませんでした。もう一度試してください。",
  "face-reading-failed": "お顔を読み取れませんでした。読み取りサービスが止まっていたのかもしれません。",
  "moderation-throttled": "写真が続けて届き、内容の確認が間に合いませんでした。",
  "labels-throttled": "写真が続けて届き、写っているものの読み取りが間に合いませんでした。",
  "text-throttled": "写真が続けて届き、文字の読み取りが間に合いませんでした。",
  "photo-store-failed": "写真を保存できませんでした。もう一度試してください。",
  "invalidation-failed": "公開した写真を消しきれませんでした。早めにもう一度試してください。",
  "message-malformed": "内容を読み取れませんでした。もう一度試しても変わらないかもしれません。",
  "store-conflict": "同時に変更が重なりました。もう一度試してください。",
  "api-unreachable": inside,
  "api-refused": inside,
  "queue-refused": inside,
  "broken-off": "処理の途中で止まりました。大きすぎる写真のときにも起こります。",
};

const queues: Readonly<Record<string, string>> = {
  photos: "写真の処理",
  chat: "メッセージへの返事",
  orders: "主催者の操作の反映",
  reminders: "写真の再確認",
  exports: "式の書き出し",
  rehearsals: "リハーサル",
};
const parts: Readonly<Record<string, string>> = {
  "line-webhook": "LINEからの受け取り",
  "line-worker": "写真の読み取りと返事",
  "guest-session": "ゲストのページを開く処理",
  "guest-authorizer": "ゲストのページの確認",
  "guest-actions": "参加者の操作",
  "host-actions": "主催者の操作",
  "host-watch": "このトラブル画面",
  "event-keeper": "データの期限の確認と削除",
  "event-archiver": "写真の書き出し",
  "rehearsal-crowd": "リハーサルのゲスト役",
  api: "データのやりとり",
};

const percent = (value: number | null): string => (value === null ? "" : `（${Math.floor(value)}%使用）`);
const engineer = "10分たっても直らないときは、設定した人に連絡してください。";
const waitingFor = (value: number | null): string =>
  value === null ? "" : `（いちばん長いもので${Math.max(1, Math.round(value / 60))}分）`;

const waiting = (of: string, value: number | null): Trouble => ({
  what: `${queues[of] ?? of}が、いつもより遅れています${waitingFor(value)}`,
  advice:
    of === "photos"
      ? `届いた写真はなくなりません。カードが届くまで少し待つよう、司会の方から伝えてもらうと安心です。${engineer}`
      : `なくなったものはありません。順番に処理しています。${engineer}`,
});

export const japanese: HostTroublesWords = {
  title: "トラブル",
  hint: "処理できなかったものと、注意が必要なことをお知らせします。",
  loading: "確認しています",
  allWell: "すべて順調です",
  allWellHint: "処理できなかったものはなく、遅れもありません。",
  readAt: (when) => `${when}に確認しました`,
  failed: "いまの様子を確認できませんでした。自動でもう一度試しています。",
  tryAgain: "もう一度確認する",

  letters: "処理できなかったもの",
  lettersHint:
    "8回試してもうまくいかなかったものです。14日間ここに残り、何度でも試せます。二重に数えることはありません。",
  lettersFailed: "処理できなかったものを確認できませんでした。",
  moreLetters: "ほかにもあります。先にここにあるものを試してください。",
  letter: (kind, name) => {
    const thing = kinds[kind] ?? "読み取れないもの";
    return name === null ? thing : `${name}さんの${thing}`;
  },
  reason: (code) => reasons[code] ?? "予期しないことが起こりました。もう一度試してください。",
  sent: (when) => `${when}に届きました`,
  givenUp: (when) => `${when}まで試しました`,
  retry: "もう一度試す",
  retryOf: (letter) => `${letter}をもう一度試す`,
  retryAll: (letters) => `${letters}件すべてもう一度試す`,
  retrying: "試しています…",
  retried: (letters) => (letters === 1 ? "もう一度処理しています" : `${letters}件をもう一度処理しています`),
  missing: (letters) => `${letters}件は、ほかの主催者が先に試していました`,
  notRetried: "もう一度試せませんでした。少し待ってから、もう一度押してください。",

  alarms: "注意が必要なこと",
  alarmsFailed: "遅れや混み合いの様子を確認できませんでした。",
  since: (when) => `${when}から`,
  alarm: ({ kind, of }, value) => {
    switch (kind) {
      case "waiting":
        return waiting(of, value);
      case "dead-letters":
        return {
          what: `${queues[of] ?? of}で、処理できなかったものがあります`,
          advice: "下の一覧から、もう一度試せます。",
        };
      case "errors":
        return {
          what: `${parts[of] ?? of}で、失敗が続いています`,
          advice: `自動で何度か試します。${engineer}`,
        };
      case "throttles":
      case "busy":
        return {
          what: `${parts[of] ?? of}が混み合っています`,
          advice: `しばらくすると落ち着きます。${engineer}`,
        };
      case "throttled":
        return {
          what: "写真が届く速さに、読み取りが追いついていません",
          advice: "順番に読み取ります。届いた写真はなくなりません。",
        };
      case "quota":
        return {
          what: `LINEの今月の送信数が残りわずかです${percent(value)}`,
          advice:
            "自動の送信は止めました。写真への返事は、これまでどおり届きます。間に合わなかった結果は、次の返事とゲストのページでお知らせします。",
        };
      case "near-their-end":
        return {
          what: "まもなくデータが削除される式があります。写真がまだダウンロードされていません",
          advice: "式の一覧から「書き出し」を開いて、写真を保存してください。期限を延ばすこともできます。",
        };
      case "stuck":
        return {
          what: "式のデータの削除が止まっています",
          advice: "1時間ごとに自動で再開します。続くときは、設定した人に連絡してください。",
        };
      case "other":
        return { what: `「${of}」の値がいつもと違います`, advice: engineer };
    }
  },
  unmeasured: (alarms) => `${alarms}件は、まだ測られていません。`,

  quota: "LINEの送信数（今月）",
  quotaHint: "写真への返事は無料で、この数に入りません。",
  quotaFailed: "LINEの送信数を確認できませんでした。",
  used: (used) => `${used}通`,
  usedOf: (used, limit) => `${limit}通のうち${used}通`,
  noLimit: "上限はありません",
  nearlyUsedUp: "残りがわずかです。使い切っても写真への返事は届きます。",
};
