import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Area } from "../fixtures/board-look/measure.ts";
import type { Cast, Scene } from "../fixtures/board-look/scene.ts";
import { type Look, type LookPage, serveLook, show } from "../fixtures/board-look/serve-look.ts";
import { launchBrowser } from "../fixtures/browser.ts";

// The way in that stays in a corner: seen as a rule, it may cover nobody.
let look: Look;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [look, browser] = await Promise.all([serveLook(), launchBrowser()]);
  page = await browser.newPage();
  await page.goto(look.url);
  await page.waitForFunction(() => "show" in globalThis);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await look.close();
});

const casts: readonly Cast[] = ["evening", "two", "all-tied", "long-names", "nobody"];
const stages: readonly Pick<Scene, "stage" | "leftMs">[] = [
  { stage: "ranking" },
  { stage: "wall" },
  { stage: "round", leftMs: 3_000_000 },
];
const shapes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const;

/** The code's area, and those of words, photos and the strip of new ones. */
function areas(): Promise<{ readonly corner: Area; readonly others: readonly Area[] }> {
  return page.evaluate(() => {
    const areaOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const corner = document.querySelector(".corner");
    if (corner === null) throw new Error("there is no code in the corner");
    const words = (globalThis as unknown as LookPage).textLines().map(({ seen }) => seen);
    const pictures = document.querySelectorAll(
      ".entry__photo, .climber__photo, .wall__photo, .arrivals__prints",
    );
    return { corner: areaOf(corner), others: [...words, ...[...pictures].map(areaOf)] };
  });
}

const meet = (one: Area, other: Area): boolean =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 1 &&
  other.top < one.bottom - 1;

test.each(casts)("the code in the corner is on the screen and covers nobody with %s", async (cast) => {
  for (const screen of shapes) {
    await page.setViewportSize(screen);
    for (const stage of stages) {
      await show(page, { ...stage, cast, theme: "hall-dark", language: "ja", hasCornerQr: true });
      const { corner, others } = await areas();
      expect(corner.right).toBeLessThanOrEqual(screen.width);
      expect(corner.bottom).toBeLessThanOrEqual(screen.height);
      // As large as an eighth of the screen, for a phone before it.
      expect((corner.bottom - corner.top) / screen.height).toBeGreaterThan(0.12);
      expect(others.length).toBeGreaterThan(0);
      const covered = others.filter((other) => meet(corner, other));
      expect({ ...stage, ...screen, covered }).toEqual({ ...stage, ...screen, covered: [] });
    }
  }
});
