import type { Language } from "../language.ts";
import type { PhotoReason } from "../photo.ts";

/** The words of a guest's page about one own photo. */
export interface MyPhotoWords {
  readonly pageTitle: string;
  /** Stands before the points. */
  readonly happiness: string;
  readonly faces: (count: number) => string;
  readonly yourPlace: string;
  readonly place: (place: number) => string;
  readonly everyFace: string;
  readonly face: (number: number) => string;
  readonly pictureOf: (name: string) => string;
  readonly sentBy: (name: string, when: string) => string;
  readonly shown: string;
  readonly pending: string;
  readonly hidden: string;
  readonly removed: string;
  /** More exact than the sentence of the state. */
  readonly reasons: Readonly<Partial<Record<PhotoReason, string>>>;
  readonly noPicture: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly reopen: string;
  readonly notFound: string;
  readonly eventGone: string;
}

const ja: MyPhotoWords = {
  pageTitle: "あなたの写真",
  happiness: "幸福度",
  faces: (count) => `写っている人 ${count}人`,
  yourPlace: "あなたの順位",
  place: (place) => `${place}位`,
  everyFace: "ひとりひとりの幸福度",
  face: (number) => `${number}人目`,
  pictureOf: (name) => `${name}さんが送った写真`,
  sentBy: (name, when) => `${name}さん・${when}`,
  shown: "会場のスクリーンに登場しています。",
  pending: "ただいま確認中です。終わるまで公開されません。",
  hidden: "この写真はスクリーンには表示されていません。",
  removed: "この写真は取り消され、画像は削除されました。",
  reasons: {
    "no-face": "お顔が見つかりませんでした。明るい場所で、もう一枚いかがですか。",
    unreadable: "画像がうまく読み込めませんでした。もう一度送ってみてください。",
    "unsupported-type": "この形式の画像は読み込めません。カメラで撮った写真を送ってみてください。",
    "too-large": "画像が大きすぎました。少し小さくして、もう一度送ってみてください。",
    "review-first": "主催者が確認しています。終わるまで公開されません。",
    "not-checked": "主催者が確認しています。終わるまで公開されません。",
    flagged: "念のため主催者が確認しています。終わるまで公開されません。",
    "banned-word": "念のため主催者が確認しています。終わるまで公開されません。",
    blocked: "この写真は会場のスクリーンには映りません。別の一枚もお待ちしています。",
    duplicate: "同じ写真がすでに届いています。ポーズや顔ぶれを変えて、新しい一枚をどうぞ。",
  },
  noPicture: "画像を表示できません",
  loading: "写真を用意しています",
  failed: "うまくつながりませんでした。電波の良いところで再度お試しください。",
  tryAgain: "もう一度読み込む",
  reopen: "トーク画面に届いたカードから、もう一度開いてください。",
  notFound: "写真が見つかりません。ご覧いただけるのは、ご自分が送った写真だけです。",
  eventGone: "この会は終了し、写真はすべて削除されました。",
};

const en: MyPhotoWords = {
  pageTitle: "Your photo",
  happiness: "Happiness",
  faces: (count) => (count === 1 ? "1 face" : `${count} faces`),
  yourPlace: "Your place",
  place: (place) => ordinal(place),
  everyFace: "Happiness, face by face",
  face: (number) => `Face ${number}`,
  pictureOf: (name) => `Photo sent by ${name}`,
  sentBy: (name, when) => `${name}, ${when}`,
  shown: "It is on the big screen.",
  pending: "It is being checked. Nobody else sees it until then.",
  hidden: "It is not shown on the screen.",
  removed: "This photo was taken back and its picture deleted.",
  reasons: {
    "no-face": "No face was found. How about one more, where there is more light?",
    unreadable: "The picture could not be read. Please send it again.",
    "unsupported-type": "This kind of picture cannot be read. Please send a photo from your camera.",
    "too-large": "The picture was too large. Please make it smaller and send it again.",
    "review-first": "The host is looking at it. Nobody else sees it until then.",
    "not-checked": "The host is looking at it. Nobody else sees it until then.",
    flagged: "To be on the safe side the host is looking at it. Nobody else sees it until then.",
    "banned-word": "To be on the safe side the host is looking at it. Nobody else sees it until then.",
    blocked: "It cannot be shown on the screen. We would love to see another one.",
    duplicate: "We already have this one. How about a new pose, or two more people in it?",
  },
  noPicture: "The picture cannot be shown",
  loading: "Getting your photo ready",
  failed: "No connection just now. Please try again where the signal is better.",
  tryAgain: "Load again",
  reopen: "Please open this page again from the card in your chat.",
  notFound: "There is no such photo here. You can only see photos that you sent yourself.",
  eventGone: "The party is over and all its photos have been deleted.",
};

const zhHant: MyPhotoWords = {
  pageTitle: "您的照片",
  happiness: "幸福度",
  faces: (count) => `${count}張臉`,
  yourPlace: "您的名次",
  place: (place) => `第${place}名`,
  everyFace: "每個人的幸福度",
  face: (number) => `第${number}張臉`,
  pictureOf: (name) => `${name}傳送的照片`,
  sentBy: (name, when) => `${name}・${when}`,
  shown: "正在會場的大螢幕上播放。",
  pending: "正在確認中。完成之前，其他人看不到這張照片。",
  hidden: "這張照片沒有顯示在大螢幕上。",
  removed: "這張照片已收回，圖片也已刪除。",
  reasons: {
    "no-face": "沒有找到臉孔。換個明亮的地方，再拍一張好嗎？",
    unreadable: "無法讀取這張圖片，請再傳送一次。",
    "unsupported-type": "無法讀取這種格式的圖片，請傳送用相機拍的照片。",
    "too-large": "圖片太大了，請縮小之後再傳送一次。",
    "review-first": "主辦人正在確認。完成之前，其他人看不到這張照片。",
    "not-checked": "主辦人正在確認。完成之前，其他人看不到這張照片。",
    flagged: "為了謹慎，主辦人正在確認。完成之前，其他人看不到這張照片。",
    "banned-word": "為了謹慎，主辦人正在確認。完成之前，其他人看不到這張照片。",
    blocked: "這張照片不會在會場的大螢幕上播放，歡迎再傳一張別的照片。",
    duplicate: "這張照片已經收到了。換個姿勢或換些人，拍張新的吧！",
  },
  noPicture: "無法顯示圖片",
  loading: "正在準備照片",
  failed: "目前無法連線，請到訊號較好的地方再試一次。",
  tryAgain: "重新載入",
  reopen: "請從聊天室收到的卡片重新開啟。",
  notFound: "找不到這張照片。您只能看到自己傳送的照片。",
  eventGone: "活動已經結束，照片也全部刪除了。",
};

export const myPhotoWords: Readonly<Record<Language, MyPhotoWords>> = { ja, en, "zh-Hant": zhHant };

function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}
