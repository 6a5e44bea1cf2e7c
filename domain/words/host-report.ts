import type { Language } from "../language.ts";

/** What stands around the report, for the host who prints it. */
export interface HostReportWords {
  readonly title: string;
  readonly print: string;
  readonly hint: string;
  readonly pictures: (settled: number, all: number) => string;
  readonly back: string;
  readonly loading: string;
  readonly none: string;
  readonly gone: string;
}

export const hostReportWords: Readonly<Record<Language, HostReportWords>> = {
  ja: {
    title: "式の記録",
    print: "印刷する",
    hint: "A4・倍率100%で印刷します。PDFに保存することもできます。載るのは表示中の写真だけです。",
    pictures: (settled, all) => `写真を読み込んでいます… ${all}枚中${settled}枚`,
    back: "数字のページへ戻る",
    loading: "読み込んでいます…",
    none: "表示中の写真がないため、まだ記録をつくれません。",
    gone: "この式は見つかりません。",
  },
  en: {
    title: "Report",
    print: "Print",
    hint: "On A4 at 100 %. You can also save it as a PDF. Only photos that are shown are in it.",
    pictures: (settled, all) => `Loading pictures… ${settled} of ${all}`,
    back: "Back to the numbers",
    loading: "Loading…",
    none: "No photo is shown, so there is nothing to report yet.",
    gone: "There is no such event.",
  },
  "zh-Hant": {
    title: "活動紀錄",
    print: "列印",
    hint: "請以 A4、100% 比例列印，也可以存成 PDF。只收錄顯示中的照片。",
    pictures: (settled, all) => `正在載入照片… ${settled} / ${all} 張`,
    back: "返回數據頁面",
    loading: "載入中…",
    none: "目前沒有顯示中的照片，還無法製作紀錄。",
    gone: "找不到這個活動。",
  },
};
