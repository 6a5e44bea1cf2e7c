/** The colours of paper that every theme has. */
const COLOURS = 6;
/** Pieces of coloured paper, as ratios: where they start, how they fall, when, how large, in which colour. */
const PIECES = Array.from({ length: 90 }, (_, index) => {
  const chance = (salt: number) => {
    const value = Math.sin((index + 1) * 91.7 + salt * 257.3) * 43_758.5453;
    return value - Math.floor(value);
  };
  return {
    left: `${chance(1) * 104 - 2}%`,
    "--drift": `calc(${(chance(2) - 0.5) * 34} * var(--u))`,
    "--delay": `${Math.round(chance(3) * 4_200)}ms`,
    "--fall": `${Math.round(4_200 + chance(4) * 3_400)}ms`,
    "--size": `calc(${1.1 + chance(5) * 1.5} * var(--u))`,
    "--turn": `${Math.round(chance(6) * 2_160 - 1_080)}deg`,
    "--paper": `var(--paper-${(index % COLOURS) + 1})`,
  };
});

/** Falls three times over the winner and is gone; only transforms and opacity move. */
export function Confetti() {
  return (
    <div className="confetti" aria-hidden="true">
      {PIECES.map((style, index) => (
        <i key={index} style={style} />
      ))}
    </div>
  );
}
