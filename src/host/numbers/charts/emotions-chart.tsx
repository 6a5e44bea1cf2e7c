import { Bar, BarChart, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import type { Numbers } from "#domain/numbers";
import { hostNumbersWords } from "#domain/words/host-numbers";
import { ChartFigure, type ChartPlace } from "./chart-figure.tsx";
import { axis, Plot, tooltip } from "./plot.tsx";

const ROW_HEIGHT = 28;

/** V3: how strong each emotion was over all faces. */
export function EmotionsChart({ numbers, ...place }: ChartPlace & { readonly numbers: Numbers }) {
  const words = hostNumbersWords[place.language];
  const told = (mean: number): string => `${mean.toFixed(1)}%`;
  const rows = numbers.emotions.map(({ type, mean }) => ({ name: words.emotions[type], mean }));
  const [first, second] = rows;
  if (first === undefined) return null;
  return (
    <ChartFigure
      {...place}
      title={words.emotionsTitle}
      told={words.emotionsTold(first.name, told(first.mean), second?.name ?? null, told(second?.mean ?? 0))}
      table={{ columns: [words.emotion, words.mean], rows: rows.map(({ name, mean }) => [name, told(mean)]) }}
    >
      <Plot height={rows.length * ROW_HEIGHT + 16} {...place}>
        <BarChart data={rows} layout="vertical" margin={margin} {...place.paper}>
          <XAxis type="number" domain={[0, 100]} hide />
          <YAxis type="category" dataKey="name" {...axis} axisLine={false} width={84} interval={0} />
          <Tooltip {...tooltip} formatter={(value) => [told(Number(value)), words.mean]} />
          <Bar
            dataKey="mean"
            name={words.mean}
            fill="var(--chart-3)"
            radius={[0, 3, 3, 0]}
            isAnimationActive={false}
          >
            <LabelList
              dataKey="mean"
              position="right"
              fill="var(--ink)"
              fontSize={12}
              formatter={(mean) => told(Number(mean))}
            />
          </Bar>
        </BarChart>
      </Plot>
    </ChartFigure>
  );
}

const margin = { top: 4, right: 56, bottom: 4, left: 0 };
