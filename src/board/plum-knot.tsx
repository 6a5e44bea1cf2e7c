/** A mizuhiki knot in the form of a plum blossom: a cord round a five-fold curve that passes over and under itself. */

const LOOPS = 5;
const TURNS = 2;
const STEPS = 240;
/** Outer to inner strokes of a cord of three strands; `gap` lets a lower cord pass under an upper one. */
const STRANDS = ["gap", "outer", "seam", "inner", "seam-fine", "core"] as const;

function point(angle: number): { x: number; y: number } {
  const radius = 58 + 30 * Math.cos((LOOPS / TURNS) * angle);
  return { x: 100 + radius * Math.sin(angle), y: 100 - radius * Math.cos(angle) };
}

function path(from: number, to: number): string {
  const steps = Math.max(8, Math.round((STEPS * (to - from)) / (TURNS * 2 * Math.PI)));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const { x, y } = point(from + ((to - from) * index) / steps);
    return `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join("");
}

const whole = path(0, TURNS * 2 * Math.PI);
/** The stretches where the cord lies on top: every second crossing along its way. */
const upper = Array.from({ length: LOOPS }, (_, index) => {
  const middle = ((index + 0.25) * 2 * Math.PI * TURNS) / LOOPS;
  return path(middle - 0.42, middle + 0.42);
});

export function PlumKnot({ className = "" }: { readonly className?: string }) {
  return (
    <svg className={`knot ${className}`} viewBox="0 0 200 200" aria-hidden="true">
      {[whole, ...upper].flatMap((d, layer) =>
        STRANDS.filter((strand) => layer > 0 || strand !== "gap").map((strand) => (
          <path key={`${layer}-${strand}`} className={`knot__${strand}`} d={d} />
        )),
      )}
    </svg>
  );
}
