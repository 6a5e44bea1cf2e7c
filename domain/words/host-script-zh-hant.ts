import { act, type HostScriptWords, say } from "./host-script-words.ts";

export const traditionalChinese: HostScriptWords = {
  title: "主持稿",
  order: "流程",
  parts: { explain: "說明", play: "拍照", reveal: "揭曉" },
  minutes: (count) => `${count} 分鐘`,
  now: "現在說",
  next: "下一個提示",
  rehearsing: (now) => `您正在預讀。螢幕目前顯示「${now}」。`,
  backToNow: "回到目前段落",
  backToRemote: "前往螢幕操作",
  timeLeft: (clock) => `剩下 ${clock}`,
  lastMinute: "剩下不到一分鐘囉！手機裡還有沒送出的笑容嗎？",
  timeUp: "時間到！非常感謝大家滿滿的笑容。",
  honorific: "",
  someone: "來賓",
  stages: {
    join: {
      lines: (title) => [
        say(`歡迎各位來賓蒞臨「${title}」。接下來，是由大家的笑容一起寫下的「笑容排行榜」時間。`),
        say("請拿出您的手機，用相機掃描螢幕上的 QR Code，LINE 就會自動開啟。"),
        act("環視全場，等大家拿出手機"),
        say("參加代碼已經替您填好，直接按「傳送」就完成了。接著只要把笑容照片傳到聊天室，馬上就會收到分數。"),
        say("您傳來的照片可能會出現在會場的螢幕上，也隨時可以自行收回，請放心參加。"),
      ],
      cue: "大家都加入後，請向操作人員示意，螢幕會切換到「排行榜」。",
    },
    ranking: {
      lines: () => [
        say("大家的笑容已經陸續抵達了！"),
        act("看看最上方的照片，說一句祝福"),
        say("每收到一張照片，名次都會變動，現場每一位都有機會登上第一名。"),
        say("邀請身旁的朋友，或是別桌的親友，一起拍一張吧。"),
      ],
      cue: "氣氛熱絡後，請向操作人員示意，「拍照時間」就會開始。",
    },
    wall: {
      lines: () => [
        say("螢幕上正一張一張地為大家獻上收到的笑容。"),
        say("這裡不會顯示分數，請一邊聊天、一邊慢慢欣賞。"),
        say("照片仍然可以繼續用 LINE 傳給我們喔。"),
      ],
      cue: "等現場稍微安靜後，請向操作人員示意，「拍照時間」就會開始。",
    },
    round: {
      lines: () => [
        say("讓各位久等了，拍照時間正式開始！"),
        say("在螢幕上的倒數歸零之前送出的照片，都會列入計分。"),
        say("歡迎離開座位，呼朋引伴，把最燦爛的笑容傳過來。大家，出發！"),
        act("走進會場，為正在拍照的來賓加油"),
      ],
      cue: "倒數歸零後，操作人員會切換到「截止」。",
    },
    frozen: {
      lines: () => [
        say("各位來賓，照片收件到此截止。"),
        say("我們正在為每一個笑容計分，名次暫時保密。"),
        say("究竟是誰拔得頭籌呢？請大家先回座，結果馬上揭曉。"),
      ],
      cue: "照片全部計分完成後，操作人員會切換到「公布結果」。看到手勢之前，請先暖場。",
    },
    thanks: {
      lines: () => [
        say("感謝每一位來賓，謝謝大家今天滿滿的笑容。"),
        say("您的照片和分數，之後也可以從 LINE 收到的卡片再次欣賞。"),
        say("笑容排行榜到此圓滿結束。請大家為彼此熱烈鼓掌！"),
      ],
      cue: "流程到此結束，辛苦了！",
    },
  },
  reveal: {
    place: (place) => `第 ${place} 名`,
    winner: "冠軍",
    opening: (place) => [
      say("讓各位久等了，笑容排行榜，結果揭曉！"),
      say(
        place === 1
          ? "現在，就為大家宣布冠軍得主。"
          : `我們將從第 ${place} 名開始宣布。聽到名字的來賓，請舉起您的手。`,
      ),
      say("也請大家以溫暖的掌聲，為他們喝采。"),
    ],
    before: (place, isTied) => [say(isTied ? `並列第 ${place} 名的是……` : `第 ${place} 名是……`)],
    after: (place, score) => [
      say(`${score} 分，恭喜！`),
      say(place <= 3 ? "多麼燦爛的笑容！請大家熱烈鼓掌。" : "謝謝您帶來這麼棒的笑容。"),
    ],
    beforeWinner: (isTied) => [say(isTied ? "並列冠軍的是……" : "冠軍是……")],
    afterWinner: (score) => [
      say(`${score} 分！恭喜榮獲冠軍！`),
      act("邀請得獎來賓上台，說幾句話"),
      say("請大家再一次，給予最熱烈的掌聲！"),
    ],
    someName: "姓名",
    nobody: "這個名次沒有來賓，操作人員會繼續下一位。",
    noReading: "尚未登錄讀音",
    cueFirst: (place) => `請向操作人員示意。第 ${place} 名的照片出現後，再唸出姓名。`,
    cueNext: (place) => `掌聲稍歇後示意。下一位是第 ${place} 名。`,
    cueWinner: "先說「只剩下冠軍了。今天最燦爛的笑容，屬於……」，稍作停頓，再示意。",
    cueEnd: "頒獎完成後，操作人員會切換到「感謝」。",
  },
  loading: "載入中…",
  gone: "找不到這個活動。",
};
