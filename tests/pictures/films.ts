import type { Scene } from "../fixtures/board-look/scene.ts";

/** Something happens on the screen after so many ms. */
export interface Beat {
  readonly atMs: number;
  readonly scene: Scene;
}

/** What of a film is kept: a frame every so many ms. */
export interface Take {
  readonly fromMs: number;
  readonly toMs: number;
  readonly everyMs: number;
}

export interface Film {
  readonly name: string;
  readonly scene: Scene;
  readonly beats: readonly Beat[];
  readonly takes: readonly Take[];
}

const usual = { theme: "hall-dark", language: "ja", cast: "evening" } as const;
const ranking: Scene = { ...usual, stage: "ranking" };
// Who climbs far, who takes the lead, and two who change places.
const climb = { 8: 470 };
const lead = { ...climb, 2: 640.4 };
const newcomer = { ...lead, 12: 431 };

const reveal = (step: number): Scene => ({ ...usual, stage: "reveal", step });
const round = (leftMs: number): Scene => ({ ...usual, stage: "round", leftMs });

/** What moves on the board, as the room sees it. */
export const films: readonly Film[] = [
  {
    name: "rank-changes",
    scene: ranking,
    beats: [
      { atMs: 400, scene: { ...ranking, scores: climb } },
      { atMs: 4_000, scene: { ...ranking, scores: newcomer } },
    ],
    takes: [
      { fromMs: 400, toMs: 1_000, everyMs: 80 },
      { fromMs: 1_000, toMs: 3_000, everyMs: 1_000 },
      { fromMs: 4_000, toMs: 4_640, everyMs: 80 },
      { fromMs: 5_000, toMs: 9_000, everyMs: 1_000 },
      { fromMs: 10_000, toMs: 11_600, everyMs: 200 },
    ],
  },
  {
    name: "reveal",
    scene: reveal(0),
    beats: Array.from({ length: 9 }, (_, index) => ({ atMs: 400 + index * 1_600, scene: reveal(index + 1) })),
    takes: [
      { fromMs: 320, toMs: 1_600, everyMs: 160 },
      { fromMs: 1_920, toMs: 3_360, everyMs: 160 },
      { fromMs: 3_600, toMs: 13_200, everyMs: 800 },
    ],
  },
  {
    name: "winner",
    scene: reveal(9),
    beats: [{ atMs: 400, scene: reveal(10) }],
    takes: [
      { fromMs: 320, toMs: 2_560, everyMs: 160 },
      { fromMs: 3_000, toMs: 16_000, everyMs: 1_000 },
    ],
  },
  {
    name: "spotlight",
    scene: ranking,
    beats: [{ atMs: 400, scene: { ...ranking, scores: { 1: 598.5 } } }],
    takes: [
      { fromMs: 400, toMs: 2_400, everyMs: 200 },
      { fromMs: 2_600, toMs: 5_800, everyMs: 800 },
      { fromMs: 6_000, toMs: 8_200, everyMs: 120 },
    ],
  },
  {
    name: "wall",
    scene: { ...usual, stage: "wall" },
    beats: [],
    takes: [{ fromMs: 2_400, toMs: 6_400, everyMs: 200 }],
  },
  {
    name: "last-seconds",
    scene: round(12_000),
    beats: [{ atMs: 15_000, scene: { ...usual, stage: "frozen" } }],
    takes: [
      { fromMs: 0, toMs: 9_000, everyMs: 1_000 },
      { fromMs: 10_000, toMs: 13_000, everyMs: 240 },
      { fromMs: 14_800, toMs: 17_000, everyMs: 200 },
    ],
  },
  {
    name: "turns",
    scene: { ...usual, stage: "join" },
    beats: [
      { atMs: 400, scene: ranking },
      { atMs: 1_600, scene: { ...usual, stage: "wall" } },
      { atMs: 3_200, scene: round(60_000) },
      { atMs: 4_800, scene: { ...usual, stage: "frozen" } },
      { atMs: 6_400, scene: reveal(0) },
      { atMs: 8_000, scene: { ...usual, stage: "thanks" } },
    ],
    takes: [{ fromMs: 320, toMs: 9_600, everyMs: 240 }],
  },
];
