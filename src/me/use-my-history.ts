import { useCallback, useEffect, useRef, useState } from "react";
import type { LiveWatch } from "../backend/live-source.ts";
import type { MyHistory } from "../backend/my-history.ts";
import type { HistoryEnd, HistoryListener } from "../backend/watch-my-history.ts";

export type WatchMe = (listener: HistoryListener) => LiveWatch;

export interface MyHistoryState {
  /** Null until it was read once. */
  readonly history: MyHistory | null;
  /** Whether the last question failed. */
  readonly isTrouble: boolean;
  /** Why there will be nothing more; null while there may be. */
  readonly end: HistoryEnd | null;
}

const unknown: MyHistoryState = { history: null, isTrouble: false, end: null };

/** Follows the own history as long as the page is open; `retry` asks at once. */
export function useMyHistory(watch: WatchMe): MyHistoryState & { readonly retry: () => void } {
  const [state, setState] = useState(unknown);
  const running = useRef<LiveWatch | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const change = (next: Partial<MyHistoryState>): void => {
      if (isCurrent) setState((known) => ({ ...known, ...next }));
    };
    const started = watch({
      onHistory: (history) => change({ history }),
      onTrouble: (isTrouble) => change({ isTrouble }),
      onEnd: (end) => change({ end }),
    });
    running.current = started;
    return () => {
      isCurrent = false;
      started.stop();
    };
  }, [watch]);
  return { ...state, retry: useCallback(() => running.current?.read(), []) };
}
