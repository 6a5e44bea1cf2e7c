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
  /** Of the stage that it was taken from. */
  readonly version: number;
  readonly step: number;
}

/**
 * The step of a reveal: as hosts order it, or further by keys on this very computer, so that the show goes on without a
 * network. The next order of a host counts again.
 */
export function useLocalStep({ version, step }: Pick<Stage, "version" | "step">): number {
  const [local, setLocal] = useState<LocalStep | null>(null);
  const now = local !== null && local.version === version ? local.step : (step ?? 0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = ways[event.key];
      if (way === undefined || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      setLocal({ version, step: Math.min(WINNER_STEP, Math.max(0, now + way)) });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [version, now]);
  return now;
}
