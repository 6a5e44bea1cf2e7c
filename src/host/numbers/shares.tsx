import type { Numbers } from "#domain/numbers";
import type { Share } from "#domain/shares";
import { hostNumbersWords } from "#domain/words/host-numbers";
import type { ChartPlace } from "./charts/chart-figure.tsx";
import { SharesChart } from "./charts/shares-chart.tsx";

interface Props extends ChartPlace {
  readonly numbers: Numbers;
}

/** How many faces the photos have. */
export function FacesChart({ numbers: { faces, photos, facesPerPhoto }, ...place }: Props) {
  const words = hostNumbersWords[place.language];
  const most = commonest(facesPerPhoto);
  if (most === undefined) return null;
  return (
    <SharesChart
      {...place}
      title={words.facesTitle}
      told={words.facesTold((faces / photos).toFixed(1), words.facesOf(most.count, most.isOpen), most.having)}
      shares={facesPerPhoto}
      columns={[words.faces, words.photos]}
      nameOf={words.facesOf}
      color="var(--chart-4)"
    />
  );
}

/** V4: how many photos the guests sent. `guests`: all of the event, null while they are not all known. */
export function GuestsChart({ numbers, guests, ...place }: Props & { readonly guests: number | null }) {
  const words = hostNumbersWords[place.language];
  const mean = (numbers.photos / numbers.guests).toFixed(1);
  const all = guests === null ? null : Math.max(guests, numbers.guests);
  return (
    <SharesChart
      {...place}
      title={words.sharesTitle}
      told={words.sharesTold(numbers.guests, all, words.percent(numbers.guests / (all ?? 1)), mean)}
      shares={numbers.photosPerGuest}
      columns={[words.photos, words.guests]}
      nameOf={words.photosOf}
      color="var(--chart-3)"
    />
  );
}

function commonest(shares: readonly Share[]): Share | undefined {
  return shares.toSorted((a, b) => b.having - a.having || a.count - b.count)[0];
}
