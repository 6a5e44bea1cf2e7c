import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { themes } from "#domain/theme";

// All words on all stages are measured in a real browser (tests/e2e/board-look.test.ts); here is what comes and goes.
const cssOf = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");

/** The colours that a file of css declares, by name. */
function coloursOf(css: string): readonly (readonly [string, string])[] {
  return [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [
    name ?? "",
    value ?? "",
  ]);
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

describe.each(themes)("the theme %s", (theme) => {
  const own = coloursOf(cssOf(`./themes/${theme}.css`));
  const colours = new Map([...coloursOf(cssOf("./room.css")), ...own]);
  const colour = (name: string) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`${theme} declares no --${name}`);
    return value;
  };

  it("calls out with a contrast of at least 7:1", () => {
    expect(contrast(colour("on-shu"), colour("shu"))).toBeGreaterThanOrEqual(7);
  });

  it.each(["gold-light", "silver", "copper"])(
    "numbers medals of %s with a contrast of at least 7:1",
    (metal) => {
      expect(contrast(colour("medal-ink"), colour(metal))).toBeGreaterThanOrEqual(7);
    },
  );

  it("is a file of tokens for that theme alone, and the room loads it", () => {
    expect(cssOf(`./themes/${theme}.css`)).toContain(`.room[data-theme="${theme}"] {`);
    expect(cssOf("./board-room.tsx")).toContain(`import "./themes/${theme}.css";`);
  });
});
