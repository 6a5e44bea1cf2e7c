import { useMemo } from "react";
import { eveningRanking } from "#domain/evening-ranking";
import { resultOf } from "#domain/reveal";
import { reportWords } from "#domain/words/report";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { Evening } from "../numbers/use-evening.ts";
import { AwardsLeaf } from "./awards-leaf.tsx";
import { ChartLeaf } from "./chart-leaf.tsx";
import { CoverLeaf } from "./cover-leaf.tsx";
import { MomentsLeaf } from "./moments-leaf.tsx";
import { mosaicLeaves, MosaicLeaf } from "./mosaic-leaf.tsx";
import { TopTenLeaf } from "./top-ten-leaf.tsx";

interface Props {
  readonly event: HostEvent;
  readonly evening: Evening;
}

const TOP = 10;

/** V7: what is kept of an evening, in the event's language and colours. */
export function Keepsake({ event, evening }: Props) {
  const { language, theme, stage, rules } = event;
  const { photos, hasPlace, nameOf } = evening;
  const words = reportWords[language];
  const told = useMemo(
    () => ({
      language,
      words,
      named: (guest: Parameters<Evening["nameOf"]>[0]): string => {
        const name = nameOf(guest).trim();
        return name === "" ? words.someone : words.named(name);
      },
    }),
    [language, words, nameOf],
  );
  const ranking = useMemo(
    () => resultOf(eveningRanking(photos, rules.standing, hasPlace), stage).slice(0, TOP),
    [photos, rules, hasPlace, stage],
  );
  const shown = useMemo(
    () =>
      photos
        .filter(({ state }) => state === "shown")
        .toSorted((a, b) => a.sentAt - b.sentAt || (a.photoId < b.photoId ? -1 : 1)),
    [photos],
  );
  const leaves = useMemo(() => mosaicLeaves(shown), [shown]);
  return (
    <article className="keepsake" lang={language} data-theme={theme}>
      <CoverLeaf event={event} evening={evening} told={told} />
      {ranking.length > 0 && <TopTenLeaf ranking={ranking} told={told} />}
      {stage.awards !== undefined && <AwardsLeaf awards={stage.awards} shown={shown} told={told} />}
      <MomentsLeaf evening={evening} shown={shown} told={told} />
      <ChartLeaf evening={evening} told={told} />
      {leaves.map((leaf, index) => (
        <MosaicLeaf
          key={leaf.photos[0]?.photoId}
          leaf={leaf}
          all={shown.length}
          isFirst={index === 0}
          told={told}
        />
      ))}
    </article>
  );
}
