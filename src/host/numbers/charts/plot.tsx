import type { ReactElement } from "react";
import { ResponsiveContainer } from "recharts";
import type { ChartPlace } from "./chart-figure.tsx";

interface Props extends Pick<ChartPlace, "paper"> {
  /** px on the screen. */
  readonly height: number;
  readonly children: ReactElement;
}

/** The place of a drawing: it keeps its height from the first moment, so that nothing moves when the drawing comes. */
export function Plot({ height, paper, children }: Props) {
  if (paper !== undefined) return <div className="chart__plot chart__plot--paper">{children}</div>;
  return (
    <div className="chart__plot" style={{ "--plot-height": `${height}px` }}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 560, height }}>
        {children}
      </ResponsiveContainer>
    </div>
  );
}

/** What all axes have in common. */
export const axis = {
  tickLine: false,
  axisLine: { stroke: "var(--line)" },
  tick: { fill: "var(--quiet)", fontSize: 12 },
} as const;

export const grid = { stroke: "var(--line)", vertical: false } as const;

/** What stands beside the pointer or the key's place. */
export const tooltip = {
  isAnimationActive: false,
  contentStyle: {
    border: "1px solid var(--line)",
    borderRadius: "8px",
    background: "var(--card)",
    color: "var(--ink)",
    fontSize: "0.8125rem",
    lineHeight: 1.5,
  },
  labelStyle: { color: "var(--quiet)" },
  itemStyle: { color: "var(--ink)", padding: 0 },
  cursor: { fill: "var(--tint)", stroke: "var(--quiet)", strokeWidth: 0.5 },
} as const;
