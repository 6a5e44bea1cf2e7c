import { drawBlossom } from "./blossom.ts";
import { n, scatter } from "./shapes.ts";

export type BackdropName = "hall" | "garden" | "party" | "goldScreen";

/** What is behind the people, as wide and high as the picture (pixels). */
export function drawBackdrop(name: BackdropName, width: number, height: number): string {
  return BACKDROPS[name](width, height);
}

type Draw = (width: number, height: number) => string;

const gradient = (...stops: readonly [number, string][]): string =>
  `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">` +
  stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join("") +
  `</linearGradient>`;

const wall = (width: number, height: number): string =>
  `<rect width="${n(width)}" height="${n(height)}" fill="url(#sky)"/>`;

const bokeh = (
  width: number,
  height: number,
  count: number,
  seed: number,
  colours: readonly string[],
): string =>
  scatter(count, seed, (random) => {
    const [x, y, radius] = [random() * width, random() * height, (0.012 + 0.035 * random()) * height];
    const colour = colours[Math.floor(random() * colours.length)] ?? "#fff";
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${colour}" opacity="${n(0.16 + 0.36 * random())}"/>`;
  });

const hall: Draw = (width, height) => {
  const columns = scatter(Math.ceil(width / 210), 2, (_, index) => {
    const x = index * 210 + 20;
    return (
      `<path d="M${x} ${n(height)}V${n(height * 0.3)}Q${x + 75} ${n(height * 0.08)} ${x + 150} ${n(height * 0.3)}V${n(height)}Z" fill="#fff4df" opacity=".5"/>` +
      `<path d="M${x + 75} ${n(height * 0.2)}V${n(height)}M${x} ${n(height * 0.5)}H${x + 150}" stroke="#d9b98a" stroke-width="5" opacity=".45"/>`
    );
  });
  const lights = ["#fff3c9", "#ffe2a0", "#ffd0a6"];
  return (
    gradient([0, "#7a3b3f"], [0.35, "#b97358"], [1, "#e9c39a"]) +
    wall(width, height) +
    `${columns}${chandelier(width, height)}${bokeh(width, height * 0.75, 26, 9, lights)}`
  );
};

const chandelier: Draw = (width, height) =>
  scatter(15, 21, (random, index) => {
    const x = width / 2 + (index - 7) * 0.03 * width;
    const y = height * (0.07 + 0.0016 * (49 - (index - 7) ** 2)) + random() * 6;
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(height * 0.018)}" fill="#fff6d8"/>`;
  });

const garden: Draw = (width, height) => {
  const leaves = scatter(90, 4, (random) => {
    const colour = ["#3f7d45", "#5b9a4f", "#87b95c", "#2f6a4a"][Math.floor(random() * 4)] ?? "#5b9a4f";
    const y = height * (0.3 + 0.7 * random());
    return `<circle cx="${n(random() * width)}" cy="${n(y)}" r="${n(height * (0.04 + 0.07 * random()))}" fill="${colour}" opacity=".75"/>`;
  });
  const flowers = scatter(46, 14, (random) => {
    const colour = ["#fff", "#ffd3de", "#ff9db6", "#ffe7a0"][Math.floor(random() * 4)] ?? "#fff";
    const y = height * (0.36 + 0.6 * random());
    return `<circle cx="${n(random() * width)}" cy="${n(y)}" r="${n(height * (0.008 + 0.016 * random()))}" fill="${colour}" opacity=".9"/>`;
  });
  return (
    gradient([0, "#a9d8f2"], [0.4, "#e6f4e3"], [1, "#9ac77c"]) +
    wall(width, height) +
    `${leaves}${flowers}${bokeh(width, height * 0.5, 16, 6, ["#fff", "#fffbd6"])}`
  );
};

const party: Draw = (width, height) => {
  const string = (y: number, seed: number): string =>
    `<path d="M0 ${n(y)}Q${n(width / 2)} ${n(y + height * 0.17)} ${n(width)} ${n(y)}" fill="none" stroke="#2a1b45" stroke-width="4"/>` +
    scatter(17, seed, (_, index) => {
      const at = index / 16;
      const sag = 2 * at * (1 - at) * height * 0.17;
      return `<circle cx="${n(at * width)}" cy="${n(y + sag + 10)}" r="${n(height * 0.014)}" fill="${["#ffd76a", "#ff8fb0", "#8fe3ff"][index % 3]}"/>`;
    });
  return (
    gradient([0, "#241a4d"], [0.55, "#5b2a74"], [1, "#a6437a"]) +
    wall(width, height) +
    `${bokeh(width, height, 60, 31, ["#ffd76a", "#ff8fb0", "#8fe3ff", "#fff"])}` +
    string(height * 0.02, 1) +
    string(height * 0.1, 2)
  );
};

const goldScreen: Draw = (width, height) => {
  const panels = scatter(6, 1, (_, index) => {
    const x = (index * width) / 6;
    return `<rect x="${n(x)}" width="${n(width / 6)}" height="${n(height)}" fill="#8c5a12" opacity="${index % 2 ? 0.13 : 0}"/><path d="M${n(x)} 0V${n(height)}" stroke="#8c5a12" stroke-width="3" opacity=".5"/>`;
  });
  const sag = (at: number): number => height * (0.08 + 0.2 * Math.sin(at * 7.4) ** 2 * (1 - at * 0.4));
  const points = Array.from({ length: 33 }, (_, index) => index / 32);
  const branch = `<polyline points="${points.map((at) => `${n(at * width)},${n(sag(at))}`).join(" ")}" fill="none" stroke="#5d3a24" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/>`;
  const plum = scatter(64, 17, (random) => {
    const at = random();
    const y = sag(at) + (random() - 0.5) * height * 0.14;
    return drawBlossom(
      at * width,
      y,
      height * (0.012 + 0.016 * random()),
      random() > 0.4 ? "#f7a9bb" : "#fff4f5",
    );
  });
  const petals = scatter(
    26,
    23,
    (random) =>
      `<ellipse cx="${n(random() * width)}" cy="${n(random() * height)}" rx="${n(height * 0.009)}" ry="${n(height * 0.006)}" fill="#ffd9e2" opacity=".8"/>`,
  );
  return (
    gradient([0, "#f1d27f"], [0.6, "#dcb257"], [1, "#b98a35"]) +
    wall(width, height) +
    panels +
    branch +
    plum +
    petals
  );
};

const BACKDROPS: Readonly<Record<BackdropName, Draw>> = { hall, garden, party, goldScreen };
