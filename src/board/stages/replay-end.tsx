import type { BoardHead } from "#domain/board";
import type { BoardWords } from "#domain/words/board";

interface Props {
  readonly totals: BoardHead["totals"];
  readonly words: BoardWords;
}

/** The replay rests on the ranking, with a word of thanks below it. */
export function ReplayEnd({ totals, words }: Props) {
  return (
    <section className="replay replay--end">
      <p className="replay__thanks">{words.thanksTitle}</p>
      <p className="replay__totals">{words.thanksTotals(totals.guests, totals.photos)}</p>
    </section>
  );
}
