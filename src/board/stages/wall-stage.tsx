import { useState } from "react";
import { type BoardState, totalsOf } from "#domain/board";
import type { EveryPhoto } from "#domain/every-photo";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "../board-backend.ts";
import { BoardHeader } from "../board-header.tsx";
import { nameSize } from "../name-size.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { usePreload } from "../use-preload.ts";
import { useEveryPhoto } from "../use-every-photo.ts";
import type { ArrivedPhoto } from "../use-photos.ts";
import { useWall } from "./use-wall.ts";

/** Two rows of four: a face is still a face from the last row. The way in takes the room of one. */
const CELLS = 8;

interface Props {
  readonly boardId: string;
  readonly state: BoardState;
  /** The way in stands in the corner. */
  readonly hasCornerQr: boolean;
  readonly words: BoardWords;
}

/** Everybody has time on the screen; nobody's score is told here. */
export function WallStage({ boardId, state, hasCornerQr, words }: Props) {
  const photos = useEveryPhoto(boardId, state);
  const places = hasCornerQr ? CELLS - 1 : CELLS;
  const { cells } = useWall(photos, places);
  const hung = cells.filter((photoId) => photoId !== null);
  const { imageUrl } = useBoardBackend();
  usePreload(newestOf(photos).map(({ image }) => imageUrl(image, "display")));
  return (
    <div className="live live--wall">
      <BoardHeader
        title={state.head?.title ?? ""}
        heading={words.everyone}
        totals={totalsOf(state)}
        words={words}
      />
      <ul className="wall" aria-label={words.everyone} data-count={hung.length}>
        {cells.map((photoId, cell) => {
          const photo = photoId === null ? undefined : photos.get(photoId);
          // The cell stays, what hangs there changes.
          return <Cell key={cell} photo={photo} photos={photos} words={words} />;
        })}
      </ul>
    </div>
  );
}

interface CellProps {
  readonly photo: ArrivedPhoto | undefined;
  readonly photos: EveryPhoto;
  readonly words: BoardWords;
}

/** The next print is hung over the one before it; one that was withdrawn meanwhile is gone at once. */
function Cell({ photo, photos, words }: CellProps) {
  const photoId = photo?.photoId;
  const [{ now, before }, setHung] = useState<Partial<Record<"now" | "before", string | undefined>>>({
    now: photoId,
  });
  if (now !== photoId) setHung({ now: photoId, before: now });
  const under = before === undefined ? undefined : photos.get(before);
  return (
    <li onAnimationEnd={() => setHung({ now })}>
      {under !== undefined && <Print key={under.photoId} photo={under} words={words} isCovered />}
      {photo !== undefined && <Print key={photo.photoId} photo={photo} words={words} />}
    </li>
  );
}

interface PrintProps {
  readonly photo: ArrivedPhoto;
  readonly words: BoardWords;
  /** By the next one. */
  readonly isCovered?: boolean;
}

function Print({ photo, words, isCovered = false }: PrintProps) {
  const { imageUrl } = useBoardBackend();
  const { image, faces, displayName } = photo;
  const name = displayName.trim() === "" ? words.someone : displayName;
  return (
    <figure className="wall__print" aria-hidden={isCovered}>
      <div className="wall__photo">
        <PhotoFrame picture={{ url: imageUrl(image, "display"), faces }} name={name} />
      </div>
      <figcaption className="wall__name" data-size={nameSize(name)}>
        <bdi>{name}</bdi>
      </figcaption>
    </figure>
  );
}

/** As many as hang on the wall. */
function newestOf(photos: EveryPhoto): readonly ArrivedPhoto[] {
  const newest: ArrivedPhoto[] = [];
  for (const photo of photos.values()) {
    if (newest.push(photo) === CELLS) break;
  }
  return newest;
}
