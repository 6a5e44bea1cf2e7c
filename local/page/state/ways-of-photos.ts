import type { Noted } from "../../log/log-book.ts";

/** All that is known to have happened to one photo. */
export interface WayOfPhoto {
  readonly photo: string;
  /** In the order in which it happened. */
  readonly steps: readonly Noted[];
  /** When something last happened to it: milliseconds since the epoch. */
  readonly at: number;
  /** `trouble`: the last thing went wrong. `done`: nothing more is to come. */
  readonly state: "under way" | "done" | "trouble";
}

const lastSteps = /(?: after LINE got it$|^taken back|^not let in|^LINE has it no more)/;

/** Groups what the log book says, which is newest first, by photo; the photo that moved last comes first. */
export function waysOfPhotos(noted: readonly Noted[]): readonly WayOfPhoto[] {
  const steps = new Map<string, Noted[]>();
  for (const one of noted) {
    if (one.photo === undefined) continue;
    const known = steps.get(one.photo) ?? [];
    steps.set(one.photo, [one, ...known]);
  }
  return [...steps].map(([photo, own]) => {
    const last = own.at(-1);
    const isDone = own.some(({ text }) => lastSteps.test(text));
    const state = last?.level === "error" ? "trouble" : isDone ? "done" : "under way";
    return { photo, steps: own, at: last?.at ?? 0, state };
  });
}
