import { useEffect } from "react";

/** Keeps the screen from sleeping while the caller is there. Browsers let go of the lock when the page is hidden and may refuse it before the first click. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      if (lock !== undefined && !lock.released) return;
      const held = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) await held?.release();
      else lock = held;
    };
    const onEvent = () => void hold();
    void hold();
    const events = ["visibilitychange", "fullscreenchange", "click"] as const;
    for (const event of events) document.addEventListener(event, onEvent);
    return () => {
      isOver = true;
      for (const event of events) document.removeEventListener(event, onEvent);
      void lock?.release();
    };
  }, []);
}
