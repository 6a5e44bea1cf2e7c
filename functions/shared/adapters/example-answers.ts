import type { messagingApi } from "@line/bot-sdk";
import type { Refusal } from "#domain/words/bot-words";
import type { Answer, PhotoAnswer, ScoreCard, SetAnswer } from "../ports/guest-messenger.ts";
import { lineMessages } from "./line-messages.ts";

// Answers of every kind, for tests of how they look.

const addresses = {
  cdnBaseUrl: "https://cdn.example",
  liffBaseUrl: "https://liff.line.me/1234567890-AbcdEfgh",
};
export const image = `p/${"a".repeat(32)}`;
export const card: ScoreCard = {
  kind: "score",
  language: "ja",
  photoId: "1001",
  score: 142.6,
  faces: 2,
  counted: 2,
  why: [],
  missions: [],
  image,
  width: 1024,
  height: 768,
  best: 142.6,
  place: 3,
};
export const nothingMore = { why: [], missions: [] } as const;
/** As much as a host and a full photo can bring about. */
export const everything = {
  counted: 3,
  why: Array.from(
    { length: 100 },
    (_, index) => `${index + 1}人目は小さく写っているため、得点に入りません。`,
  ),
  missions: Array.from({ length: 10 }, (_, index) => "題".repeat(39) + String(index)),
};
export const event = {
  title: "山田家 披露宴",
  language: "ja",
  joinCode: "H7KC4M",
  opensAt: 1_800_000_000_000,
  retentionEndsAt: 1_810_000_000_000,
} as const;
export const reasons: readonly Refusal[] = [
  "time-up",
  "duplicate",
  "blocked",
  "no-face",
  "unreadable",
  "unsupported-type",
  "too-large",
  "not-yet-open",
  "closed",
  "no-event",
  "which-event",
  "unknown-code",
  "banned",
  "off-screen",
  "over-limit",
];

/** A4: as much as one answer may tell, of everything that a photo can become. */
export const setAnswersIn = (language: ScoreCard["language"]): SetAnswer[] => {
  const waiting = { kind: "waiting", language, photoId: "1001", score: 80, faces: 40 } as const;
  const each: PhotoAnswer[] = [
    { ...card, ...everything, language },
    { ...card, ...everything, language, faces: 0, counted: 0, score: 0 },
    { ...waiting, ...everything },
    ...reasons.map((reason) => ({ kind: "refused", language, reason, event }) as const),
  ];
  const results = (most: number) =>
    Array.from({ length: most }, (_, at) => ({
      position: at + 1,
      answer: each[at % each.length] ?? { ...card, language },
    }));
  const refused = [{ position: 2, answer: { kind: "refused", language, reason: "no-face" } }] as const;
  return [
    { kind: "set", language, results: results(48), sent: 50, stillReading: 0 },
    // The largest cards there are.
    {
      kind: "set",
      language,
      results: results(12).map((one) => ({ ...one, answer: each[0] ?? card })),
      sent: 12,
      stillReading: 0,
    },
    { kind: "set", language, results: results(36), sent: 50, stillReading: 14 },
    { kind: "set", language, results: refused, sent: 2, stillReading: 1 },
  ];
};

/** All values under a name, however deep. */
export function all(value: unknown, name: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key === name ? [member] : []),
    ...all(member, name),
  ]);
}
export const rendered = (answer: Answer): messagingApi.Message[] => lineMessages(answer, addresses);
