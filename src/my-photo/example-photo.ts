import type { Face } from "#domain/face";
import type { MyPhoto } from "../backend/my-photo.ts";

/* For tests: a photo of two. */

export const face = (left: number, happy: number): Face => ({
  box: { left, top: 0.2, width: 0.2, height: 0.3 },
  confidence: 99,
  emotions: [
    { type: "CALM", confidence: 1 },
    { type: "HAPPY", confidence: happy },
  ],
});

export const shown: MyPhoto = {
  eventTitle: "太郎と花子の結婚披露宴",
  language: "ja",
  displayName: "花子",
  state: "shown",
  reason: null,
  score: 142.6,
  faces: [face(0.6, 47.4), face(0.1, 95.2)],
  scoring: {},
  standing: "best",
  labels: [],
  missions: [],
  picture: { url: "http://127.0.0.1:9/p/1.jpg", isPublic: true, width: 1024, height: 768 },
  size: { width: 1024, height: 768 },
  leavesAt: null,
  place: 3,
  sentAt: Date.parse("2026-06-06T03:34:00Z"),
};
