import type { MeWords } from "./me-words.ts";

export const japanese: MeWords = {
  pageTitle: "マイページ",
  newest: "最新の一枚",
  states: {
    shown: "スクリーンに登場",
    pending: "確認中です",
    hidden: "スクリーンには映りません",
    removed: "取り消しました",
  },
  reasons: {
    "no-face": "お顔が見つかりませんでした",
    unreadable: "うまく読み込めませんでした",
    "unsupported-type": "読み込めない形式でした",
    "too-large": "画像が大きすぎました",
    duplicate: "同じ写真が届いています",
    "off-screen": "スクリーンに出さない設定です",
  },
  best: "いちばんの一枚",
  seeDetails: "くわしく見る",
  standing: "あなたの記録",
  noPlace: "スクリーンに登場すると、順位がつきます。",
  sent: "送った写真",
  onScreen: "スクリーンに登場",
  smiles: "写っている人",
  photos: (count) => `${count}枚`,
  people: (count) => `${count}人`,
  earlier: "これまでの写真",
  sentAt: (when) => `${when}に送った写真`,
  emptyTitle: "最初の一枚をお待ちしています",
  emptyHint: "トーク画面から、写真を送ってください。結果はここにすぐ届きます。",
  trouble: "ただいまつながりにくくなっています。最後に受け取った内容を表示しています。",
  retry: "もう一度読み込む",
  loading: "写真を用意しています",
  reopen: "トーク画面に戻って、もう一度マイページを開いてください。",
  nowhere:
    "ご覧いただける写真がまだありません。トーク画面で写真を送るか、会場の二次元コードからご参加ください。",
};
