import { useRef } from "react";
import type { BoardWords } from "#domain/words/board";
import type { Arrivals } from "./use-arrivals.ts";
import { useBoardBackend } from "./board-backend.ts";
import { PhotoFrame } from "./photo-frame.tsx";
import { useFlip } from "./use-flip.ts";
import { usePreload } from "./use-preload.ts";

interface Props {
  readonly arrivals: Arrivals;
  readonly words: BoardWords;
}

/** Every shown photo has its time on the screen, the newest with its sender's name; nobody's score is told here. */
export function ArrivalsStrip({ arrivals: { photos, strip, upNext }, words }: Props) {
  const { imageUrl } = useBoardBackend();
  const next = upNext.flatMap((photoId) => photos.get(photoId) ?? []);
  usePreload(next.map(({ image }) => imageUrl(image, "thumbnail")));
  const prints = useRef<HTMLUListElement>(null);
  useFlip(prints, strip.visible.join(" "));
  const shown = strip.visible.flatMap((photoId) => photos.get(photoId) ?? []);
  const first = shown[0];
  if (first === undefined) return null;
  return (
    <section className="arrivals" aria-label={words.everyone}>
      <div className="arrivals__words" key={first.photoId}>
        <p className="arrivals__label">{strip.isNew ? words.justArrived : words.everyone}</p>
        <p className="arrivals__name">
          <bdi>{first.displayName.trim() === "" ? words.someone : first.displayName}</bdi>
          {words.honorific !== "" && <small>{words.honorific}</small>}
        </p>
      </div>
      <ul className="arrivals__prints" ref={prints}>
        {shown.map(({ photoId, image, displayName, faces, width, height }) => (
          <li
            key={photoId}
            data-flip={photoId}
            className="print"
            style={{ aspectRatio: printAspect(width, height) }}
          >
            <PhotoFrame picture={{ url: imageUrl(image, "thumbnail"), faces }} name={displayName} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The photo's own shape, within what a strip can carry. */
function printAspect(width: number | null, height: number | null): number {
  if (width === null || height === null || width <= 0 || height <= 0) return 1;
  return Math.min(1.5, Math.max(0.75, width / height));
}
