import type { StageName } from "../stage.ts";

/** `say`: word for word; `do`: what the MC does. */
export interface ScriptLine {
  readonly kind: "say" | "do";
  readonly text: string;
}
export const say = (text: string): ScriptLine => ({ kind: "say", text });
export const act = (text: string): ScriptLine => ({ kind: "do", text });

/** The three parts of the show. */
export const showParts = ["explain", "play", "reveal"] as const;
export type ShowPart = (typeof showParts)[number];

/** What the MC says while a stage is on. */
export interface StageScript {
  readonly lines: (title: string) => readonly ScriptLine[];
  /** What comes next, and what the MC waits for. */
  readonly cue: string;
}

/** What the MC says in a reveal; the name itself stands between `before` and `after`. */
export interface RevealScript {
  readonly place: (place: number) => string;
  readonly winner: string;
  /** With which place it begins. */
  readonly opening: (place: number) => readonly ScriptLine[];
  readonly before: (place: number, isTied: boolean) => readonly ScriptLine[];
  readonly after: (place: number, score: string) => readonly ScriptLine[];
  readonly beforeWinner: (isTied: boolean) => readonly ScriptLine[];
  readonly afterWinner: (score: string) => readonly ScriptLine[];
  /** Stands where the name will be, in a rehearsal. */
  readonly someName: string;
  /** No guest stands at this place. */
  readonly nobody: string;
  readonly noReading: string;
  readonly cueFirst: (place: number) => string;
  readonly cueNext: (place: number) => string;
  readonly cueWinner: string;
  readonly cueEnd: string;
}

/** The page from which the MC reads. */
export interface HostScriptWords {
  readonly title: string;
  readonly order: string;
  readonly parts: Readonly<Record<ShowPart, string>>;
  readonly minutes: (count: number) => string;
  readonly now: string;
  readonly next: string;
  /** Another stage than the one on the screens is read. */
  readonly rehearsing: (now: string) => string;
  readonly backToNow: string;
  readonly backToRemote: string;
  readonly timeLeft: (clock: string) => string;
  readonly lastMinute: string;
  readonly timeUp: string;
  /** Stands after a guest's name. */
  readonly honorific: string;
  /** A guest without a readable name. */
  readonly someone: string;
  readonly stages: Readonly<Record<Exclude<StageName, "reveal">, StageScript>>;
  readonly reveal: RevealScript;
  readonly loading: string;
  readonly gone: string;
}
