import { createContext, useContext } from "react";
import type { Cue } from "./score.ts";

/** What can be heard on this screen. */
export interface Sound {
  readonly play: (cue: Cue) => void;
  /** Ends what is heard. */
  readonly hush: () => void;
}

export const silence: Sound = { play: () => undefined, hush: () => undefined };

const Context = createContext<Sound>(silence);

export const SoundProvider = Context.Provider;

export const useSound = (): Sound => useContext(Context);
