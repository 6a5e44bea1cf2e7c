import { useEffect, useState } from "react";
import { useWakeLock } from "../ui/use-wake-lock.ts";

/** How long the cursor and the button stay after the pointer has moved, in ms. */
const POINTER_MS = 3_000;
/** After loading they stay a little longer, for the operator to find them. */
const FIRST_POINTER_MS = 20_000;

interface Stage {
  readonly isFullScreen: boolean;
  /** The pointer moved a moment ago: somebody is operating. */
  readonly isPointerAwake: boolean;
  /** Starts full screen and keeps the screen awake; needs a click. */
  readonly start: () => void;
}

/** Full screen, a screen that does not sleep, and a cursor that hides. */
export function useStage(): Stage {
  const [isFullScreen, setFullScreen] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const onChange = () => setFullScreen(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);
  useWakeLock();
  return { isFullScreen, isPointerAwake: usePointerAwake(), start: startFullScreen };
}

/** Gives the page the whole screen; only during a click or a key. */
export function startFullScreen(): void {
  // Refused where the browser forbids it (an embedded page): the board runs on in its window.
  document.documentElement.requestFullscreen({ navigationUI: "hide" }).catch((error: unknown) => {
    console.info("full screen was refused", error);
  });
}

function usePointerAwake(): boolean {
  const [isAwake, setAwake] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), FIRST_POINTER_MS);
    const wake = () => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), POINTER_MS);
    };
    document.addEventListener("pointermove", wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointermove", wake);
    };
  }, []);
  useEffect(() => {
    document.documentElement.classList.toggle("no-cursor", !isAwake);
    return () => document.documentElement.classList.remove("no-cursor");
  }, [isAwake]);
  return isAwake;
}
