import type { HistoryPhoto, MyHistory } from "../backend/my-history.ts";

/* For tests: a guest with three photos, the newest waiting for the host. */

export const historyPhoto = (photoId: string, more: Partial<HistoryPhoto> = {}): HistoryPhoto => ({
  photoId,
  state: "shown",
  reason: null,
  score: 95.2,
  faceCount: 1,
  picture: {
    display: `http://127.0.0.1:9/p/${photoId}.jpg`,
    thumbnail: `http://127.0.0.1:9/p/${photoId}-s.jpg`,
  },
  size: { width: 1024, height: 768 },
  leavesAt: null,
  sentAt: Date.parse("2026-06-06T03:34:00Z"),
  ...more,
});

export const history: MyHistory = {
  eventTitle: "太郎と花子の結婚披露宴",
  language: "ja",
  displayName: "花子",
  score: 142.6,
  place: 3,
  bestPhotoId: "2",
  isOffScreen: false,
  heldName: null,
  isNamedByHost: false,
  joinCode: "EGAO42",
  photos: [
    historyPhoto("3", {
      state: "pending",
      reason: "review-first",
      picture: null,
      score: 180.4,
      faceCount: 3,
    }),
    historyPhoto("2", { score: 142.6, faceCount: 2 }),
    historyPhoto("1", { state: "hidden", reason: "no-face", picture: null, score: 0, faceCount: 0 }),
  ],
};
