import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./room.css", import.meta.url), "utf8");

/** The colours that a rule of room.css declares, by name. */
function coloursOf(selector: string): Map<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  const rule = css.slice(start, css.indexOf("\n}", start));
  return new Map(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const dark = coloursOf(".room");
const light = new Map([...dark, ...coloursOf('.room[data-theme="hall-light"]')]);

/** What text stands on: the brightest spot of the dark hall and its cards, the darkest of the light one. */
const themes = [
  { name: "dark", colours: dark, grounds: ["#532420", "#3a1c22", "#32141c"] },
  { name: "light", colours: light, grounds: ["#f3e3cb", "#fffaf0"] },
];

describe.each(themes)("the $name theme", ({ colours, grounds }) => {
  const colour = (name: string) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`room.css declares no --${name}`);
    return value;
  };

  it.each(["ink", "soft", "gold"])("writes in %s with a contrast of at least 7:1", (name) => {
    for (const ground of grounds) expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(7);
  });

  it("calls out with a contrast of at least 7:1", () => {
    expect(contrast(colour("on-shu"), colour("shu"))).toBeGreaterThanOrEqual(7);
  });

  it.each(["gold-light", "silver", "copper"])(
    "numbers medals of %s with a contrast of at least 7:1",
    (metal) => {
      expect(contrast(colour("medal-ink"), colour(metal))).toBeGreaterThanOrEqual(7);
    },
  );
});
