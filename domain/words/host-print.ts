import type { Language } from "../language.ts";

/** The page of what is printed. */
export interface HostPrintWords {
  readonly title: string;
  readonly papers: Readonly<Record<"cards" | "poster" | "result", string>>;
  readonly whichPaper: string;
  readonly guestsLanguages: string;
  readonly print: string;
  readonly printHint: string;
  readonly back: string;
  readonly qr: string;
  readonly noBot: string;
  readonly resultTitle: string;
  readonly resultFixed: string;
  readonly resultNow: (clock: string) => string;
  readonly place: string;
  readonly name: string;
  readonly score: string;
  readonly called: string;
  readonly movesUp: string;
  readonly nobody: string;
  readonly readingHint: string;
  readonly toGuests: string;
  readonly someone: string;
  readonly loading: string;
  readonly gone: string;
}

/** What guests read on cards and posters: three short lines, in their own language. */
export interface InvitationWords {
  readonly lead: string;
  readonly steps: readonly [string, string, string];
  readonly screenNote: string;
  readonly code: string;
}

export const hostPrintWords: Readonly<Record<Language, HostPrintWords>> = {
  ja: {
    title: "印刷物",
    papers: { cards: "テーブルカード", poster: "ポスター", result: "順位表（司会用）" },
    whichPaper: "印刷するもの",
    guestsLanguages: "載せる言語",
    print: "印刷する",
    printHint: "A4・倍率100%で印刷します。PDFに保存することもできます。",
    back: "設定と招待へ戻る",
    qr: "参加用のQRコード",
    noBot: "ボットのIDが設定されていないため、QRをつくれません。設定のあとで印刷してください。",
    resultTitle: "笑顔ランキング 順位表",
    resultFixed: "確定した順位です。発表は下から上へ進みます。",
    resultNow: (clock) => `${clock} 現在の順位です。結果発表が始まると確定します。`,
    place: "順位",
    name: "お名前",
    score: "得点",
    called: "発表",
    movesUp: "ここから下は、呼ばない方がいるときに繰り上がる方です",
    nobody: "まだ順位のついた方はいません。",
    readingHint:
      "空いている欄には、読みがなを手で書き込めます。ゲストのページで登録すると、ここに印刷されます。",
    toGuests: "ゲストのページへ",
    someone: "ゲスト",
    loading: "読み込んでいます…",
    gone: "この式は見つかりません。",
  },
  en: {
    title: "Print",
    papers: { cards: "Table cards", poster: "Poster", result: "Result list for the MC" },
    whichPaper: "What to print",
    guestsLanguages: "Languages on it",
    print: "Print",
    printHint: "On A4 at 100 %. You can also save it as a PDF.",
    back: "Back to settings",
    qr: "QR code to take part",
    noBot: "The bot’s ID is not set, so there is no QR code yet. Print when it is set.",
    resultTitle: "Smile ranking: result",
    resultFixed: "This order is final. The reveal goes from the bottom to the top.",
    resultNow: (clock) => `The ranking at ${clock}. It becomes final when the reveal begins.`,
    place: "Place",
    name: "Name",
    score: "Points",
    called: "Called",
    movesUp: "Those below move up when somebody above is passed over",
    nobody: "Nobody has a place yet.",
    readingHint:
      "Write a reading by hand where it is missing, or enter it on the guests’ page to have it printed.",
    toGuests: "To the guests",
    someone: "Guest",
    loading: "Loading…",
    gone: "There is no such event.",
  },
  "zh-Hant": {
    title: "列印",
    papers: { cards: "桌卡", poster: "海報", result: "名次表（主持人用）" },
    whichPaper: "列印內容",
    guestsLanguages: "顯示語言",
    print: "列印",
    printHint: "請以 A4、100% 比例列印，也可以存成 PDF。",
    back: "返回設定與邀請",
    qr: "參加用的 QR Code",
    noBot: "尚未設定機器人的 ID，無法產生 QR Code。請設定後再列印。",
    resultTitle: "笑容排行榜 名次表",
    resultFixed: "名次已確定。宣布時由下往上進行。",
    resultNow: (clock) => `這是 ${clock} 的名次，開始揭曉後即確定。`,
    place: "名次",
    name: "姓名",
    score: "分數",
    called: "宣布",
    movesUp: "以下來賓在有人略過時依序遞補",
    nobody: "目前還沒有人上榜。",
    readingHint: "空白處可以手寫讀音；在來賓頁面登錄後，就會印在這裡。",
    toGuests: "前往來賓頁面",
    someone: "來賓",
    loading: "載入中…",
    gone: "找不到這個活動。",
  },
};

export const invitationWords: Readonly<Record<Language, InvitationWords>> = {
  ja: {
    lead: "笑顔を送ってください",
    steps: ["カメラでQRを読み取る", "そのまま「送信」を押す", "みんなの笑顔の写真を送る"],
    screenNote: "写真は会場のスクリーンに映ることがあります",
    code: "参加コード",
  },
  en: {
    lead: "Send us your smiles",
    steps: ["Scan the QR code", "Press “send” in LINE", "Send photos of smiling faces"],
    screenNote: "Photos may be shown on the screen in the hall",
    code: "Join code",
  },
  "zh-Hant": {
    lead: "請傳來您的笑容",
    steps: ["用相機掃描 QR Code", "直接按「傳送」", "傳送大家的笑臉照片"],
    screenNote: "照片可能會出現在會場的螢幕上",
    code: "參加代碼",
  },
};
