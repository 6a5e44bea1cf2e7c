import type { BoardHead } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { PlumKnot } from "./plum-knot.tsx";

export function BoardHeader({ head, words }: { readonly head: BoardHead; readonly words: BoardWords }) {
  const { guests, photos } = head.totals;
  return (
    <header className="head">
      <PlumKnot className="head__knot" />
      <h1 className="head__title">
        <bdi>{head.title}</bdi>
      </h1>
      <p className="head__ranking">{words.ranking}</p>
      <p className="head__totals">
        <span>{words.guests(guests)}</span>
        <span>{words.photos(photos)}</span>
      </p>
    </header>
  );
}
