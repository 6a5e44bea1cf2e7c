import type { PrivacyFacts, PrivacyWords } from "./privacy-words.ts";

export const traditionalChinese: PrivacyWords = {
  pageTitle: "照片會如何處理",
  lead: "這裡說明我們如何處理您傳來的照片。",
  glance: {
    until: "最晚在這天前，全部刪除",
    audience: "誰會看到照片",
    audienceShort: ({ isReviewed }) => (isReviewed ? "現場來賓（主辦人確認後）" : "現場的各位來賓"),
    removing: "想刪除的話",
    removingShort: "在聊天室「收回」，立刻消失",
  },
  titles: {
    collected: "我們保存什麼",
    purpose: "用來做什麼",
    reading: "在哪裡判讀與保存",
    audience: "誰看得到",
    keeping: "保存多久",
    removing: "想刪除，或不想上螢幕",
  },
  points,
  contact: "聯絡窗口",
  contactLead: "本活動的主辦人對照片與姓名的處理負責。",
  noContact: "請洽現場工作人員，或邀請您的人。",
  languages: "語言",
  loading: "載入中",
  failed: "目前連線不太順，請稍候再試一次。",
  retry: "重新載入",
  unknownTitle: "找不到這個活動",
  unknownHint: "網址可能不完整，或保存期限已到、資料已全部刪除。請從聊天室重新開啟，或詢問主辦人。",
};

function points({ deletedAt, keepsAgeAndGender, isReviewed, place, hasContact }: PrivacyFacts) {
  return {
    collected: [
      { text: "您傳送的照片與傳送時間" },
      { text: "您的LINE名稱與使用者ID。ID只用來回覆您，不給任何人看" },
      {
        text: keepsAgeAndGender
          ? "從照片判讀的內容：臉的位置與表情、看起來的年齡與性別、拍到的東西"
          : "從照片判讀的內容：臉的位置與表情、拍到的東西",
      },
      { text: "得分與名次，以及您選擇的名字與語言" },
    ],
    purpose: [
      { text: "把笑容換成分數，做出排行榜。" },
      { text: "在會場螢幕與聊天室告知結果。" },
      { text: "避免不合適的照片登上螢幕。" },
      { text: "不作其他用途，也不會比對臉孔來查出任何人的身分。" },
    ],
    reading: [
      { text: `照片由 Amazon Rekognition 判讀，判讀與保存都在 AWS（${place}）進行。` },
      {
        text: keepsAgeAndGender ? "年齡與性別只是從外表推測，只顯示在您自己的照片頁。" : "不保留年齡與性別。",
      },
    ],
    audience: [
      {
        term: "現場來賓",
        text: isReviewed
          ? "主辦人確認過的照片，會連同您的名字與得分登上螢幕。知道螢幕網址的人也看得到。"
          : "照片會連同您的名字與得分登上螢幕。知道螢幕網址的人也看得到。",
      },
      { term: "其他賓客", text: "排行榜前幾名的名字與得分，也會在聊天室裡告知。" },
      { term: "主辦人", text: "看得到所有傳來的照片，包括沒有上螢幕的。" },
      { term: "只有您自己", text: "每張臉的表情等詳細結果，只顯示在您的「我的頁面」。" },
    ],
    keeping: [
      {
        text: `最晚在${deletedAt}前，照片、名字與得分會全部刪除，無法復原。主辦人更改期限時，這裡的日期也會跟著改。`,
      },
    ],
    removing: [
      {
        term: "只刪一張",
        text: "在聊天室長按照片選「收回」，或在「我的頁面」刪除。螢幕與排行榜上都會消失。",
      },
      { term: "不想上螢幕", text: "在聊天室傳「不要顯示」。隨時傳「顯示」就能恢復。" },
      { term: "全部刪除", text: "在聊天室傳「全部刪除」，或到「我的頁面」的設定。照片與名字都會刪除。" },
      {
        term: "出現在別人的照片裡",
        text: hasContact
          ? "請告知下方的聯絡窗口，主辦人會從螢幕上移除。"
          : "請告知現場工作人員，主辦人會從螢幕上移除。",
      },
      { text: "只封鎖好友，照片不會刪除。" },
    ],
  };
}
