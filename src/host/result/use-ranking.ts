import { useEffect, useState } from "react";
import type { HostEvent, HostStage } from "../../backend/host-event-shapes.ts";
import type { ResultBackend, ScoredName } from "./result-backend.ts";

const EVERY_MS = 10_000;

/** Who has a place, best first: read again with every stage and from time to time. Null: not known yet. */
export function useRanking(
  { readRanking }: Pick<ResultBackend, "readRanking">,
  { boardId }: Pick<HostEvent, "boardId">,
  { version }: Pick<HostStage, "version">,
): readonly ScoredName[] | null {
  const [ranking, setRanking] = useState<readonly ScoredName[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = () =>
      readRanking(boardId).then(
        (rows) => {
          if (!isOver) setRanking(rows);
        },
        // What was known stays; it is asked again.
        () => undefined,
      );
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [readRanking, boardId, version]);
  return ranking;
}
