import { useEffect, useMemo, useRef, useState } from "react";
import type { Sound } from "./sound.ts";
import { loadLate } from "../../ui/load-late.ts";
import type { Speaker } from "./speaker.ts";

/** The sound of this screen; `isAllowed`: the browser lets it be heard, as a rule after the first click or key. */
export function useSpeaker(isOn: boolean): { readonly sound: Sound; readonly isAllowed: boolean } {
  const speaker = useRef<Speaker | null>(null);
  const [isAllowed, setAllowed] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    // Most shows are silent: those that are not fetch what makes the sound.
    void loadLate(() => import("./speaker.ts")).then((part) => {
      if (isOver) return;
      const made = new part.Speaker((isNow) => {
        setAllowed(isNow);
        // The operator hears how loud it is, before the show does.
        if (isNow) made.play("ready");
      });
      speaker.current = made;
      // The key that switches sound on is one already.
      made.wake();
    });
    const wake = () => speaker.current?.wake();
    document.addEventListener("pointerdown", wake);
    document.addEventListener("keydown", wake);
    return () => {
      isOver = true;
      document.removeEventListener("pointerdown", wake);
      document.removeEventListener("keydown", wake);
      speaker.current?.close();
      speaker.current = null;
      setAllowed(false);
    };
  }, [isOn]);
  const sound = useMemo<Sound>(
    () => ({ play: (cue) => speaker.current?.play(cue), hush: () => speaker.current?.hush() }),
    [],
  );
  return { sound, isAllowed };
}
