import { useMemo, useSyncExternalStore } from "react";

/** Below it a row has two lines, as in guests.css. */
const NARROW = "(max-width: 63.99rem)";

/** Heights of rows in rem, as in guests.css: `held` has two buttons more. */
const HEIGHTS = { wide: { plain: 3.5, held: 4.25 }, narrow: { plain: 4.5, held: 8 } } as const;

function subscribe(onChange: () => void): () => void {
  const query = globalThis.matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** In pixels, by the reader's own letter size. */
export function useRowHeights(): { readonly plain: number; readonly held: number } {
  const isNarrow = useSyncExternalStore(subscribe, () => globalThis.matchMedia(NARROW).matches);
  return useMemo(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const { plain, held } = isNarrow ? HEIGHTS.narrow : HEIGHTS.wide;
    return { plain: plain * rem, held: held * rem };
  }, [isNarrow]);
}
