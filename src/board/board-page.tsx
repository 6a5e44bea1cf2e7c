import { lazy, Suspense, useEffect } from "react";
import { type BoardState, rankingOf, totalsOf } from "#domain/board";
import { type Language, toLanguage } from "#domain/language";
import { type BoardWords, boardWords } from "#domain/words/board";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { loadLate } from "../ui/load-late.ts";
import { ArrivalsStrip } from "./arrivals-strip.tsx";
import { type BoardBackend, BoardBackendProvider, useBoardBackend } from "./board-backend.ts";
import { BoardHeader } from "./board-header.tsx";
import { BoardRoom } from "./board-room.tsx";
import { OperatorCorner } from "./operator-corner.tsx";
import { AboveTheStage } from "./operator/above-the-stage.tsx";
import { useScreenSwitches } from "./operator/use-screen-switches.ts";
import { QuietScreen } from "./quiet-screen.tsx";
import { Ranking } from "./ranking.tsx";
import { SoundProvider } from "./sound/sound.ts";
import { useSpeaker } from "./sound/use-speaker.ts";
import { useArrivals } from "./use-arrivals.ts";
import { FrozenStage } from "./stages/frozen-stage.tsx";
import { JoinStage } from "./stages/join-stage.tsx";
import { RevealStage } from "./stages/reveal-stage.tsx";
import { RoundStage } from "./stages/round-stage.tsx";
import { ThanksStage } from "./stages/thanks-stage.tsx";
import { turnAt } from "./stages/turns.ts";
import { useServerClock } from "./stages/use-server-clock.ts";
import { WallStage } from "./stages/wall-stage.tsx";
import { useSpotlight } from "./spotlight/use-spotlight.ts";
import { useBoard } from "./use-board.ts";
import { useHeld } from "./use-held.ts";
import { useSceneChange } from "./use-scene-change.ts";

/** Not needed at first: fetched while another stage is on, so that it is there when the network is not. */
const replay = loadLate(() => import("./stages/replay-stage.tsx"));
const ReplayStage = lazy(async () => ({ default: (await replay).ReplayStage }));

/** A region that failed is tried again after so many ms; the audience sees it empty meanwhile. */
const RETRY_MS = 3_000;

interface Props {
  readonly boardId: string;
  readonly backend: BoardBackend;
  /** Begins with a splash for whoever starts the screen. */
  readonly hasSplash?: boolean;
}

/** The projector: the live ranking of one event, full screen, for eyes far away. */
export function BoardPage({ boardId, backend, hasSplash = false }: Props) {
  return (
    <BoardBackendProvider value={backend}>
      <Board boardId={boardId} hasSplash={hasSplash} />
    </BoardBackendProvider>
  );
}

function Board({ boardId, hasSplash }: { readonly boardId: string; readonly hasSplash: boolean }) {
  const { state, isConnected } = useBoard(boardId);
  const head = state?.head ?? null;
  const language: Language = head?.language ?? toLanguage(navigator.language);
  const words = boardWords[language];
  const switches = useScreenSwitches(boardId, head ?? undefined);
  const { sound, isAllowed } = useSpeaker(switches.sound.isOn);
  const moment = useSpotlight(state, switches.spotlight.isOn);
  const staged = useSceneChange(useHeld(state, moment.holdsStage), sceneOf);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = head?.title ?? "Egao";
  }, [language, head?.title]);
  return (
    <SoundProvider value={sound}>
      <BoardRoom theme={head?.theme}>
        <ErrorBoundary fallback={null} retryMs={RETRY_MS}>
          {staged === null ? (
            <QuietScreen title={words.waitingTitle} hint={words.waitingHint} />
          ) : (
            <StageOnScreen
              boardId={boardId}
              state={staged}
              hasCornerQr={switches.cornerQr.isOn}
              words={words}
            />
          )}
        </ErrorBoundary>
        <ErrorBoundary fallback={null} retryMs={RETRY_MS}>
          <AboveTheStage
            state={state}
            moment={moment.photo}
            switches={switches}
            isSoundAllowed={isAllowed}
            isConnected={isConnected}
            hasSplash={hasSplash}
            language={language}
            words={words}
          />
        </ErrorBoundary>
        <OperatorCorner isConnected={isConnected || state === null} words={words} />
      </BoardRoom>
    </SoundProvider>
  );
}

/** What a change of is a change of the whole screen. */
const sceneOf = (state: BoardState | null): string =>
  state === null ? "" : (state.stage?.name ?? "ranking");

interface LiveProps {
  readonly state: BoardState;
  readonly words: BoardWords;
}

interface StageProps extends LiveProps {
  readonly boardId: string;
  /** The way in is wanted in the corner. */
  readonly hasCornerQr: boolean;
}

/** G1: what the hosts chose; a stage that this page does not know is the ranking. */
function StageOnScreen({ boardId, state, hasCornerQr, words }: StageProps) {
  const { stage, head } = state;
  const title = head?.title ?? "";
  const { joinUrl } = useBoardBackend();
  switch (stage?.name) {
    case "join":
      return (
        <JoinStage
          title={title}
          joinCode={head?.joinCode ?? ""}
          joinUrl={joinUrl(head?.joinCode ?? "")}
          words={words}
        />
      );
    case "round":
      return <RoundStage state={state} stage={stage} words={words} />;
    case "frozen":
      return <FrozenStage title={title} totals={totalsOf(state)} words={words} />;
    case "reveal":
      return <RevealStage state={state} stage={stage} words={words} />;
    case "replay":
      return (
        <Suspense fallback={null}>
          <ReplayStage boardId={boardId} state={state} words={words} />
        </Suspense>
      );
    case "thanks":
      return <ThanksStage boardId={boardId} state={state} words={words} />;
    default:
      return <Turns boardId={boardId} state={state} hasCornerQr={hasCornerQr} words={words} />;
  }
}

/** G8: ranking or wall, or one after the other. */
function Turns({ boardId, state, hasCornerQr, words }: StageProps) {
  const { joinUrl } = useBoardBackend();
  const hasQr = hasCornerQr && joinUrl(state.head?.joinCode ?? "") !== null;
  const { name, alternates = false, ...clock } = state.stage ?? {};
  const now = useServerClock(clock);
  const isWall = useSceneChange(alternates ? turnAt(now) === "wall" : name === "wall", String);
  return isWall ? (
    <WallStage key={String(hasQr)} boardId={boardId} state={state} hasCornerQr={hasQr} words={words} />
  ) : (
    <LiveBoard state={state} words={words} />
  );
}

function LiveBoard({ state, words }: LiveProps) {
  const arrivals = useArrivals(state);
  const title = state.head?.title ?? "";
  if (rankingOf(state).length === 0 && arrivals.photos.size === 0) {
    return <QuietScreen heading={title} title={words.emptyTitle} hint={words.emptyHint} />;
  }
  return (
    <div className="live">
      <BoardHeader title={title} heading={words.ranking} totals={totalsOf(state)} words={words} />
      <ErrorBoundary fallback={<div className="ranking" />} retryMs={RETRY_MS}>
        <Ranking state={state} words={words} />
      </ErrorBoundary>
      <ErrorBoundary fallback={null} retryMs={RETRY_MS}>
        <ArrivalsStrip arrivals={arrivals} words={words} />
      </ErrorBoundary>
    </div>
  );
}
