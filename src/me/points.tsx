import type { HistoryPhoto } from "../backend/my-history.ts";

interface Props {
  readonly photo: HistoryPhoto;
  /** The word before them. */
  readonly happiness: string;
}

/** A photo's points; nothing where no face was read. */
export function Points({ photo, happiness }: Props) {
  if (photo.faceCount === 0) return null;
  return (
    <span className="me__score">
      <span>{happiness}</span> <strong>{photo.score.toFixed(1)}</strong>
      <small>pt</small>
    </span>
  );
}
