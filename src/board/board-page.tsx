import { useEffect } from "react";
import { type BoardState, rankingOf, totalsOf } from "#domain/board";
import { type Language, toLanguage } from "#domain/language";
import { type BoardWords, boardWords } from "#domain/words/board";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { ArrivalsStrip } from "./arrivals-strip.tsx";
import { type BoardBackend, BoardBackendProvider } from "./board-backend.ts";
import { BoardHeader } from "./board-header.tsx";
import { BoardRoom } from "./board-room.tsx";
import { OperatorCorner } from "./operator-corner.tsx";
import { QuietScreen } from "./quiet-screen.tsx";
import { Ranking } from "./ranking.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useBoard } from "./use-board.ts";

/** A region that failed is tried again after so many ms; the audience sees it empty meanwhile. */
const RETRY_MS = 3_000;

interface Props {
  readonly boardId: string;
  readonly backend: BoardBackend;
}

/** The projector: the live ranking of one event, full screen, for eyes far away. */
export function BoardPage({ boardId, backend }: Props) {
  return (
    <BoardBackendProvider value={backend}>
      <Board boardId={boardId} />
    </BoardBackendProvider>
  );
}

function Board({ boardId }: { readonly boardId: string }) {
  const { state, isConnected } = useBoard(boardId);
  const head = state?.head ?? null;
  const language: Language = head?.language ?? toLanguage(navigator.language);
  const words = boardWords[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = head?.title ?? "Egao";
  }, [language, head?.title]);
  return (
    <BoardRoom theme={head?.theme}>
      <ErrorBoundary fallback={null} retryMs={RETRY_MS}>
        {state === null ? (
          <QuietScreen title={words.waitingTitle} hint={words.waitingHint} />
        ) : (
          <LiveBoard state={state} words={words} />
        )}
      </ErrorBoundary>
      <OperatorCorner isConnected={isConnected || state === null} words={words} />
    </BoardRoom>
  );
}

function LiveBoard({ state, words }: { readonly state: BoardState; readonly words: BoardWords }) {
  const arrivals = useArrivals(state);
  const title = state.head?.title ?? "";
  if (rankingOf(state).length === 0 && arrivals.photos.size === 0) {
    return <QuietScreen heading={title} title={words.emptyTitle} hint={words.emptyHint} />;
  }
  return (
    <div className="live">
      <BoardHeader title={title} totals={totalsOf(state)} words={words} />
      <ErrorBoundary fallback={<div className="ranking" />} retryMs={RETRY_MS}>
        <Ranking state={state} words={words} />
      </ErrorBoundary>
      <ErrorBoundary fallback={null} retryMs={RETRY_MS}>
        <ArrivalsStrip arrivals={arrivals} words={words} />
      </ErrorBoundary>
    </div>
  );
}
