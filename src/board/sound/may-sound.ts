import { type Cue, lengthOf } from "./score.ts";

/** What is heard now. `since` and `now` are seconds of the same clock. */
export interface Sounding {
  readonly cue: Cue;
  readonly since: number;
}

/** So short and soft that it is heard beside anything. */
export const isLight = (cue: Cue): boolean => cue === "tick" || cue === "last-tick";

/** Who is heard when two moments meet. */
const weights: Readonly<Record<Cue, number>> = {
  tick: 0,
  "last-tick": 0,
  ready: 1,
  leader: 1,
  spotlight: 2,
  "drum-roll": 3,
  "time-up": 4,
  place: 4,
  fanfare: 5,
};
/** After so much of a moment its weight is gone: what is left of it is an echo. */
const SAID = 0.6;

/** Whether a moment is heard although another one sounds: never two at once, the lighter one gives way. */
export function maySound(cue: Cue, sounding: Sounding | null, now: number): boolean {
  if (sounding === null || isLight(cue)) return true;
  const isSaid = now - sounding.since >= SAID * lengthOf(sounding.cue);
  return isSaid || weights[cue] >= weights[sounding.cue];
}
