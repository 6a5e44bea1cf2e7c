import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { Numbers } from "#domain/numbers";
import { hostNumbersWords } from "#domain/words/host-numbers";
import { minutesOf, toldTime } from "../told-time.ts";
import { ChartFigure, type ChartPlace } from "./chart-figure.tsx";
import { axis, grid, Plot, tooltip } from "./plot.tsx";

const HEIGHT = 240;
const MOST_RADIUS = 6;

/** V3: how happy the faces were when; a large dot stands for many faces. */
export function HappinessChart({ numbers, ...place }: ChartPlace & { readonly numbers: Numbers }) {
  const words = hostNumbersWords[place.language];
  const { time, pieces, happiest, happiness } = numbers;
  if (time === null || happiest === null || happiness === null) return null;
  const clock = toldTime(time, place.language);
  const most = Math.max(...pieces.map(({ faces }) => faces));
  const rows = pieces.map((piece) => ({ ...piece, at: clock(piece.beginsAt) }));
  const told = (value: number | null, faces: number): string =>
    value === null ? words.noFaces : `${value.toFixed(1)}（${words.facesOf(faces, false)}）`;
  return (
    <ChartFigure
      {...place}
      title={words.happinessTitle}
      told={words.happinessTold(
        clock(happiest.beginsAt),
        words.piece(minutesOf(time)),
        (happiest.happiness ?? 0).toFixed(1),
        happiest.faces,
        happiness.toFixed(1),
      )}
      table={{
        columns: [words.time, words.happiness, words.faces],
        rows: rows.map(({ at, faces, happiness: mean }) => [
          at,
          mean === null ? words.noFaces : mean.toFixed(1),
          words.count(faces),
        ]),
      }}
    >
      <Plot height={HEIGHT} {...place}>
        <LineChart data={rows} margin={margin} {...place.paper}>
          <CartesianGrid {...grid} />
          <XAxis dataKey="at" {...axis} interval="preserveStartEnd" minTickGap={24} />
          <YAxis {...axis} axisLine={false} domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} width={36} />
          <Tooltip
            {...tooltip}
            formatter={(value, _name, { payload }) => [
              told(Number(value), Number(payload.faces)),
              words.happiness,
            ]}
          />
          <Line
            dataKey="happiness"
            name={words.happiness}
            stroke="var(--chart-2)"
            strokeWidth={2}
            connectNulls
            isAnimationActive={false}
            dot={({
              cx,
              cy,
              index,
            }: {
              readonly cx?: number;
              readonly cy?: number;
              readonly index: number;
            }) => {
              const faces = rows[index]?.faces ?? 0;
              const radius = faces === 0 ? 0 : 2 + Math.sqrt(faces / most) * (MOST_RADIUS - 2);
              return <circle key={index} cx={cx} cy={cy} r={radius} fill="var(--chart-2)" />;
            }}
          />
        </LineChart>
      </Plot>
    </ChartFigure>
  );
}

const margin = { top: 12, right: 12, bottom: 0, left: 0 };
