import { type CSSProperties, useRef } from "react";
import type { PhotoOnScreen } from "#domain/board";
import { type Language, toLanguage } from "#domain/language";
import type { BoardWords } from "#domain/words/board";
import { clockInHall } from "#domain/words/event-words";
import { useBoardBackend } from "../board-backend.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { useFlip } from "../use-flip.ts";

interface Props {
  /** The time in the hall; milliseconds since the epoch. */
  readonly at: number;
  readonly language: Language | undefined;
  /** Of the replay, from 0 to 1. */
  readonly share: number;
  /** The newest first. */
  readonly sent: readonly PhotoOnScreen[];
  /** How many had been sent. */
  readonly count: number;
  readonly words: BoardWords;
}

/** The clock of the hall as it goes by, and the photos that came then. */
export function ReplayStrip({ at, language, share, sent, count, words }: Props) {
  const { imageUrl } = useBoardBackend();
  const prints = useRef<HTMLUListElement>(null);
  useFlip(prints, sent.map(({ photoId }) => photoId).join(" "));
  const name = sent[0]?.displayName.trim() ?? "";
  return (
    <section className="replay" aria-label={words.replayTitle}>
      <p className="replay__clock">{clockInHall(at, language ?? toLanguage(navigator.language))}</p>
      <div className="replay__words">
        <p className="replay__name">
          <bdi>{name === "" ? words.someone : name}</bdi>
        </p>
        <div className="replay__way" aria-hidden="true">
          <i style={{ "--share": share } as CSSProperties} />
        </div>
        <p className="replay__count">{words.photos(count)}</p>
      </div>
      <ul className="replay__prints" ref={prints}>
        {sent.map(({ photoId, image, displayName, faces }) => (
          <li key={photoId} data-flip={photoId} className="print replay__print">
            <PhotoFrame
              picture={{ url: imageUrl(image, "thumbnail"), faces }}
              name={displayName}
              developMs={0}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
