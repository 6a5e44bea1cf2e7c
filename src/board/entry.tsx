import type { BoardWords } from "#domain/words/board";
import type { RankedStanding } from "#domain/board";
import { GoldLeaf } from "./gold-leaf.tsx";
import { nameSize } from "./name-size.ts";
import { PlumKnot } from "./plum-knot.tsx";
import { PhotoFrame } from "./photo-frame.tsx";
import type { Picture } from "./use-picture.ts";
import type { Callout } from "./use-paced-ranking.ts";

interface Props {
  readonly row: RankedStanding;
  /** 1–10: where on the screen; a tie shares its place but not its slot. */
  readonly slot: number;
  readonly shape: "card" | "row";
  readonly picture: Picture | null;
  readonly callout: Callout | undefined;
  readonly words: BoardWords;
}

/** From here on a score needs the room of its unit, which the rows show anyway. */
const LONG_SCORE = 1_000;

/** One guest on the board: the same elements as a large card or as a compact row. */
export function Entry({ row, slot, shape, picture, callout, words }: Props) {
  const name = row.displayName.trim() === "" ? words.someone : row.displayName;
  return (
    <li
      className={`entry entry--${shape}`}
      data-flip={row.guestId}
      data-slot={slot}
      data-place={row.place}
      data-called={callout !== undefined}
    >
      <div className="entry__photo">
        <PhotoFrame picture={picture} name={name} />
      </div>
      {shape === "card" && row.place === 1 && <PlumKnot className="entry__knot" />}
      <p className="entry__place">
        {row.place}
        <span className="unseen">{words.placeUnit}</span>
      </p>
      <p className="entry__name" data-size={nameSize(name)}>
        <bdi>{name}</bdi>
      </p>
      <p className="entry__score" data-long={row.score >= LONG_SCORE}>
        {row.score.toFixed(1)}
        <small>pt</small>
      </p>
      {callout !== undefined && <CalloutChip callout={callout} words={words} />}
      {callout?.isLeader === true && <GoldLeaf />}
    </li>
  );
}

function CalloutChip({ callout, words }: { readonly callout: Callout; readonly words: BoardWords }) {
  return (
    <output className="callout">{callout.isLeader ? words.newLeader : words.climbed(callout.climbed)}</output>
  );
}
