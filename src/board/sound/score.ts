/** The moments of a show that can be heard. */
export type Cue =
  /** The browser has just allowed sound: the operator hears how loud it is. */
  | "ready"
  | "leader"
  | "spotlight"
  /** One of a round's last seconds; `last-tick` of the very last three. */
  | "tick"
  | "last-tick"
  | "time-up"
  /** A place of the reveal. */
  | "place"
  /** Only the winner is left. */
  | "drum-roll"
  | "fanfare";

export type Voice = "bell" | "koto" | "drum" | "snare" | "wood" | "brass";

export interface Note {
  /** Seconds after the cue. */
  readonly at: number;
  readonly voice: Voice;
  /** As in MIDI: 69 is A at 440 Hz. */
  readonly pitch: number;
  /** Seconds until it has died away, or until it is let go (brass). */
  readonly lasts: number;
  /** 0–1 */
  readonly loudness: number;
}

// One scale for the whole evening, so that nothing ever clashes: D E F♯ A B.
const D3 = 50;
const A3 = 57;
const D4 = 62;
const FS4 = 66;
const A4 = 69;
const B4 = 71;
const D5 = 74;
const E5 = 76;
const FS5 = 78;
const A5 = 81;
const B5 = 83;
const D6 = 86;
const FS6 = 90;
/** The notes of the scale upwards, for runs. */
const RUN = [D4, 64, FS4, A4, B4, D5, E5, FS5, A5, B5] as const;

const note = (voice: Voice, at: number, pitch: number, lasts: number, loudness: number): Note => ({
  at,
  voice,
  pitch,
  lasts,
  loudness,
});
const chord = (voice: Voice, at: number, pitches: readonly number[], lasts: number, loudness: number) =>
  pitches.map((pitch, index) => note(voice, at + index * 0.012, pitch, lasts, loudness));

const leader = [
  note("koto", 0, A4, 0.9, 0.5),
  note("koto", 0.1, D5, 0.9, 0.55),
  note("koto", 0.2, FS5, 1, 0.6),
  note("bell", 0.32, A5, 1.8, 0.4),
  note("bell", 0.46, D6, 1.9, 0.3),
];

/** The run ends where the first face is lit. */
const spotlight = [
  ...RUN.map((pitch, index) => note("koto", index * 0.07, pitch, 0.7, 0.25 + index * 0.03)),
  note("drum", 0.7, A3 - 12, 0.8, 0.6),
  ...chord("bell", 0.7, [D5, A5, D6], 2.4, 0.34),
  note("bell", 1.05, FS6, 1.8, 0.16),
];

const timeUp = [
  note("drum", 0, D3 - 12, 0.9, 0.75),
  note("bell", 0.01, D4, 4, 0.5),
  note("bell", 0.03, A4, 3.4, 0.32),
  note("bell", 0.6, D5, 2.8, 0.16),
];

const place = [note("drum", 0, D3 - 9, 0.8, 0.62), note("drum", 0.16, D3 - 9, 0.5, 0.22)];

/** Swells, stays behind the words of the host, and dies away by itself if the winner is not told. */
const ROLL = { seconds: 14, strokes: 15, swell: 3.5, fade: 5 } as const;
const drumRoll = Array.from({ length: ROLL.seconds * ROLL.strokes }, (_, stroke) => {
  const at = stroke / ROLL.strokes;
  const swell = Math.min(1, 0.2 + at / ROLL.swell, (ROLL.seconds - at) / ROLL.fade);
  // Two sticks are never alike.
  return note("snare", at + (stroke % 2) * 0.006, 55, 0.16, swell * (stroke % 2 === 0 ? 0.55 : 0.44));
});

const END = 1.15;
const fanfare = [
  note("drum", 0, D3 - 12, 0.7, 0.7),
  ...[0, 0.19, 0.38].flatMap((at) => chord("brass", at, [A4 - 12, A4], 0.13, 0.4)),
  ...chord("brass", 0.57, [D4, A4, D5], 0.3, 0.4),
  ...chord("brass", 0.9, [E5 - 12, B4, E5], 0.2, 0.38),
  note("drum", END, D3 - 12, 1.4, 0.8),
  ...chord("brass", END, [D4, FS4, A4, D5, FS5], 1.9, 0.36),
  ...[D6, B5, A5, FS5, A5, B5, D6, FS6].map((pitch, index) =>
    note("bell", END + 0.2 + index * 0.13, pitch, 1.6, 0.16),
  ),
  note("drum", END + 1.2, D3 - 12, 0.5, 0.35),
  note("drum", END + 1.4, D3 - 12, 0.5, 0.45),
  note("drum", END + 1.6, D3 - 12, 1.4, 0.75),
];

/** What is played at a moment. */
export const scores: Readonly<Record<Cue, readonly Note[]>> = {
  ready: [note("bell", 0, A4, 1.2, 0.3), note("bell", 0.16, D5, 1.6, 0.3)],
  leader,
  spotlight,
  tick: [note("wood", 0, A5, 0.09, 0.45)],
  "last-tick": [note("wood", 0, D6, 0.1, 0.6), note("bell", 0, D5, 0.5, 0.14)],
  "time-up": timeUp,
  place,
  "drum-roll": drumRoll,
  fanfare,
};

/** Seconds until the last note of a moment has ended. */
export function lengthOf(cue: Cue): number {
  return Math.max(...scores[cue].map(({ at, lasts }) => at + lasts));
}
