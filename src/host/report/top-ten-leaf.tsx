import type { EveningGuest } from "#domain/evening-ranking";
import { points } from "#domain/scoring";
import { KeepsakePicture } from "./keepsake-picture.tsx";
import type { Told } from "./told.ts";

interface Props {
  /** Best first. */
  readonly ranking: readonly EveningGuest[];
  readonly told: Told;
}

/** The ten best with their pictures; the first one stands large. */
export function TopTenLeaf({ ranking, told: { words, named } }: Props) {
  return (
    <section className="leaf">
      <h2 className="keepsake__heading">{words.topTen}</h2>
      <ol className="top-ten">
        {ranking.map((guest, index) => (
          <li className="top-ten__guest" data-rank={Math.min(index + 1, 4)} key={guest.guestId}>
            <KeepsakePicture photo={guest.best} copy={index < 3 ? "display" : "thumbnail"} alt="" />
            <p className="top-ten__words">
              <span className="top-ten__place">{words.place(guest.place)}</span>
              <bdi className="top-ten__name">{named(guest)}</bdi>
              <span className="top-ten__points">{points(guest.score)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
