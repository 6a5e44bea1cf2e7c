/** The colours of paper that every theme has. */
const COLOURS = 6;
/** Of the pieces so many are shot from the corners, the others rain. */
const SHOT = 96;
const PIECES = 156;
/** Shot from both sides so long after each other, in ms. */
const VOLLEY_MS = 700;

/** Pieces of coloured paper, as ratios: where they start, how they fly, when, how large, in which colour. */
const pieces = Array.from({ length: PIECES }, (_, index) => {
  const chance = (salt: number) => {
    const value = Math.sin((index + 1) * 91.7 + salt * 257.3) * 43_758.5453;
    return value - Math.floor(value);
  };
  const style = {
    "--size": `calc(${1.2 + chance(5) * 1.8} * var(--u))`,
    "--turn": `${Math.round(chance(6) * 2_160 - 1_080)}deg`,
    "--paper": `var(--paper-${(index % COLOURS) + 1})`,
  };
  return index < SHOT
    ? { className: "confetti__shot", style: { ...style, ...shot(index, chance) } }
    : { className: "confetti__rain", style: { ...style, ...rain(chance) } };
});

function shot(index: number, chance: (salt: number) => number) {
  const isLeft = index % 2 === 0;
  const isSecond = index >= SHOT / 2;
  return {
    [isLeft ? "left" : "right"]: 0,
    "--far": `calc(${(isLeft ? 1 : -1) * (14 + chance(1) * 84)} * var(--u))`,
    "--high": `calc(${-(46 + chance(2) * 58)} * var(--u))`,
    "--delay": `${Math.round(chance(3) * 260) + (isSecond ? VOLLEY_MS : 0)}ms`,
    "--fall": `${Math.round(3_400 + chance(4) * 2_400)}ms`,
  };
}

function rain(chance: (salt: number) => number) {
  return {
    left: `${chance(1) * 104 - 2}%`,
    "--drift": `calc(${(chance(2) - 0.5) * 34} * var(--u))`,
    "--delay": `${Math.round(1_400 + chance(3) * 4_200)}ms`,
    "--fall": `${Math.round(4_200 + chance(4) * 3_400)}ms`,
  };
}

/** Shot over the winner, then falling twice, and gone; only transforms and opacity move. */
export function Confetti() {
  return (
    <div className="confetti" aria-hidden="true">
      {pieces.map(({ className, style }, index) => (
        <i key={index} className={className} style={style} />
      ))}
    </div>
  );
}
