import { type CSSProperties, useRef } from "react";
import type { BoardState } from "#domain/board";
import type { RevealedGuest } from "#domain/reveal";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "../board-backend.ts";
import { nameSize } from "../name-size.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { pictureOf } from "../picture-of.ts";
import { useFlight } from "./use-flight.ts";

/** As few guests as there may be, their rows are not higher than this part of the screen. */
const LEAST_ROWS = 4;

interface Props {
  /** Best first. */
  readonly guests: readonly RevealedGuest[];
  /** How many there are to be called before the winner: the ladder's rungs. */
  readonly rungs: number;
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** Those who were called before climb a ladder beside the one who is called now; the rungs above are still empty. */
export function RevealedRows({ guests, rungs, state, words }: Props) {
  const { imageUrl } = useBoardBackend();
  const list = useRef<HTMLOListElement>(null);
  useFlight(list, guests[0]?.guestId);
  const rows = Math.max(LEAST_ROWS, rungs);
  return (
    <ol className="called" ref={list} style={{ "--rows": rows, "--rungs": rungs } as CSSProperties}>
      {guests.map((guest, index) => {
        const name = guest.displayName.trim() === "" ? words.someone : guest.displayName;
        return (
          <li
            key={guest.guestId}
            className="called__row"
            style={{ gridRow: rows - guests.length + index + 1 }}
          >
            <p className="called__place">
              {guest.place}
              <span className="unseen">{words.placeUnit}</span>
            </p>
            <div className="called__photo">
              <PhotoFrame
                picture={pictureOf(state, guest, imageUrl, "thumbnail")}
                name={name}
                developMs={0}
              />
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
