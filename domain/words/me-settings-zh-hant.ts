import type { MeSettingsWords } from "./me-settings-words.ts";

export const traditionalChinese: MeSettingsWords = {
  title: "設定",
  failed: "目前無法變更，請再試一次。",
  name: {
    label: "您的名字",
    hint: "大螢幕和排行榜上會顯示這個名字。",
    save: "變更",
    saved: (name) => `已改名為「${name}」。`,
    missing: "請輸入名字。",
    held: (chosen, shown) => `主辦人正在確認「${chosen}」。在那之前，大螢幕上會顯示「${shown}」。`,
    byHost: "您的名字由主辦人決定。想更改的話，請告訴現場工作人員。",
  },
  screen: {
    label: "出現在大螢幕上",
    on: "您的照片和名字會出現在大螢幕和排行榜上。",
    off: "照片不會出現，也沒有名次。分數只有您自己在這裡看得到。",
    nowOn: "您會出現在大螢幕上。",
    nowOff: "您不會再出現在大螢幕上。",
  },
  language: "語言",
  privacy: "照片與資料的處理方式",
  leaving: {
    open: "全部刪除並退出",
    title: "要全部刪除嗎？",
    note: (photos) =>
      photos === 0
        ? "您的名字和所有紀錄都會刪除，無法復原。"
        : `您傳送的${photos}張照片，以及分數、名次和名字都會刪除，也會從大螢幕上消失，無法復原。`,
    stays: "聊天室裡您傳過的照片，仍會留在您的手機上。",
    keep: "先不要",
    next: "下一步",
    sure: "確定要全部刪除嗎？",
    sureNote: "這是最後一次確認。",
    now: "全部刪除",
    failed: "目前無法刪除，請再試一次。",
    close: "關閉",
    goodbye: "謝謝您的參與",
    goodbyeNote: "您的照片和紀錄很快就會全部消失。想再參加的話，只要在聊天室傳一張照片就可以了。",
  },
};
