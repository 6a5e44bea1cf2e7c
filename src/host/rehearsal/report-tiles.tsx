import type { RehearsalReport } from "#domain/rehearsal-report";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

interface Tile {
  readonly name: string;
  readonly count: number;
  readonly hint: string;
  /** Nothing is good, anything is bad. */
  readonly isFault?: boolean;
}

/** What came of the photos, with what should be none. */
export function ReportTiles({ report }: { readonly report: RehearsalReport }) {
  const { words, inWords } = useRehearsalWords();
  const { sent, stored, shown, ranked, guests, lost, double } = report;
  const tiles: readonly Tile[] = [
    { name: words.lost, count: lost, hint: words.lostHint, isFault: true },
    { name: words.double, count: double, hint: words.doubleHint, isFault: true },
    ...(sent.undelivered > 0
      ? [{ name: words.undelivered, count: sent.undelivered, hint: words.undeliveredHint, isFault: true }]
      : []),
    {
      name: words.sent,
      count: sent.photos,
      hint: words.sentHint(inWords(sent.sets), inWords(sent.unsent)),
    },
    { name: words.stored, count: stored, hint: words.storedHint(inWords(shown)) },
    { name: words.ranked, count: ranked, hint: words.rankedHint(inWords(guests)) },
  ];
  return (
    <dl className="rehearsal__tiles">
      {tiles.map(({ name, count, hint, isFault = false }) => (
        <div
          className="rehearsal__tile"
          key={name}
          data-judged={isFault ? (count === 0 ? "good" : "bad") : undefined}
        >
          <dt>{name}</dt>
          <dd className="rehearsal__count">{inWords(count)}</dd>
          <dd className="rehearsal__told">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
