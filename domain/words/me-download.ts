import type { Language } from "../language.ts";

/** The words of a guest's page about taking all own photos away (P10). Times and sizes come as text. */
export interface MeDownloadWords {
  readonly title: string;
  readonly note: string;
  readonly order: string;
  readonly ordering: string;
  /** `total` is null until they were counted. */
  readonly running: (done: number, total: number | null) => string;
  readonly stay: string;
  readonly ready: (photos: number, size: string) => string;
  readonly open: string;
  readonly until: (time: string) => string;
  readonly failed: string;
  readonly gone: string;
  /** While the page cannot hear how far it is. */
  readonly trouble: string;
  readonly anew: string;
}

export const meDownloadWords: Readonly<Record<Language, MeDownloadWords>> = {
  ja: {
    title: "写真をまとめて保存",
    note: "送った写真をもとの画質のまま、お預かりしている記録といっしょに、ひとつのファイル（ZIP）にします。取り消した写真は入りません。",
    order: "ファイルを準備する",
    ordering: "お願いしています",
    running: (done, total) =>
      total === null ? "準備をはじめました" : `準備しています（${done}/${total}枚）`,
    stay: "このページを閉じても、準備は続きます。",
    ready: (photos, size) =>
      photos === 0
        ? `記録のファイル（${size}）ができました。`
        : `写真${photos}枚（${size}）の準備ができました。`,
    open: "ファイルを受け取る",
    until: (time) => `${time}まで受け取れます。`,
    failed: "うまく準備できませんでした。お手数ですが、もう一度お試しください。",
    gone: "写真が変わったため、このファイルは受け取れなくなりました。もう一度準備してください。",
    trouble: "ただいまつながりにくくなっています。準備は続いています。",
    anew: "もう一度準備する",
  },
  en: {
    title: "Download my photos",
    note: "All photos you sent, as they came, in one file (ZIP), with everything we keep about you. Photos you took back are not in it.",
    order: "Prepare the file",
    ordering: "Asking for it",
    running: (done, total) => (total === null ? "Getting started" : `Packing: ${done} of ${total} photos`),
    stay: "You may close this page: the packing goes on.",
    ready: (photos, size) => {
      if (photos === 0) return `The file with what we keep is ready (${size}).`;
      return photos === 1 ? `Your photo is ready (${size}).` : `Your ${photos} photos are ready (${size}).`;
    },
    open: "Get the file",
    until: (time) => `It stays here until ${time}.`,
    failed: "The file could not be made. Please try again.",
    gone: "Your photos have changed, and this file is gone. Please prepare it again.",
    trouble: "The connection is poor right now. The packing goes on.",
    anew: "Prepare it again",
  },
  "zh-Hant": {
    title: "下載我的照片",
    note: "把您傳送的照片以原畫質，連同我們保存的資料，整理成一個檔案（ZIP）。已收回的照片不會包含在內。",
    order: "準備檔案",
    ordering: "正在送出",
    running: (done, total) => (total === null ? "開始準備了" : `準備中（${done}/${total}張）`),
    stay: "關閉此頁面也會繼續準備。",
    ready: (photos, size) =>
      photos === 0 ? `資料檔案（${size}）已準備好。` : `${photos}張照片（${size}）已準備好。`,
    open: "下載檔案",
    until: (time) => `可下載至${time}。`,
    failed: "檔案沒有準備成功，請再試一次。",
    gone: "照片有變動，這個檔案已無法下載，請重新準備。",
    trouble: "目前連線不穩，檔案仍在準備中。",
    anew: "重新準備",
  },
};
