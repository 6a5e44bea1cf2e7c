import { drawBlossom } from "./blossom.ts";
import { HAIRS } from "./palette.ts";
import type { Hair } from "./palette.ts";
import type { HairStyle, Person } from "./person.ts";
import { bothSides, n, scatter } from "./shapes.ts";

/** What hangs behind the head and shoulders. */
export function drawHairBehind({ hair, hairColour }: Person): string {
  const colour = HAIRS[hairColour];
  const behind: Readonly<Record<HairStyle, string>> = {
    short: cap(126, 20, colour),
    sidePart: cap(126, 30, colour),
    receding: "",
    curly: curls(colour, 150, 44),
    bob: `<path d="M-128 -40C-140 60 -142 130 -118 176Q0 200 118 176C142 130 140 60 128 -40C118 -170 -118 -170 -128 -40Z" fill="${colour.dark}"/>`,
    long: `<path d="M-130 -40C-150 90 -168 240 -150 392Q-80 420 0 404Q80 420 150 392C168 240 150 90 130 -40C118 -176 -118 -176 -130 -40Z" fill="${colour.dark}"/>`,
    updo: `<g><circle cx="0" cy="-168" r="62" fill="${colour.dark}"/><circle cx="-4" cy="-176" r="50" fill="${colour.base}"/><path d="M-40 -186Q-4 -226 36 -196" fill="none" stroke="${colour.shine}" stroke-width="7" opacity=".6" stroke-linecap="round"/></g>${cap(124, 30, colour)}`,
  };
  return behind[hair];
}

/** What frames the forehead, over the head. */
export function drawHairInFront({ hair, hairColour, flower }: Person): string {
  const colour = HAIRS[hairColour];
  const front: Readonly<Record<HairStyle, string>> = {
    short: fringe(
      "M-117 -14C-132 -120 -92 -182 4 -182C96 -182 134 -118 117 -14Q112 -62 92 -92Q60 -86 34 -100Q-6 -82 -58 -94Q-92 -92 -104 -56Q-112 -38 -117 -14Z",
      colour,
    ),
    sidePart: fringe(
      "M-118 0C-136 -116 -98 -184 6 -184C100 -184 134 -116 118 -2Q116 -58 98 -84Q30 -84 -46 -132Q-82 -98 -98 -74Q-114 -44 -118 0Z",
      colour,
    ),
    receding: bothSides(fringe("M118 -4C128 -60 112 -104 88 -126Q98 -88 106 -62Q112 -34 118 -4Z", colour)),
    curly: curls(colour, 128, 26, true),
    bob: fringe(
      "M-122 64C-140 -110 -104 -186 0 -186C104 -186 140 -110 122 64Q108 10 104 -52Q84 -74 58 -76Q0 -68 -58 -76Q-84 -74 -104 -52Q-108 10 -122 64Z",
      colour,
    ),
    long: fringe(
      "M-124 96C-142 -104 -108 -186 0 -186C108 -186 142 -104 124 96Q112 20 106 -30Q92 -104 22 -136Q-2 -144 -22 -136Q-92 -104 -106 -30Q-112 20 -124 96Z",
      colour,
    ),
    updo: fringe(
      "M-117 -2C-130 -116 -96 -180 0 -180C96 -180 130 -116 117 -2Q112 -54 96 -88Q40 -108 -24 -124Q-78 -108 -98 -76Q-112 -50 -117 -2Z",
      colour,
    ),
  };
  return front[hair] + (flower ? drawBlossom(94, -112, 40, flower) + drawBlossom(117, -72, 25, flower) : "");
}

const cap = (w: number, down: number, { dark }: Hair): string =>
  `<path d="M${-w} ${down}C${-w - 12} -128 -94 -188 0 -188C94 -188 ${w + 12} -128 ${w} ${down}Z" fill="${dark}"/>`;

function fringe(d: string, { base, shine }: Hair): string {
  return (
    `<path d="${d}" fill="${base}"/>` +
    `<path d="M-86 -132Q-20 -176 62 -150" fill="none" stroke="${shine}" stroke-width="13" stroke-linecap="round" opacity=".5"/>` +
    `<path d="M-70 -116Q-16 -150 40 -136" fill="none" stroke="${shine}" stroke-width="6" stroke-linecap="round" opacity=".4"/>`
  );
}

function curls(colour: Hair, radius: number, count: number, front = false): string {
  return scatter(count, front ? 7 : 3, (random, index) => {
    const angle = Math.PI * (front ? 1.08 + (0.84 * index) / count : 0.86 + (1.28 * index) / count);
    const reach = radius * (front ? 1.02 + 0.18 * random() : 0.84 + 0.22 * random());
    const x = Math.cos(angle) * reach;
    const y = -34 + Math.sin(angle) * reach;
    const fill = random() > 0.45 ? colour.base : colour.dark;
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(24 + 9 * random())}" fill="${fill}"/>`;
  });
}
