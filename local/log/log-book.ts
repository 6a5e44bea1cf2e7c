import type { Clock } from "../aws/service.ts";
import type { Entry } from "./entry.ts";
import { readLine } from "./read-line.ts";

export interface Noted extends Entry {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const KEPT = 60;

/** The last things that happened to photos, and the last that went wrong; the newest first. */
export class LogBook {
  readonly #clock: Clock;
  #photos: readonly Noted[] = [];
  #troubles: readonly Noted[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get photos(): readonly Noted[] {
    return this.#photos;
  }

  get troubles(): readonly Noted[] {
    return this.#troubles;
  }

  /** Takes a line as functions and stand-ins write it. */
  hear(line: string): void {
    const entry = { ...readLine(line), at: this.#clock() };
    if (entry.photo !== undefined) this.#photos = [entry, ...this.#photos].slice(0, KEPT);
    if (entry.level !== "info") this.#troubles = [entry, ...this.#troubles].slice(0, KEPT);
  }
}
