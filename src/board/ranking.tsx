import { useMemo } from "react";
import { type BoardState, rankingOf } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "./board-backend.ts";
import { pictureOf } from "./picture-of.ts";
import { RankingPlaces } from "./ranking-places.tsx";
import { useLeaderSound } from "./sound/use-leader-sound.ts";
import { usePacedRanking } from "./use-paced-ranking.ts";

interface Props {
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** The first ten places on one screen. */
export function Ranking({ state, words }: Props) {
  const wanted = useMemo(() => rankingOf(state), [state]);
  const { rows, callouts } = usePacedRanking(wanted);
  useLeaderSound(callouts);
  const { imageUrl } = useBoardBackend();
  return (
    <RankingPlaces
      rows={rows}
      callouts={callouts}
      pictureOf={(row, copy) => pictureOf(state, row, imageUrl, copy)}
      words={words}
    />
  );
}
