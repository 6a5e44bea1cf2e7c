import { points } from "#domain/scoring";
import { type ExampleFace, scoredExample } from "./example-photo.ts";
import { useEventsWords } from "./use-events-words.ts";
import type { EventRules } from "#domain/event-rules";

const WIDTH = 160;
const HEIGHT = 100;

/** A drawn photo and what it would give by the rules that are being typed. */
export function ExamplePicture({ rules }: { readonly rules: EventRules }) {
  const { rules: words } = useEventsWords().words;
  const { score, faces } = scoredExample(rules);
  const counted = faces.filter(({ dropped }) => dropped === undefined);
  return (
    <figure className="example">
      <svg
        className="example__photo"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        // The picture is drawn here: there is no file for an <img>.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={words.exampleAlt}
      >
        <rect className="example__ground" width={WIDTH} height={HEIGHT} rx="3" />
        <path className="example__floor" d={`M0 46H${WIDTH}V${HEIGHT}H0z`} />
        <Garland />
        {faces.map((one) => (
          <Person key={one.happiness} {...one} />
        ))}
        <Cake />
      </svg>
      <figcaption className="example__words">
        <p className="example__name">{words.examplePicture}</p>
        <ul className="example__faces">
          {faces.map(({ happiness, dropped }) => (
            <li key={happiness} className={dropped === undefined ? undefined : "example__dropped"}>
              <b>{happiness}</b>
              {dropped !== undefined && <span> {words.notCounted[dropped]}</span>}
            </li>
          ))}
        </ul>
        <output className="example__sum">
          {counted.map(({ happiness }) => happiness).join(" + ") || "0"} = <strong>{points(score)}</strong>
        </output>
      </figcaption>
    </figure>
  );
}

function Person({ face, happiness, dropped }: ExampleFace) {
  const { left, top, width, height } = face.box;
  const radius = (Math.sqrt(width * height) * HEIGHT) / 2;
  const x = left * WIDTH + radius;
  const y = top * HEIGHT + radius;
  const bend = ((happiness - 30) / 70) * radius * 0.6;
  return (
    <g className={dropped === undefined ? "person" : "person person--dropped"}>
      <path className="person__body" d={bodyBelow(x, y, radius)} />
      <circle className="person__face" cx={x} cy={y} r={radius} />
      <circle className="person__eye" cx={x - radius * 0.36} cy={y - radius * 0.2} r={radius * 0.1} />
      <circle className="person__eye" cx={x + radius * 0.36} cy={y - radius * 0.2} r={radius * 0.1} />
      <path
        className="person__mouth"
        strokeWidth={Math.max(0.5, radius * 0.11)}
        d={`M${x - radius * 0.45} ${y + radius * 0.25}q${radius * 0.45} ${bend} ${radius * 0.9} 0`}
      />
      <rect
        className="person__frame"
        x={x - radius * 1.1}
        y={y - radius * 1.1}
        width={radius * 2.2}
        height={radius * 2.2}
        rx={radius * 0.2}
      />
    </g>
  );
}

/** Shoulders from below the chin down; who is far away stands on the floor of the hall. */
function bodyBelow(x: number, y: number, radius: number): string {
  const top = y + radius * 0.8;
  const bottom = radius > 5 ? HEIGHT : y + radius * 6;
  const half = radius * 1.5;
  return `M${x - half} ${bottom}V${top + radius * 1.2}q0 ${-radius * 1.2} ${half} ${-radius * 1.2}t${half} ${
    radius * 1.2
  }V${bottom}z`;
}

function Cake() {
  return (
    <g className="cake">
      <path className="cake__plate" d="M62 93h34" />
      <path className="cake__body" d="M66 92V82h26v10zM70 82v-7h18v7z" />
      <path className="cake__icing" d="M66 84c2 3 4 3 6.5 0s4 3 6.5 0 4 3 6.5 0 4 3 6.5 0" />
      <path className="cake__candle" d="M79 75v-6" />
      <path className="cake__flame" d="M79 69c-2-2 0-3.5 0-5 0 1.5 2 3 0 5z" />
    </g>
  );
}

function Garland() {
  return <path className="example__garland" d="M0 6c20 12 34 12 54 0s34-12 54 0 32 12 52 0" />;
}
