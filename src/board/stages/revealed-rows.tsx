import { useRef } from "react";
import type { BoardState } from "#domain/board";
import type { RevealedGuest } from "#domain/reveal";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "../board-backend.ts";
import { nameSize } from "../name-size.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { pictureOf } from "../picture-of.ts";
import { useFlip } from "../use-flip.ts";

interface Props {
  /** Best first. */
  readonly guests: readonly RevealedGuest[];
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** Those who were called before, beside the one who is called now. */
export function RevealedRows({ guests, state, words }: Props) {
  const { imageUrl } = useBoardBackend();
  const list = useRef<HTMLOListElement>(null);
  useFlip(list, guests.map(({ guestId }) => guestId).join(" "));
  return (
    <ol className="called" ref={list}>
      {guests.map((guest) => {
        const name = guest.displayName.trim() === "" ? words.someone : guest.displayName;
        return (
          <li key={guest.guestId} className="called__row" data-flip={guest.guestId}>
            <p className="called__place">
              {guest.place}
              <span className="unseen">{words.placeUnit}</span>
            </p>
            <div className="called__photo">
              <PhotoFrame picture={pictureOf(state, guest, imageUrl, "thumbnail")} name={name} />
            </div>
            <p className="called__name" data-size={nameSize(name)}>
              <bdi>{name}</bdi>
            </p>
            <p className="called__score">{guest.score.toFixed(1)}</p>
          </li>
        );
      })}
    </ol>
  );
}
