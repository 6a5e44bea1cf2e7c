import type { BoardHead } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { PlumKnot } from "./plum-knot.tsx";

interface Props {
  readonly title: string;
  /** What is to be seen below. */
  readonly heading: string;
  readonly totals: BoardHead["totals"];
  readonly words: BoardWords;
}

export function BoardHeader({ title, heading, totals, words }: Props) {
  return (
    <header className="head">
      <PlumKnot className="head__knot" />
      <h1 className="head__title">
        <bdi>{title}</bdi>
      </h1>
      <p className="head__ranking">{heading}</p>
      <p className="head__totals">
        <span>{words.guests(totals.guests)}</span>
        <span>{words.photos(totals.photos)}</span>
      </p>
    </header>
  );
}
