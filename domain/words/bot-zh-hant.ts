import type { BotWords, ChatNote, EventWords, Refusal } from "./bot-words.ts";

export const traditionalChinese: BotWords = {
  guest: "來賓",
  happiness: "幸福度",
  facesLabel: "入鏡人數",
  faces: (count) => `${count} 人`,
  placeLabel: "目前名次",
  place: (place) => `第 ${place} 名`,
  newBest: "刷新個人最佳！",
  best: (points) => `個人最佳 ${points}`,
  praise: (happiness) => {
    if (happiness >= 90) return "這笑容太燦爛了！";
    if (happiness >= 60) return "笑得真好看。";
    if (happiness >= 30) return "不錯喔，再笑開一點！";
    return "下一張，來個最大的笑容吧！";
  },
  hint: (faces) => (faces === 1 ? "再找兩位朋友一起入鏡，分數會大幅提升。" : "笑的人越多，分數就越高。"),
  facelessHint: "有人入鏡的話，笑容越多，分數越高。",
  missionHeadline: "任務達成！",
  missionMet: (title) => `★ ${title} 達成！`,
  moreOnMyPage: (count) => `另有 ${count} 項，請到我的頁面查看。`,
  openMyPage: "前往我的頁面",
  waiting: "等待審核",
  waitingNote: "主辦人確認後，照片就會登上大螢幕與排行榜。",
  received: "照片已收到。目前人數較多，計分需要一點時間，結果請到我的頁面查看。",
  setTold: (photos, best) =>
    best === undefined ? `${photos} 張照片的結果` : `${photos} 張照片，最高 ${best}`,
  stillReading: (photos) => `另有 ${photos} 張還在計分，稍後請到我的頁面查看結果。`,
  earlierResults: "補上先前沒能告訴您的結果：",
  refusal,
  camera: "拍照",
  album: "從相簿選擇",
  ranking: "排行",
  myPage: "我的頁面",
  myPageLead: "您的所有照片與得分都在我的頁面。",
  rankingTitle: "目前排行",
  rankingEmpty: "還沒有人上榜，來傳第一張笑臉吧！",
  ownPlace: (place, points) => `您目前是第 ${place} 名（${points}）。`,
  noPlaceYet: "您還沒有名次。傳一張笑臉照，就會出現在這裡。",
  note,
  leaveTitle: "要刪除全部資料嗎？",
  leaveText:
    "您傳送的照片、分數、名次與名字，會從您參加過的所有活動中刪除，無法復原。\n聊天室裡的照片會留在您的手機上。",
  leaveNow: "全部刪除",
  stay: "先不要",
  guideTitle: "玩法說明",
  guideLead: (event) =>
    event === undefined ? "用照片比笑容的笑容排行榜。" : `「${event.title}」的笑容排行榜。`,
  guideSteps: ["和身邊的人一起拍張笑臉照", "把照片傳到這個聊天室", "到會場大螢幕看名次！"],
  guideNote: "所有人的笑容加總就是得分。也邀請初次見面的朋友一起入鏡吧！",
  commandsLead: "您也可以輸入",
  commands: [
    { text: "排行", what: "前五名與自己的名次" },
    { text: "我的頁面", what: "自己的照片與得分" },
    { text: "改名 小花", what: "將顯示名稱改為「小花」" },
    { text: "日本語 / English", what: "切換語言" },
    { text: "不要顯示 / 顯示", what: "停止或恢復在大螢幕上顯示" },
    { text: "退出", what: "刪除自己的所有照片與紀錄" },
  ],
  welcome: "歡迎！",
  openPrivacy: "照片的處理與聯絡窗口",
  privacy: (event) =>
    [
      "感謝您加入好友。開始之前，先說明照片的使用方式。",
      "■ 我們保存的內容\n您傳送的照片、LINE 的顯示名稱與使用者 ID，以及從照片判讀的表情。",
      "■ 用途\n以 Amazon Rekognition 判讀表情，並將照片、得分與名次顯示在會場大螢幕。",
      `■ 保存期限\n最晚在${event === undefined ? "各活動所定的日期" : event.deletedAt}前，全部刪除。`,
      "■ 如何撤回\n在聊天室「收回」該照片，或在「我的頁面」刪除，照片與得分會立即消失。傳「全部刪除」，連名字也會全部刪除。",
      "■ 語言\n傳「日本語」或「English」即可切換。",
      "傳送照片即表示您同意以上內容，也請先知會照片中的其他人。",
    ].join("\n\n"),
};

function note(kind: ChatNote, name: string): string {
  switch (kind) {
    case "renamed":
      return `您的名稱已改為「${name}」，大螢幕也會這樣顯示。`;
    case "name-held":
      return `新名稱已收到。在主辦人確認之前，大螢幕會顯示為「${name}」。`;
    case "named-by-host":
      return `主辦人已將您的名稱定為「${name}」。如想更改，請洽現場工作人員。`;
    case "how-to-rename":
      return "請在「改名」後面接上想顯示的名稱。\n例如：改名 小花";
    case "language-chosen":
      return "之後將以中文為您服務。";
    case "off-screen":
      return "大螢幕與排行榜將不再顯示您。\n如要恢復，請傳送「顯示」。";
    case "on-screen":
      return "大螢幕與排行榜將重新顯示您。";
    case "ranking-secret":
      return "排行目前保密中，請期待會場大螢幕公布結果！";
    case "left":
      return "正在刪除您的所有資料，馬上就會從大螢幕和排行榜消失。謝謝您的參與！\n之後再傳照片來，隨時都能重新參加。";
    case "stayed":
      return "沒有刪除任何資料，照片和分數都還在。";
    case "nothing-kept":
      return "我們沒有保存您的任何資料，請放心。";
  }
}

/** A sentence, or how to make it of what is known of the event. */
const refusals: Readonly<Record<Refusal, string | ((event: EventWords | undefined) => string)>> = {
  "no-face": "沒有找到臉。請在明亮處、正面再拍一張。",
  unreadable: "無法讀取這張圖片。",
  "unsupported-type": "只有照片（JPEG、PNG）可以計分，請改傳照片。",
  "too-large": "照片太大了，無法計分。請縮小後再傳一次。",
  duplicate: "這張照片已經收到了。換個姿勢，或再找兩位朋友，拍張新的吧！",
  blocked: "這張照片不適合在大螢幕上播放，歡迎再傳一張別的照片。",
  "not-yet-open": (event) =>
    event === undefined
      ? "活動尚未開始，請再稍候一下。"
      : `${titleOf(event)}從 ${event.opensAt} 開始收照片，請再稍候一下。`,
  closed: (event) => `${titleOf(event)}已停止收照片。謝謝大家的笑容！`,
  "time-up": "時間到！截止之後傳來的照片不列入這次的排名。請看會場螢幕，等待結果揭曉。",
  "which-event":
    "現在同時有好幾場活動。請先傳送您參加的活動的6碼代碼，就在會場螢幕上，或桌上QR碼旁邊。之後傳來的照片就會參加。",
  "unknown-code": "找不到這個代碼的活動。請再確認會場螢幕上或QR碼旁的6碼。",
  "no-event": "目前沒有進行中的活動，請於活動當天再傳一次。",
  banned: "很抱歉，本次活動無法接受您的照片。如有疑問，請洽現場工作人員。",
  "off-screen": "照片收到了。已依您的意願不在大螢幕上播放，分數請到「我的頁面」查看。",
  "over-limit": (event) =>
    event?.photosPerGuest === undefined
      ? "謝謝您！您能上大螢幕的照片張數已滿。收回先前的一張，這張就會遞補上去。"
      : `謝謝您！每位賓客最多有${event.photosPerGuest}張照片上大螢幕，您的名額已滿。收回先前的一張，這張就會遞補上去。`,
};

function refusal(reason: Refusal, event: EventWords | undefined): string {
  const sentence = refusals[reason];
  return typeof sentence === "string" ? sentence : sentence(event);
}

const titleOf = (event: EventWords | undefined): string => (event === undefined ? "" : `「${event.title}」`);
