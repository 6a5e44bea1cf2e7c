import { useEffect, useState } from "react";
import type { Stage } from "#domain/board";
import { WINNER_STEP } from "#domain/stage";

/** As clickers and keyboards send them. */
const ways: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  PageUp: -1,
};

interface LocalStep {
  readonly step: number;
  /** What hosts had ordered last. */
  readonly ordered: number;
  readonly version: number;
}

/**
 * The step of a reveal: as hosts order it, or further by keys on this very computer, so that the show goes on without a
 * network. G9: the next order of a host counts again, but no step forward takes back what the screen has told.
 */
export function useLocalStep({ version, step }: Pick<Stage, "version" | "step">): number {
  const [local, setLocal] = useState<LocalStep | null>(null);
  const ordered = step ?? 0;
  if (local !== null && local.version !== version) {
    const isAhead = ordered >= local.ordered && ordered < local.step;
    setLocal(isAhead ? { step: local.step, ordered, version } : null);
  }
  const now = local?.step ?? ordered;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = ways[event.key];
      if (way === undefined || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      setLocal({ step: Math.min(WINNER_STEP, Math.max(0, now + way)), ordered, version });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [version, ordered, now]);
  return now;
}
