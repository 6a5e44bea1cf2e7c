import { type CSSProperties, useRef } from "react";
import type { RankedStanding } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { Entry } from "./entry.tsx";
import { PLACES } from "./ranking-pace.ts";
import { useFlip } from "./use-flip.ts";
import type { PacedRanking } from "./use-paced-ranking.ts";
import type { Picture } from "./use-picture.ts";

/** So many guests stand on the podium, the others in rows beside it. */
const PODIUM = 3;

interface Props {
  /** Best first. */
  readonly rows: readonly RankedStanding[];
  readonly callouts: PacedRanking["callouts"];
  readonly pictureOf: (row: RankedStanding, copy: "display" | "thumbnail") => Picture | null;
  readonly words: BoardWords;
}

/** The first ten of a ranking, changing places where their order changes. */
export function RankingPlaces({ rows, callouts, pictureOf, words }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const visible = rows.slice(0, PLACES);
  const layout = layoutOf(visible);
  useFlip(list, `${layout.shape} ${visible.map((row) => row.guestId).join(" ")}`);
  return (
    <section className="ranking" aria-label={words.ranking}>
      {layout.shape === "equal" && (
        <h2 className="ranking__tie">
          {words.allTied}
          <span className="ranking__tie-score" aria-hidden="true">
            {visible[0]?.score.toFixed(1)}
            <small>pt</small>
          </span>
        </h2>
      )}
      <ol
        ref={list}
        className="ranking__places"
        data-shape={layout.shape}
        data-count={visible.length}
        style={layout.style}
      >
        {visible.map((row, index) => {
          const shape = layout.shape === "equal" || index < PODIUM ? "card" : "row";
          return (
            <Entry
              key={row.guestId}
              row={row}
              slot={index + 1}
              shape={shape}
              picture={pictureOf(row, shape === "card" ? "display" : "thumbnail")}
              callout={callouts.get(row.guestId)}
              words={words}
            />
          );
        })}
      </ol>
    </section>
  );
}

/** Where everybody shares the first place nobody stands higher than the others. */
function layoutOf(visible: readonly RankedStanding[]): { shape: "podium" | "equal"; style: CSSProperties } {
  const isEqual = visible.length > PODIUM && visible.every((row) => row.place === 1);
  const style = {
    "--columns": Math.ceil(visible.length / 2),
    "--rows": Math.max(4, visible.length - PODIUM),
  };
  return { shape: isEqual ? "equal" : "podium", style };
}
