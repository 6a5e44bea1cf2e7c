import type { BoardWords } from "#domain/words/board";
import { useStage } from "./use-stage.ts";

interface Props {
  readonly isConnected: boolean;
  readonly words: BoardWords;
}

/** The two things meant for the operator: full screen by one click, and a small mark while the connection is lost. */
export function OperatorCorner({ isConnected, words }: Props) {
  const { isFullScreen, isPointerAwake, start } = useStage();
  return (
    <>
      {!isFullScreen && (
        <button
          type="button"
          className="start"
          data-awake={isPointerAwake}
          onClick={start}
          aria-label={words.fullScreen}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
          </svg>
        </button>
      )}
      {!isConnected && (
        <output className="offline" title={words.reconnecting} aria-label={words.reconnecting} />
      )}
    </>
  );
}
