import type { BoardHead } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { PlumKnot } from "../plum-knot.tsx";
import { CurtainCloth } from "./curtain-cloth.tsx";

interface Props {
  readonly title: string;
  readonly totals: BoardHead["totals"];
  readonly words: BoardWords;
}

/** The curtain between the last photo and the first name: nothing of the ranking is to be seen. */
export function FrozenStage({ title, totals, words }: Props) {
  return (
    <section className="curtain">
      <CurtainCloth />
      <div className="curtain__words">
        <p className="curtain__event">
          <bdi>{title}</bdi>
        </p>
        <PlumKnot className="curtain__knot" />
        <h1 className="curtain__title">{words.frozenTitle}</h1>
        <p className="curtain__hint">{words.frozenHint}</p>
        <p className="curtain__totals">
          <span>{words.guests(totals.guests)}</span>
          <span>{words.photos(totals.photos)}</span>
        </p>
      </div>
    </section>
  );
}
