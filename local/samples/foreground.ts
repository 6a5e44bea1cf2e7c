import { drawRose } from "./blossom.ts";
import { n, scatter } from "./shapes.ts";

/** What is in front of the people, or instead of them. Pixels of the picture. */
export type Foreground = (width: number, height: number) => string;

const PAPERS = ["#ffd76a", "#ff7fa2", "#7fd8ff", "#a6e88a", "#fff", "#c79bff"];

export const confetti: Foreground = (width, height) =>
  scatter(Math.round((width * height) / 14_000), 77, (random) => {
    const [x, y, turn] = [random() * width, random() * height, random() * 180];
    const size = height * (0.006 + 0.008 * random());
    const colour = PAPERS[Math.floor(random() * PAPERS.length)] ?? "#fff";
    // Edges only: a scrap of paper on an eye would change what is read there.
    const inTheMiddle = Math.abs(x / width - 0.5) < 0.46 && y / height > 0.13 && y / height < 0.9;
    if (inTheMiddle) return "";
    return `<rect x="${n(-size)}" y="${n(-size / 2)}" width="${n(size * 2)}" height="${n(size)}" fill="${colour}" opacity=".9" transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"/>`;
  });

export const table: Foreground = (width, height) =>
  `<path d="M0 ${n(height * 0.66)}Q${n(width / 2)} ${n(height * 0.62)} ${n(width)} ${n(height * 0.66)}V${n(height)}H0Z" fill="#fdf8f1"/>` +
  `<path d="M0 ${n(height * 0.66)}Q${n(width / 2)} ${n(height * 0.62)} ${n(width)} ${n(height * 0.66)}" fill="none" stroke="#e4d4bf" stroke-width="6"/>` +
  scatter(9, 3, (_, index) => {
    const x = (index + 0.3) * (width / 8.6);
    return `<path d="M${n(x)} ${n(height * 0.68)}q-14 ${n(height * 0.15)} 6 ${n(height * 0.32)}" fill="none" stroke="#e2d3bf" stroke-width="7" opacity=".7"/>`;
  });

export const cake: Foreground = (width, h) => {
  const x = width / 2;
  const stand =
    `<ellipse cx="${n(x)}" cy="${n(h * 0.85)}" rx="${n(h * 0.44)}" ry="${n(h * 0.07)}" fill="#b9a487"/>` +
    `<ellipse cx="${n(x)}" cy="${n(h * 0.835)}" rx="${n(h * 0.43)}" ry="${n(h * 0.065)}" fill="#fff"/>`;
  return (
    table(width, h) +
    stand +
    tier(x, h * 0.34, h * 0.62, h * 0.19, "#fdf3ec", "#e7a8b5") +
    tier(x, h * 0.24, h * 0.46, h * 0.15, "#fbdfe4", "#fff") +
    tier(x, h * 0.15, h * 0.33, h * 0.12, "#fdf3ec", "#e7a8b5") +
    heart(x - h * 0.035, h * 0.24, h * 0.075, "#e2b04a") +
    heart(x + h * 0.035, h * 0.255, h * 0.065, "#f2cd74") +
    drawRose(x - h * 0.21, h * 0.61, h * 0.05, "#ef6b86") +
    drawRose(x + h * 0.27, h * 0.79, h * 0.04, "#f58fa6")
  );
};

const heart = (x: number, y: number, size: number, colour: string): string =>
  `<path d="M0 1C-1.3 .1 -1 -.8 -.45 -.8C-.2 -.8 0 -.6 0 -.4C0 -.6 .2 -.8 .45 -.8C1 -.8 1.3 .1 0 1Z" fill="none" stroke="${colour}" stroke-width=".22" transform="translate(${n(x)} ${n(y)}) scale(${n(size)})"/>`;

/** One round tier with a ribbon, swags of icing and a rim of pearls. */
function tier(x: number, w: number, top: number, h: number, colour: string, ribbon: string): string {
  const depth = w * 0.16;
  const side = `M${n(x - w)} ${n(top)}V${n(top + h)}A${n(w)} ${n(depth)} 0 0 0 ${n(x + w)} ${n(top + h)}V${n(top)}Z`;
  const swags = scatter(7, 5, (_, index) => {
    const from = x - w + (index * 2 * w) / 7;
    const drop = top + depth * Math.sqrt(1 - ((index - 3) / 3.6) ** 2);
    return `<path d="M${n(from)} ${n(drop)}q${n(w / 7)} ${n(h * 0.34)} ${n((2 * w) / 7)} 0" fill="none" stroke="${ribbon}" stroke-width="${n(h * 0.05)}" stroke-linecap="round"/>`;
  });
  const pearls = scatter(25, 6, (_, index) => {
    const at = (index - 12) / 12.4;
    const y = top + h + depth * Math.sqrt(1 - at * at) - h * 0.03;
    return `<circle cx="${n(x + at * w)}" cy="${n(y)}" r="${n(w * 0.032)}" fill="#fff"/>`;
  });
  return (
    `<path d="${side}" fill="${colour}"/><path d="M${n(x + w * 0.45)} ${n(top)}H${n(x + w)}V${n(top + h)}Q${n(x + w * 0.8)} ${n(top + h + depth * 0.6)} ${n(x + w * 0.45)} ${n(top + h + depth * 0.9)}Z" fill="#8a4a3a" opacity=".07"/>` +
    `${swags}${pearls}<ellipse cx="${n(x)}" cy="${n(top)}" rx="${n(w)}" ry="${n(depth)}" fill="#fffdf9"/>`
  );
}

const ROSES = ["#ef6b86", "#ffb3c1", "#fff1ea", "#ffcf8f", "#f58fa6"];

/** A heap of roses. */
export function bouquet(x: number, y: number, radius: number, count: number): string {
  const leaves = scatter(22, 8, (_, index) => {
    const turn = (index * 360) / 22;
    return `<ellipse cx="0" cy="${n(-radius * 0.98)}" rx="${n(radius * 0.13)}" ry="${n(radius * 0.3)}" fill="${index % 2 ? "#4f8a4d" : "#6ea45a"}" transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"/>`;
  });
  const heads = scatter(count, 19, (random, index) => {
    const place = count - index; // from the rim inwards
    const angle = place * 2.4; // the golden angle spreads them evenly
    const reach = radius * 0.95 * Math.sqrt(place / count);
    const colour = ROSES[Math.floor(random() * ROSES.length)] ?? "#ffb3c1";
    const size = radius * (1.02 / Math.sqrt(count) + 0.03 * random());
    return drawRose(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach * 0.86, size, colour);
  });
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="#3f7444"/>${leaves}${heads}`;
}

export const flowers: Foreground = (width, height) =>
  table(width, height) +
  `<path d="M${n(width * 0.5 - height * 0.09)} ${n(height * 0.56)}L${n(width * 0.5 - height * 0.06)} ${n(height * 0.82)}H${n(width * 0.5 + height * 0.06)}L${n(width * 0.5 + height * 0.09)} ${n(height * 0.56)}Z" fill="#bcd9e6" opacity=".85"/>` +
  bouquet(width * 0.5, height * 0.4, height * 0.22, 40) +
  candle(width * 0.12, height) +
  candle(width * 0.88, height);

const candle = (x: number, height: number): string =>
  `<rect x="${n(x - height * 0.025)}" y="${n(height * 0.58)}" width="${n(height * 0.05)}" height="${n(height * 0.2)}" rx="6" fill="#fff6ea"/>` +
  `<path d="M${n(x)} ${n(height * 0.49)}q${n(height * 0.026)} ${n(height * 0.05)} 0 ${n(height * 0.08)}q${n(-height * 0.026)} ${n(-height * 0.03)} 0 ${n(-height * 0.08)}Z" fill="#ffc24d"/>` +
  `<circle cx="${n(x)}" cy="${n(height * 0.54)}" r="${n(height * 0.09)}" fill="#ffdf8a" opacity=".25"/>`;
