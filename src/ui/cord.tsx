import "./cord.css";

/** A mizuhiki cord across the page, laid in three loops: two strands, red and gold, that pass over themselves. */

const turns = 3;
const middle = { x: 160, y: 26 };

function point(angle: number): string {
  const x = middle.x + 8.2 * angle - 24 * Math.sin(angle);
  const y = middle.y + 15 * Math.cos(angle);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function stretch(from: number, to: number): string {
  const steps = Math.ceil((to - from) * 12);
  const points = Array.from({ length: steps + 1 }, (_, index) => point(from + ((to - from) * index) / steps));
  return `M${points.join("L")}`;
}

const end = turns * Math.PI;
const floor = middle.y - 15;
const whole = `M-1600 ${floor}L${stretch(-end, end).slice(1)}L1920 ${floor}`;
/** Where the cord runs back to the left it lies on top. */
const upper = Array.from({ length: turns }, (_, index) => {
  const center = (index * 2 - (turns - 1)) * Math.PI;
  return stretch(center - 0.95, center + 0.95);
});

export function Cord() {
  return (
    <svg className="cord" viewBox="0 0 320 48" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      {[whole, ...upper].map((d, layer) => (
        <g key={d}>
          {layer > 0 && <path className="cord__gap" d={d} />}
          <path className="cord__red" d={d} />
          <path className="cord__seam" d={d} />
          <path className="cord__gold" d={d} />
        </g>
      ))}
    </svg>
  );
}
