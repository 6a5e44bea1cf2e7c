import { useCallback, useEffect, useRef, useState } from "react";
import type { StackState } from "../../stack/stack-state.ts";

const POLL_MS = 1_000;

export interface Watched {
  /** The last one that was heard; undefined before the first. */
  readonly state: StackState | undefined;
  /** False: the stack does not answer just now. */
  readonly isReachable: boolean;
  /** Asks again at once. */
  readonly refresh: () => void;
}

/** The state of the stack, once a second; browsers ask less often for a tab that nobody looks at. */
export function useStackState(): Watched {
  const [state, setState] = useState<StackState>();
  const [isReachable, setReachable] = useState(true);
  const ask = useRef<() => void>(() => {});

  useEffect(() => {
    const stopping = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = (): void => {
      clearTimeout(timer);
      if (!stopping.signal.aborted) timer = setTimeout(poll, POLL_MS);
    };
    const poll = (): void => {
      readState(stopping.signal)
        .then((heard) => {
          setState(heard);
          setReachable(true);
        })
        .catch(() => setReachable(stopping.signal.aborted))
        .finally(next);
    };
    ask.current = poll;
    poll();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, []);

  const refresh = useCallback(() => ask.current(), []);
  return { state, isReachable, refresh };
}

async function readState(signal: AbortSignal): Promise<StackState> {
  const response = await fetch("/local/state.json", { signal });
  if (!response.ok) throw new Error(String(response.status));
  // Written by the server that this page comes from, from the same type.
  return (await response.json()) as StackState;
}
