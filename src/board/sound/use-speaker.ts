import { useEffect, useMemo, useRef, useState } from "react";
import type { Sound } from "./sound.ts";
import { Speaker } from "./speaker.ts";

/** The sound of this screen; `isAllowed`: the browser lets it be heard, as a rule after the first click or key. */
export function useSpeaker(isOn: boolean): { readonly sound: Sound; readonly isAllowed: boolean } {
  const speaker = useRef<Speaker | null>(null);
  const [isAllowed, setAllowed] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const made = new Speaker((isNow) => {
      setAllowed(isNow);
      // The operator hears how loud it is, before the show does.
      if (isNow) made.play("ready");
    });
    speaker.current = made;
    // The key that switches sound on is one already.
    made.wake();
    document.addEventListener("pointerdown", made.wake);
    document.addEventListener("keydown", made.wake);
    return () => {
      document.removeEventListener("pointerdown", made.wake);
      document.removeEventListener("keydown", made.wake);
      made.close();
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
