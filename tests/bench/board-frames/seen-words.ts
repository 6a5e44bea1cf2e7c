import { ms, percentile } from "../statistics.ts";
import type { Frames } from "./frame-times.ts";
import type { Seen } from "./watched-board.ts";

const share = (part: number): string => `${(part * 100).toFixed(1)} %`;

export function told({ median, p95, p99, longest, missedOne, missedTwo }: Frames): string {
  return `${[median, p95, p99, longest].map(ms).join(" / ")}; ${share(missedOne)} / ${share(missedTwo)}`;
}

export function mainThread({ busyMs, scriptMs }: Seen, tasks: readonly number[]): string {
  const longest = tasks.reduce((most, each) => Math.max(most, each), 0);
  return `${ms(busyMs)} / ${ms(scriptMs)} in a second; ${ms(percentile(tasks, 0.99))} / ${ms(longest)}`;
}
