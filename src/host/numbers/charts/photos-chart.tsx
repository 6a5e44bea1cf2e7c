import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import type { Numbers } from "#domain/numbers";
import { hostNumbersWords } from "#domain/words/host-numbers";
import { minutesOf, toldTime } from "../told-time.ts";
import { ChartFigure, type ChartPlace } from "./chart-figure.tsx";
import { axis, grid, Plot, tooltip } from "./plot.tsx";

const HEIGHT = 240;

/** V2: how many photos came when. */
export function PhotosChart({ numbers, ...place }: ChartPlace & { readonly numbers: Numbers }) {
  const words = hostNumbersWords[place.language];
  const { time, pieces, busiest } = numbers;
  if (time === null || busiest === null) return null;
  const clock = toldTime(time, place.language);
  const piece = words.piece(minutesOf(time));
  const rows = pieces.map(({ beginsAt, photos }) => ({ at: clock(beginsAt), photos }));
  return (
    <ChartFigure
      {...place}
      title={words.photosTitle(piece)}
      told={words.photosTold(clock(busiest.beginsAt), piece, busiest.photos, numbers.photos)}
      table={{
        columns: [words.time, words.photos],
        rows: rows.map(({ at, photos }) => [at, words.photosOf(photos, false)]),
      }}
    >
      <Plot height={HEIGHT} {...place}>
        <BarChart data={rows} margin={margin} {...place.paper}>
          <CartesianGrid {...grid} />
          <XAxis dataKey="at" {...axis} interval="preserveStartEnd" minTickGap={24} />
          <YAxis {...axis} axisLine={false} allowDecimals={false} width={36} />
          <Tooltip {...tooltip} formatter={(value) => [words.photosOf(Number(value), false), words.photos]} />
          <Bar
            dataKey="photos"
            name={words.photos}
            fill="var(--chart-1)"
            radius={[3, 3, 0, 0]}
            maxBarSize={40}
            isAnimationActive={false}
          />
        </BarChart>
      </Plot>
    </ChartFigure>
  );
}

const margin = { top: 12, right: 12, bottom: 0, left: 0 };
