import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { themes } from "#domain/theme";
import { contrasts } from "../fixtures/board-look/contrast.ts";
import { faultsOfLayout } from "../fixtures/board-look/faults-of-layout.ts";
import type { TextLine } from "../fixtures/board-look/measure.ts";
import { casts, type Scene } from "../fixtures/board-look/scene.ts";
import { type Look, type LookPage, serveLook, settle, show } from "../fixtures/board-look/serve-look.ts";
import { launchBrowser } from "../fixtures/browser.ts";

// What the hall sees, measured in a real browser: the rules are in domain/RULES.md and docs of the show.
const stages: Readonly<Record<string, Pick<Scene, "stage" | "step" | "leftMs">>> = {
  join: { stage: "join" },
  ranking: { stage: "ranking" },
  wall: { stage: "wall" },
  "the round": { stage: "round", leftMs: 3_000_000 },
  "the end of a round": { stage: "round", leftMs: 0 },
  "the curtain": { stage: "frozen" },
  "the reveal's beginning": { stage: "reveal", step: 0 },
  "a revealed place": { stage: "reveal", step: 9 },
  "the winner": { stage: "reveal", step: 10 },
  thanks: { stage: "thanks" },
};
const screens = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
] as const;
const shapes = [screens[0], screens[3]] as const;
const usual = { theme: "hall-dark", language: "ja", cast: "evening" } as const;

let look: Look;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [look, browser] = await Promise.all([serveLook(), launchBrowser()]);
  page = await browser.newPage();
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.goto(look.url);
  await page.waitForFunction(() => "show" in globalThis);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await look.close();
  if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join(", ")}`);
});

const textLines = () => page.evaluate(() => (globalThis as unknown as LookPage).textLines());

describe.each(Object.entries(stages))("%s", (_name, stage) => {
  test("writes with a contrast of at least 7:1 in every theme, also where pictures are missing", async () => {
    await page.setViewportSize(screens[0]);
    for (const theme of themes) {
      await show(page, { ...usual, ...stage, cast: "broken-pictures", theme });
      const found = await contrasts(page);
      expect(found.length).toBeGreaterThan(0);
      expect({ theme, pale: found.filter(({ ratio }) => ratio < 7) }).toEqual({ theme, pale: [] });
    }
  });

  test("is large enough for the last row on every screen", async () => {
    await page.setViewportSize(screens[0]);
    await show(page, { ...usual, ...stage });
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await settle(page);
      const percent = ({ fontSize }: TextLine) => (100 * fontSize) / screen.height + 0.01;
      const lines = await textLines();
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => percent(line) < leastPercent(line))).toEqual([]);
    }
  });

  // Everything is sized by the height: screens of the same shape lay out the same.
  test.each(casts)("holds with %s", async (cast) => {
    await page.setViewportSize(shapes[0]);
    await show(page, { ...usual, ...stage, cast });
    for (const screen of shapes) {
      await page.setViewportSize(screen);
      await settle(page);
      const faults = await faultsOfLayout(page, cast);
      expect({ screen, faults }).toEqual({ screen, faults: [] });
    }
  });
});

/** show.md §1: of the screen's height. */
function leastPercent({ part, place }: TextLine): number {
  if (/score/.test(part) && (place === "1" || /tie/.test(part))) return 10;
  return /name/.test(part) ? 5 : 3.5;
}

test("the code is at least 70 % of the height, without its quiet zone where the screen is wide", async () => {
  await show(page, { ...usual, stage: "join" });
  for (const screen of screens) {
    await page.setViewportSize(screen);
    const { whole, code } = await page.evaluate(() => {
      const height = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
      return { whole: height(".join__qr svg"), code: height(".join__qr path") };
    });
    expect(whole / screen.height).toBeGreaterThanOrEqual(0.7);
    if (screen.width / screen.height > 1.5) expect(code / screen.height).toBeGreaterThanOrEqual(0.7);
  }
});
