import type { ExportImages } from "../event-export.ts";
import type { Language } from "../language.ts";

/** The page on which a host takes a whole event away. */
export interface HostExportWords {
  readonly title: string;
  readonly hint: string;
  readonly loading: string;
  readonly order: string;
  readonly orderAgain: string;
  readonly images: string;
  readonly imagesNames: Readonly<Record<ExportImages, string>>;
  readonly imagesHints: Readonly<Record<ExportImages, string>>;
  readonly contents: readonly string[];
  readonly againHint: string;
  readonly begin: string;
  readonly current: string;
  readonly counting: string;
  readonly making: string;
  readonly ready: string;
  readonly photosOf: (done: string, total: string) => string;
  readonly partsOf: (done: number, total: number) => string;
  readonly goesOn: string;
  /** A try failed. */
  readonly again: string;
  readonly parts: string;
  readonly part: (part: number, parts: number) => string;
  readonly photos: (count: number) => string;
  readonly withdrawn: (photos: number) => string;
  readonly waiting: string;
  readonly atWork: string;
  readonly download: string;
  readonly downloadPart: (part: string) => string;
  readonly taken: string;
  readonly partGone: string;
  /** `when`: as people say it. */
  readonly kept: (when: string) => string;
  readonly stop: string;
  readonly remove: string;
  readonly stopTitle: string;
  readonly removeTitle: string;
  readonly stopHint: string;
  readonly keep: string;
  readonly notSent: string;
  readonly conflict: string;
  readonly gone: string;
}

const ja: HostExportWords = {
  title: "まとめてダウンロード",
  hint: "届いた写真と記録を、ZIPファイルにまとめて手元に残せます。",
  loading: "状態を確認しています",
  order: "どの写真をまとめますか？",
  orderAgain: "新しくまとめる",
  images: "写真の種類",
  imagesNames: { originals: "元の写真", display: "画面用の写真" },
  imagesHints: {
    originals: "送られてきたままの写真です。アルバムや印刷にはこちらを。",
    display: "長辺1024ピクセルの軽い写真です。手早く見返したいときに。",
  },
  contents: [
    "写真（日時・送った人・幸福度がファイル名になります）",
    "確認待ち・非表示の写真も、別のフォルダに入ります",
    "写真とゲストの一覧表（Excelで開けます）と、すべての記録",
    "送った人が取り消した写真は入りません",
  ],
  againHint: "新しくまとめると、いまのファイルは消えます。",
  begin: "ファイルを作る",
  current: "まとめたファイル",
  counting: "写真を数えています",
  making: "ファイルを作っています",
  ready: "ファイルができました",
  photosOf: (done, total) => `${total}枚中${done}枚`,
  partsOf: (done, total) => `${total}個中${done}個できあがり`,
  goesOn: "このページを閉じても続きます。できたものから順にダウンロードできます。",
  again: "うまくいかなかったため、自動でもう一度試しています。できあがった分はそのまま残ります。",
  parts: "ファイルの一覧",
  part: (part, parts) => (parts === 1 ? "ZIPファイル" : `ZIPファイル ${part}/${parts}`),
  photos: (count) => `写真${count.toLocaleString("ja")}枚`,
  withdrawn: (photos) =>
    `送った人が写真を${photos}枚取り消したため、除いて作り直しました。前にダウンロードしたものは削除してください。`,
  waiting: "順番待ち",
  atWork: "作っています…",
  download: "ダウンロード",
  downloadPart: (part) => `${part}をダウンロード`,
  taken: "ダウンロード済み",
  partGone: "このファイルは、いまはありません。最新の状態を表示します。",
  kept: (when) => `${when}まで置いてあります。`,
  stop: "中止する",
  remove: "ファイルを消す",
  stopTitle: "ファイル作りを中止しますか？",
  removeTitle: "まとめたファイルを消しますか？",
  stopHint: "できあがったファイルも消えます。写真そのものは消えません。あとでまた作れます。",
  keep: "このまま残す",
  notSent: "うまくいきませんでした。電波を確かめて、もう一度お試しください。",
  conflict: "ほかの主催者が先に始めました。",
  gone: "いまはありません。",
};

const en: HostExportWords = {
  title: "Download everything",
  hint: "All photos and records of this event, as ZIP files for you to keep.",
  loading: "Looking how things stand",
  order: "Which pictures would you like?",
  orderAgain: "Make new files",
  images: "Kind of pictures",
  imagesNames: { originals: "Originals", display: "Screen size" },
  imagesHints: {
    originals: "Exactly as they were sent: for albums and prints.",
    display: "At most 1024 pixels on the long side: small, and quick to look through.",
  },
  contents: [
    "Photos, named by when and by whom they were sent, with their points",
    "Waiting and hidden photos too, in folders of their own",
    "Tables of photos and guests that open in Excel, and every record",
    "Never a photo that its sender took back",
  ],
  againHint: "New files take the place of those above.",
  begin: "Make the files",
  current: "Your files",
  counting: "Counting photos",
  making: "Making your files",
  ready: "Your files are ready",
  photosOf: (done, total) => `${done} of ${total} photos`,
  partsOf: (done, total) => (total === 1 ? `${done} of 1 file` : `${done} of ${total} files`),
  goesOn: "You may close this page: it goes on. Each file is here as soon as it is ready.",
  again: "Something went wrong and is being tried again. Finished files stay.",
  parts: "Files",
  part: (part, parts) => (parts === 1 ? "ZIP file" : `ZIP file ${part} of ${parts}`),
  photos: (count) => (count === 1 ? "1 photo" : `${count.toLocaleString("en")} photos`),
  withdrawn: (photos) =>
    `Made again without ${photos === 1 ? "a photo" : `${photos} photos`} that the sender took back. Please delete the file you downloaded before.`,
  waiting: "Waiting",
  atWork: "Being made…",
  download: "Download",
  downloadPart: (part) => `Download ${part}`,
  taken: "Downloaded",
  partGone: "This file is not here just now. The page shows how things stand.",
  kept: (when) => `Here until ${when}.`,
  stop: "Stop",
  remove: "Remove the files",
  stopTitle: "Stop making the files?",
  removeTitle: "Remove the files?",
  stopHint: "Finished files go, too. The photos themselves stay, and you can make new files later.",
  keep: "Keep them",
  notSent: "That did not work. Please check your connection and try again.",
  conflict: "Another host was faster.",
  gone: "There is nothing here just now.",
};

const zhHant: HostExportWords = {
  title: "全部下載",
  hint: "把收到的照片與紀錄打包成ZIP檔，留作紀念。",
  loading: "正在確認狀態",
  order: "要打包哪一種照片？",
  orderAgain: "重新打包",
  images: "照片種類",
  imagesNames: { originals: "原始照片", display: "螢幕用照片" },
  imagesHints: {
    originals: "與傳來時完全相同，適合做相簿或沖印。",
    display: "長邊1024像素的小檔，適合快速回顧。",
  },
  contents: [
    "照片（檔名包含時間、傳送者與幸福度）",
    "待確認與未顯示的照片，會放在各自的資料夾",
    "照片與賓客的表格（可用Excel開啟），以及全部紀錄",
    "傳送者已收回的照片不會包含在內",
  ],
  againHint: "重新打包後，目前的檔案會被取代。",
  begin: "開始打包",
  current: "打包好的檔案",
  counting: "正在計算照片數量",
  making: "正在製作檔案",
  ready: "檔案已完成",
  photosOf: (done, total) => `${total} 張中的 ${done} 張`,
  partsOf: (done, total) => `${total} 個中已完成 ${done} 個`,
  goesOn: "關閉此頁面也會繼續。完成的檔案可先下載。",
  again: "剛才沒有成功，正在自動重試。已完成的檔案會保留。",
  parts: "檔案清單",
  part: (part, parts) => (parts === 1 ? "ZIP檔" : `ZIP檔 ${part}/${parts}`),
  photos: (count) => `照片 ${count.toLocaleString("zh-Hant")} 張`,
  withdrawn: (photos) => `傳送者收回了 ${photos} 張照片，已排除並重新製作。請刪除先前下載的檔案。`,
  waiting: "等候中",
  atWork: "製作中…",
  download: "下載",
  downloadPart: (part) => `下載${part}`,
  taken: "已下載",
  partGone: "目前沒有這個檔案，將顯示最新狀態。",
  kept: (when) => `保留至${when}。`,
  stop: "停止",
  remove: "刪除檔案",
  stopTitle: "要停止製作嗎？",
  removeTitle: "要刪除打包好的檔案嗎？",
  stopHint: "已完成的檔案也會刪除。照片本身不會消失，之後可以再製作。",
  keep: "保留",
  notSent: "沒有成功。請確認網路後再試一次。",
  conflict: "其他主辦人已先開始。",
  gone: "目前沒有檔案。",
};

export const hostExportWords: Readonly<Record<Language, HostExportWords>> = { ja, en, "zh-Hant": zhHant };
