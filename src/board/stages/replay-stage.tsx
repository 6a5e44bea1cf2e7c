import "./replay.css";

import { useMemo } from "react";
import { type BoardState, rankingOf, type RankedStanding, totalsOf } from "#domain/board";
import type { EveryPhoto } from "#domain/every-photo";
import { rank } from "#domain/ranking";
import { REPLAY_MS, REPLAY_STEPS, type Replay, replayOf, replayStepAt } from "#domain/replay";
import type { BoardWords } from "#domain/words/board";
import { isMotionReduced } from "../../ui/motion.ts";
import { useBoardBackend } from "../board-backend.ts";
import { BoardHeader } from "../board-header.tsx";
import { QuietScreen } from "../quiet-screen.tsx";
import { RankingPlaces } from "../ranking-places.tsx";
import { usePacedRanking } from "../use-paced-ranking.ts";
import { usePreload } from "../use-preload.ts";
import { ReplayEnd } from "./replay-end.tsx";
import { ReplayStrip } from "./replay-strip.tsx";
import { useReplayPhotos } from "./use-replay-photos.ts";
import { useServerClock } from "./use-server-clock.ts";

const STEP_MS = REPLAY_MS / REPLAY_STEPS;
/** Eyes follow one change of the order in a second; who wants less motion sees one in three. */
const REORDER_STEPS = 1_000 / STEP_MS;
const CALM_STEPS = 3_000 / STEP_MS;
/** So many steps ahead pictures are fetched. */
const AHEAD = 6;
const nobody: readonly string[] = [];
const noCallouts = new Map<never, never>();

interface Props {
  readonly boardId: string;
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** G11, G12: the evening's ranking once more in one minute, and then the ranking as it is. */
export function ReplayStage({ boardId, state, words }: Props) {
  const { startedAt = 0, skipped = nobody, ...clock } = state.stage ?? {};
  const { photos, losses } = useReplayPhotos(boardId, state);
  const present = useMemo(
    () => rank(rankingOf(state).filter(({ guestId }) => !skipped.includes(guestId))),
    [state, skipped],
  );
  const rule = state.head?.standingRule ?? "best";
  const replay = useMemo(
    () => (photos.isWhole ? replayOf({ photos: photos.values(), ranking: present, rule, startedAt }) : null),
    [photos, present, rule, startedAt],
  );
  const calm = isMotionReduced() ? CALM_STEPS : 1;
  const step = replayStepAt(startedAt, useServerClock(clock, calm * STEP_MS));
  const title = state.head?.title ?? "";
  const isEmpty = present.length === 0 && replay?.frames.length === 0;
  if (isEmpty) return <QuietScreen heading={title} title={words.emptyTitle} hint={words.emptyHint} />;
  if (replay === null && step !== undefined)
    return <QuietScreen heading={title} title={words.replayTitle} hint={words.replayHint} />;
  return (
    <div className="live live--replay">
      <BoardHeader title={title} heading={words.replayTitle} totals={totalsOf(state)} words={words} />
      {/* No frame keeps what was withdrawn until its next picture is there. */}
      <Screen
        key={losses}
        state={state}
        photos={photos}
        replay={replay}
        step={step}
        calm={calm}
        present={present}
        words={words}
      />
    </div>
  );
}

interface ScreenProps {
  readonly state: BoardState;
  readonly photos: EveryPhoto;
  readonly replay: Replay | null;
  /** Undefined: it is over. */
  readonly step: number | undefined;
  /** So many steps are taken at once. */
  readonly calm: number;
  readonly present: readonly RankedStanding[];
  readonly words: BoardWords;
}

function Screen({ state, photos, replay, step = REPLAY_STEPS, calm, present, words }: ScreenProps) {
  const { imageUrl } = useBoardBackend();
  const paced = usePacedRanking(present);
  const { frames = [], photos: sent = [] } = replay ?? {};
  const shown = step - (step % calm);
  const frame = frames[shown];
  const order = frames[step - (step % Math.max(calm, REORDER_STEPS))];
  const upNext = frames.slice(shown + 1, shown + 1 + AHEAD).flatMap((next) => sent[next.sent - 1] ?? []);
  usePreload(upNext.map(({ image }) => imageUrl(image, "thumbnail")));
  const isOver = step === REPLAY_STEPS || frame === undefined || order === undefined;
  return (
    <>
      <RankingPlaces
        rows={isOver ? paced.rows : order.rows}
        callouts={isOver ? paced.callouts : noCallouts}
        pictureOf={({ photoId, image }, copy) =>
          image === null
            ? null
            : { url: imageUrl(image, copy), faces: (photoId !== null && photos.get(photoId)?.faces) || [] }
        }
        words={words}
      />
      {isOver ? (
        <ReplayEnd totals={totalsOf(state)} words={words} />
      ) : (
        <ReplayStrip
          at={frame.at}
          language={state.head?.language}
          share={shown / REPLAY_STEPS}
          sent={newestOf(frames, shown).flatMap((each) => sent[each] ?? [])}
          count={frame.sent}
          words={words}
        />
      )}
    </>
  );
}

/** So many photos lie on the table. */
const PRINTS = 3;

/** The numbers of the photos that came last at the latest steps, the newest first, each once. */
function newestOf(frames: Replay["frames"], step: number): readonly number[] {
  const seen = new Set<number>();
  for (let each = step; each >= 0 && seen.size < PRINTS; each -= 1) seen.add((frames[each]?.sent ?? 0) - 1);
  return [...seen];
}
