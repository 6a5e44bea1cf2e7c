import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { type Climber, CLIMBERS } from "#domain/climb";
import type { Numbers } from "#domain/numbers";
import { points } from "#domain/scoring";
import { hostNumbersWords } from "#domain/words/host-numbers";
import { toldTime } from "../told-time.ts";
import { ChartFigure, type ChartPlace } from "./chart-figure.tsx";
import { axis, grid, Plot, tooltip } from "./plot.tsx";

const HEIGHT = 380;
/** Below the ten places one stands for all further ones. */
const BEYOND = CLIMBERS + 1;

interface Props extends ChartPlace {
  readonly numbers: Numbers;
  readonly climb: readonly Climber[];
}

/** V5: the places of the best through the evening. */
export function ClimbChart({ numbers: { time, pieces }, climb, ...place }: Props) {
  const words = hostNumbersWords[place.language];
  const [first] = climb;
  if (time === null || first === undefined) return null;
  const clock = toldTime(time, place.language);
  const nameOf = ({ displayName }: Climber): string =>
    displayName.trim() === "" ? words.someone : displayName;
  const rows = pieces.map(({ beginsAt }, piece) => ({
    at: clock(beginsAt),
    places: climb.map(({ steps }) => {
      const step = steps[piece];
      return step ? Math.min(step.place, BEYOND) : null;
    }),
  }));
  const lowest = Math.max(...rows.flatMap(({ places }) => places.map((each) => each ?? 1)), climb.length);
  const ticks = Array.from({ length: lowest }, (_, index) => index + 1);
  const namesAt = (at: number): string =>
    climb
      .filter((climber) => climber.place === at)
      .map(nameOf)
      .join("・");
  const toldPlace = (at: number): string => (at >= BEYOND ? words.beyond : words.place(at));
  const since = pieces[leadsSince(first)]?.beginsAt ?? time.beginsAt;
  return (
    <ChartFigure
      {...place}
      title={words.climbTitle}
      told={(place.paper === undefined ? words.climbTold : words.climbKept)(
        nameOf(first),
        points(first.score),
        clock(since),
      )}
      note={place.paper === undefined ? words.climbNote : words.climbKeptNote}
      table={{
        columns: [words.time, ...climb.map(nameOf)],
        rows: rows.map(({ at }, piece) => [at, ...climb.map(({ steps }) => toldStep(steps[piece], words))]),
      }}
    >
      <Plot height={HEIGHT} {...place}>
        <LineChart data={rows} margin={margin} {...place.paper}>
          <CartesianGrid {...grid} />
          <XAxis dataKey="at" {...axis} interval="preserveStartEnd" minTickGap={24} />
          <YAxis
            yAxisId="places"
            {...axis}
            axisLine={false}
            reversed
            domain={[0.6, lowest + 0.4]}
            ticks={ticks}
            interval={0}
            width={44}
            tickFormatter={toldPlace}
          />
          <YAxis
            yAxisId="names"
            {...axis}
            axisLine={false}
            orientation="right"
            reversed
            domain={[0.6, lowest + 0.4]}
            ticks={ticks}
            interval={0}
            width={104}
            tick={({ x, y, payload }: TickProps) => (
              <Name x={Number(x)} y={Number(y)} name={namesAt(payload.value)} />
            )}
          />
          <Tooltip {...tooltip} formatter={(value, name) => [toldPlace(Number(value)), name]} />
          {climb.map((climber, index) => (
            <Line
              key={climber.guestId}
              yAxisId={index === 0 ? "names" : "places"}
              type="bumpX"
              dataKey={({ places }: (typeof rows)[number]) => places[index]}
              name={nameOf(climber)}
              stroke={`var(--climb-${index + 1})`}
              strokeWidth={index < 3 ? 3 : 1.75}
              {...(index >= 5 && { strokeDasharray: "6 3" })}
              dot={({ cx, cy, index: piece }: DotProps) =>
                piece === climber.steps.findIndex((step) => step !== null) ? (
                  <circle key={piece} cx={cx} cy={cy} r={3} fill={`var(--climb-${index + 1})`} />
                ) : (
                  <g key={piece} />
                )
              }
              activeDot={{ r: 4 }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </Plot>
    </ChartFigure>
  );
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index: number;
}

interface TickProps {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: number };
}

const MOST_LETTERS = 9;

function Name({ x, y, name }: { readonly x: number; readonly y: number; readonly name: string }) {
  const letters = [...name];
  const short = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : name;
  return (
    <text x={x} y={y} dy="0.35em" fill="var(--ink)" fontSize={11.5}>
      {short}
    </text>
  );
}

/** From which piece on the guest was never anywhere but first. */
function leadsSince({ steps }: Climber): number {
  return steps.findLastIndex((step) => step?.place !== 1) + 1;
}

function toldStep(
  step: Climber["steps"][number] | undefined,
  words: (typeof hostNumbersWords)["ja"],
): string {
  return step ? `${words.place(step.place)} ${points(step.score)}` : words.notYet;
}

const margin = { top: 12, right: 4, bottom: 0, left: 0 };
