import type { HostTroublesWords, Trouble } from "./host-troubles-words.ts";

const kinds: Readonly<Record<string, string>> = {
  photo: "照片",
  chat: "訊息",
  follow: "給新朋友的問候",
  unsend: "收回的照片",
  remind: "「已收到」的通知",
  settle: "名次的計算",
  withdraw: "刪除照片",
  erase: "刪除賓客的所有資料",
  recheck: "重複照片的確認",
  pack: "打包賓客的照片",
  ladder: "所有人名次的計算",
  "end-event": "刪除整場活動的資料",
  recompute: "套用變更後的規則",
  export: "整場活動的匯出（主辦人下載用）",
  rehearse: "彩排",
};

const inside = "內部連線不順利。請再試一次。";
const reasons: Readonly<Record<string, string>> = {
  "line-unreachable": "無法連上 LINE。請稍候再試。",
  "content-not-ready": "LINE 尚未準備好這張照片。請再試一次。",
  "face-reading-failed": "無法讀取臉部。讀取服務可能暫停了。",
  "moderation-throttled": "照片接連送達，來不及檢查內容。",
  "labels-throttled": "照片接連送達，來不及讀取畫面中的物品。",
  "text-throttled": "照片接連送達，來不及讀取文字。",
  "photo-store-failed": "無法儲存照片。請再試一次。",
  "invalidation-failed": "公開的照片未能完全刪除。請盡快再試一次。",
  "message-malformed": "無法讀懂內容。再試一次可能也沒有用。",
  "store-conflict": "同時有多項變更。請再試一次。",
  "api-unreachable": inside,
  "api-refused": inside,
  "queue-refused": inside,
  "broken-off": "處理到一半中斷了。照片太大時也會發生。",
};

const queues: Readonly<Record<string, string>> = {
  photos: "照片的處理",
  chat: "訊息的回覆",
  orders: "主辦人操作的套用",
  reminders: "照片的再次確認",
  exports: "活動的匯出",
  rehearsals: "彩排",
};
const parts: Readonly<Record<string, string>> = {
  "line-webhook": "接收 LINE 訊息",
  "line-worker": "讀取照片與回覆",
  "guest-session": "開啟賓客頁面",
  "guest-authorizer": "賓客頁面的確認",
  "guest-actions": "參加者的操作",
  "host-actions": "主辦人的操作",
  "host-watch": "這個問題頁面",
  "event-keeper": "活動期限的檢查與刪除",
  "event-archiver": "製作主辦人的下載檔",
  "rehearsal-crowd": "彩排的賓客",
  api: "資料的存取",
};

const percent = (value: number | null): string => (value === null ? "" : `（已用 ${Math.floor(value)}%）`);
const engineer = "若超過十分鐘仍未好轉，請聯絡設定的人。";
const oldest = (value: number | null): string =>
  value === null ? "" : `（最久 ${Math.max(1, Math.round(value / 60))} 分鐘）`;

const waiting = (of: string, value: number | null): Trouble => ({
  what: `${queues[of] ?? of}比平常慢${oldest(value)}`,
  advice:
    of === "photos"
      ? `照片不會遺失，只是卡片會晚一點到。可請主持人請大家稍候。${engineer}`
      : `沒有東西遺失，正在依序處理。${engineer}`,
});

export const traditionalChinese: HostTroublesWords = {
  title: "問題",
  hint: "未能處理的項目，以及需要留意的事。",
  loading: "確認中",
  allWell: "一切順利",
  allWellHint: "沒有未處理的項目，也沒有延遲。",
  readAt: (when) => `${when} 已確認`,
  failed: "無法確認目前的狀況。正在自動重試。",
  tryAgain: "再確認一次",

  letters: "未能處理的項目",
  lettersHint: "試過八次仍未成功。會在這裡保留 14 天，可以一試再試，不會重複計算。",
  lettersFailed: "無法確認未能處理的項目。",
  moreLetters: "還有更多。請先試這些。",
  letter: (kind, name) => {
    const thing = kinds[kind] ?? "無法讀取的項目";
    return name === null ? thing : `${name} 的${thing}`;
  },
  reason: (code) => reasons[code] ?? "發生了意料之外的事。請再試一次。",
  sent: (when) => `${when} 送達`,
  givenUp: (when) => `試到 ${when}`,
  retry: "再試一次",
  retryOf: (letter) => `再試一次：${letter}`,
  retryAll: (letters) => `全部 ${letters} 項再試一次`,
  retrying: "正在重試…",
  retried: (letters) => (letters === 1 ? "正在重新處理" : `${letters} 項正在重新處理`),
  missing: (letters) => `${letters} 項已由其他主辦人先試過`,
  notRetried: "未能重試。請稍候再按一次。",

  alarms: "需要留意",
  alarmsFailed: "無法確認是否有延遲。",
  since: (when) => `${when} 起`,
  alarm: ({ kind, of }, value) => {
    switch (kind) {
      case "waiting":
        return waiting(of, value);
      case "dead-letters":
        return { what: `${queues[of] ?? of}有未能完成的項目`, advice: "可以從清單再試一次。" };
      case "errors":
        return { what: `${parts[of] ?? of}接連失敗`, advice: `會自動重試幾次。${engineer}` };
      case "throttles":
      case "busy":
        return { what: `${parts[of] ?? of}非常繁忙`, advice: `過一會兒會緩和。${engineer}` };
      case "throttled":
        return { what: "照片送達得比讀取還快", advice: "會依序讀取，照片不會遺失。" };
      case "quota":
        return {
          what: `LINE 本月的發送則數所剩不多${percent(value)}`,
          advice:
            "已停止自動發送。對照片的回覆仍會送達；來不及通知的結果，會在下一次回覆和賓客的頁面上告知。",
        };
      case "near-their-end":
        return {
          what: "有活動的資料即將刪除，但照片還沒有人下載",
          advice: "請從活動列表開啟「匯出」下載照片，也可以延後刪除日期。",
        };
      case "stuck":
        return { what: "活動資料的刪除停住了", advice: "每小時會自動繼續。若一直如此，請聯絡當初設定的人。" };
      case "other":
        return { what: `「${of}」的數值異常`, advice: engineer };
    }
  },
  unmeasured: (alarms) => `${alarms} 項尚未測得。`,

  quota: "LINE 發送則數（本月）",
  quotaHint: "對照片的回覆免費，不計入。",
  quotaFailed: "無法確認 LINE 的發送則數。",
  used: (used) => `${used} 則`,
  usedOf: (used, limit) => `${limit} 則中的 ${used} 則`,
  noLimit: "沒有上限",
  nearlyUsedUp: "所剩不多。就算用完，對照片的回覆仍會送達。",
};
