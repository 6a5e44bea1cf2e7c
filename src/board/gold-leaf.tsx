/** Pieces of gold leaf, as ratios: where they start, how far they fall and drift, when, how large, how turned. */
const PIECES = Array.from({ length: 26 }, (_, index) => {
  const chance = (salt: number) => {
    const value = Math.sin((index + 1) * 127.1 + salt * 311.7) * 43_758.5453;
    return value - Math.floor(value);
  };
  return {
    left: `${chance(1) * 100}%`,
    "--drift": `calc(${(chance(2) - 0.5) * 16} * var(--u))`,
    "--delay": `${Math.round(chance(3) * 900)}ms`,
    "--size": `calc(${0.7 + chance(4) * 1.3} * var(--u))`,
    "--turn": `${Math.round(chance(5) * 720 - 360)}deg`,
  };
});

/** Gold leaf that drifts down once over whoever takes the first place. */
export function GoldLeaf() {
  return (
    <div className="gold-leaf" aria-hidden="true">
      {PIECES.map((style) => (
        <i key={style.left} style={style} />
      ))}
    </div>
  );
}
