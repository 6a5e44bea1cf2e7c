import { Bar, BarChart, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import type { Share } from "#domain/shares";
import { ChartFigure, type ChartPlace } from "./chart-figure.tsx";
import { axis, Plot, tooltip } from "./plot.tsx";

const HEIGHT = 240;

interface Props extends ChartPlace {
  readonly title: string;
  readonly told: string;
  readonly shares: readonly Share[];
  /** What they have so many of, and who they are. */
  readonly columns: readonly [string, string];
  readonly nameOf: (count: number, isOpen: boolean) => string;
  readonly color: string;
}

/** How many have so many of something. */
export function SharesChart({ title, told, shares, columns, nameOf, color, ...place }: Props) {
  const rows = shares.map(({ count, isOpen, having }) => ({
    short: `${count}${isOpen ? "+" : ""}`,
    name: nameOf(count, isOpen),
    having,
  }));
  if (rows.length === 0) return null;
  return (
    <ChartFigure
      {...place}
      title={title}
      told={told}
      table={{ columns, rows: rows.map(({ name, having }) => [name, String(having)]) }}
    >
      <Plot height={HEIGHT} {...place}>
        <BarChart data={rows} margin={margin} {...place.paper}>
          <XAxis dataKey="short" {...axis} interval={0} />
          <YAxis hide allowDecimals={false} />
          <Tooltip
            {...tooltip}
            labelFormatter={(label) => rows.find(({ short }) => short === label)?.name ?? label}
            formatter={(value) => [value, columns[1]]}
          />
          <Bar
            dataKey="having"
            name={columns[1]}
            fill={color}
            radius={[3, 3, 0, 0]}
            maxBarSize={48}
            isAnimationActive={false}
          >
            <LabelList dataKey="having" position="top" fill="var(--ink)" fontSize={12} />
          </Bar>
        </BarChart>
      </Plot>
    </ChartFigure>
  );
}

const margin = { top: 24, right: 8, bottom: 0, left: 8 };
