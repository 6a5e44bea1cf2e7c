import { openHall } from "./hall.ts";
import { isLight, maySound, type Sounding } from "./may-sound.ts";
import { type Cue, scores } from "./score.ts";
import { playNote } from "./voices.ts";

/** How quickly what gives way is gone, in seconds. */
const FADE = 0.12;
/** So much ahead of now, so that no beginning is lost. */
const AHEAD = 0.02;

/** Plays the moments of a show. Where the browser does not let it, it is silent; it never throws. */
export class Speaker {
  readonly #context: AudioContext | null;
  readonly #onAllowed: (isAllowed: boolean) => void;
  #hall: AudioNode | null = null;
  #sounding: (Sounding & { readonly gain: GainNode }) | null = null;

  /** `onAllowed` hears whenever the browser begins or ceases to let us be heard; at first it does not. */
  constructor(onAllowed: (isAllowed: boolean) => void) {
    this.#onAllowed = onAllowed;
    this.#context = newContext();
    this.#context?.addEventListener("statechange", this.#tell);
  }

  readonly #tell = () => this.#onAllowed(this.#context?.state === "running");

  /** To be called during a click or a key: browsers allow no sound before. */
  readonly wake = (): void => {
    if (this.#context?.state === "running") return;
    this.#context?.resume().catch(inform);
  };

  readonly play = (cue: Cue): void => {
    const context = this.#context;
    // What could not be heard then is not told later.
    if (context?.state !== "running" || !maySound(cue, this.#sounding, context.currentTime)) return;
    const begins = context.currentTime + AHEAD;
    this.#hall ??= openHall(context);
    const gain = new GainNode(context);
    gain.connect(this.#hall);
    for (const note of scores[cue]) playNote(context, gain, note, begins);
    if (isLight(cue)) return;
    this.hush();
    this.#sounding = { cue, since: begins, gain };
  };

  /** Ends what is heard, but not abruptly. */
  readonly hush = (): void => {
    const [context, now] = [this.#context, this.#sounding];
    if (context === null || now === null) return;
    now.gain.gain.setValueAtTime(1, context.currentTime);
    now.gain.gain.linearRampToValueAtTime(0, context.currentTime + FADE);
    this.#sounding = null;
  };

  readonly close = (): void => {
    this.#context?.removeEventListener("statechange", this.#tell);
    this.#context?.close().catch(inform);
  };
}

function newContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch (error) {
    inform(error);
    return null;
  }
}

const inform = (error: unknown): void => console.info("this browser plays no sound", error);
