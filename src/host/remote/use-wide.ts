import { useSyncExternalStore } from "react";

const query = (): MediaQueryList => globalThis.matchMedia("(min-width: 64rem)");

function subscribe(onChange: () => void): () => void {
  const wide = query();
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
}

/** Whether there is room beside the buttons. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}
