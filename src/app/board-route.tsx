import { useMemo } from "react";
import { useParams } from "react-router";
import { joinUrl } from "#domain/join-code";
import { toLanguage } from "#domain/language";
import { boardWords } from "#domain/words/board";
import { readShownPhotos, watchBoard } from "../backend/board.ts";
import { imageUrl } from "../backend/image-url.ts";
import type { BoardBackend } from "../board/board-backend.ts";
import { BoardPage } from "../board/board-page.tsx";
import { BoardRoom } from "../board/board-room.tsx";
import { QuietScreen } from "../board/quiet-screen.tsx";
import { loadImage } from "../ui/load-image.ts";
import { useOutputs } from "./use-outputs.ts";

/** Joins the board to the real backend. */
export function BoardRoute() {
  const { boardId = "" } = useParams();
  const outputs = useOutputs();
  const backend = useMemo<BoardBackend | null>(
    () =>
      outputs && {
        watch: watchBoard,
        readPhotos: readShownPhotos,
        joinUrl: (joinCode) => (outputs.botBasicId === null ? null : joinUrl(outputs.botBasicId, joinCode)),
        imageUrl: (image, copy) => imageUrl(outputs.cdnUrl, image, copy),
        loadImage,
      },
    [outputs],
  );
  if (backend !== null) return <BoardPage key={boardId} boardId={boardId} backend={backend} hasSplash />;
  const words = boardWords[toLanguage(navigator.language)];
  return (
    <BoardRoom>
      <QuietScreen title={words.waitingTitle} hint={words.waitingHint} />
    </BoardRoom>
  );
}
