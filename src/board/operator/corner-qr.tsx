import type { BoardState } from "#domain/board";
import { hasRoomForHighScore } from "#domain/high-score";
import type { BoardWords } from "#domain/words/board";
import { QrCode } from "../../ui/qr-code.tsx";
import { useBoardBackend } from "../board-backend.ts";
import "./corner-qr.css";

interface Props {
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** For guests who come late: the way in, beside the stages in which photos count (the same that have room for B9). */
export function CornerQr({ state: { stage, head }, words }: Props) {
  const { joinUrl } = useBoardBackend();
  const url = joinUrl(head?.joinCode ?? "");
  if (url === null || !hasRoomForHighScore(stage?.name ?? "ranking")) return null;
  return (
    <div className="corner">
      <QrCode text={url} label={words.joinQr} />
    </div>
  );
}
