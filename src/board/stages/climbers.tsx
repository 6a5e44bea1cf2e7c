import { useMemo, useRef } from "react";
import { type BoardState, rankingOf } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "../board-backend.ts";
import { nameSize } from "../name-size.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { pictureOf } from "../picture-of.ts";
import { useLeaderSound } from "../sound/use-leader-sound.ts";
import { useFlip } from "../use-flip.ts";
import { usePacedRanking } from "../use-paced-ranking.ts";

/** So many are seen while everybody still climbs. */
const CLIMBERS = 3;
/** From here on a score needs the room of its unit. */
const LONG_SCORE = 1_000;

interface Props {
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** The first three, changing places as they climb. */
export function Climbers({ state, words }: Props) {
  const wanted = useMemo(() => rankingOf(state), [state]);
  const { rows, callouts } = usePacedRanking(wanted);
  useLeaderSound(callouts);
  const { imageUrl } = useBoardBackend();
  const list = useRef<HTMLOListElement>(null);
  const leading = rows.slice(0, CLIMBERS);
  useFlip(list, leading.map(({ guestId }) => guestId).join(" "));
  if (leading.length === 0) return null;
  return (
    <ol className="climbers" ref={list} aria-label={words.ranking}>
      {leading.map((row) => {
        const { guestId, displayName, place, score } = row;
        const name = displayName.trim() === "" ? words.someone : displayName;
        return (
          <li key={guestId} className="climber" data-flip={guestId} data-place={place}>
            <div className="climber__photo">
              <PhotoFrame picture={pictureOf(state, row, imageUrl, "display")} name={name} />
            </div>
            <p className="climber__place">
              {place}
              <span className="unseen">{words.placeUnit}</span>
            </p>
            <p className="climber__name" data-size={nameSize(name)}>
              <bdi>{name}</bdi>
            </p>
            <p className="climber__score" data-long={score >= LONG_SCORE}>
              {score.toFixed(1)}
              <small>pt</small>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
