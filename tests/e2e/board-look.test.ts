import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "#domain/language";
import { themes } from "#domain/theme";
import { contrasts } from "../fixtures/board-look/contrast.ts";
import { faultsOfLayout } from "../fixtures/board-look/faults-of-layout.ts";
import type { TextLine } from "../fixtures/board-look/measure.ts";
import { type Cast, casts, type Scene } from "../fixtures/board-look/scene.ts";
import {
  type Look,
  type LookPage,
  openLook,
  serveLook,
  settle,
  show,
} from "../fixtures/board-look/serve-look.ts";
import { launchBrowser } from "../fixtures/browser.ts";

// What the hall sees, measured in a real browser: the rules are in domain/RULES.md and docs of the show.
type Shown = Omit<Scene, "theme" | "language" | "cast">;
const stages: Readonly<Record<string, Shown>> = {
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
/** What lies over or beside the stages: looked at with those guests only that it could get in the way of. */
const extras: Readonly<Record<string, Shown>> = {
  "the ranking beside the code": { stage: "ranking", hasCornerQr: true },
  "the wall beside the code": { stage: "wall", hasCornerQr: true },
  "the round beside the code": { stage: "round", leftMs: 3_000_000, hasCornerQr: true },
  "the last ten seconds": { stage: "round", leftMs: 9_900, hasCornerQr: true },
  "the first revealed place": { stage: "reveal", step: 1 },
  "a high score": { stage: "ranking", isHighScore: true },
  "the replay": { stage: "replay", playedMs: 40_000 },
  "the replay's end": { stage: "replay", playedMs: 60_000 },
  "a side prize": { stage: "thanks", hasPrize: true },
  "the splash": { stage: "ranking", hasSplash: true },
};
const fewCasts: readonly Cast[] = [
  "evening",
  "one",
  "three",
  "ten",
  "all-tied",
  "long-names",
  "unbreakable",
  "portrait",
  "huge-scores",
];
const scenes = [
  ...Object.entries(stages).map(([name, stage]) => ({ name, stage, guests: casts })),
  ...Object.entries(extras).map(([name, stage]) => ({ name, stage, guests: fewCasts })),
];
const screens = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
] as const;
const shapes = [screens[0], screens[3]] as const;
const usual = { theme: "hall-dark", language: "ja", cast: "evening" } as const;
/** Waiting for letters and pictures takes most of the time: so many pages wait side by side. */
const PAGES = 3;

let look: Look;
let browser: Browser;
const free: Page[] = [];
const waiting: ((page: Page) => void)[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  [look, browser] = await Promise.all([serveLook(), launchBrowser()]);
  for (let count = 0; count < PAGES; count += 1) {
    const page = await openLook(browser, look, screens[0]);
    page.on("pageerror", ({ message }) => complaints.push(message));
    free.push(page);
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  await look.close();
  if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join(", ")}`);
});

/** Looks with the next page that is free. */
async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = free.pop() ?? (await new Promise<Page>((give) => waiting.push(give)));
  try {
    await page.setViewportSize(screens[0]);
    await use(page);
  } finally {
    const next = waiting.shift();
    if (next === undefined) free.push(page);
    else next(page);
  }
}

const textLines = (page: Page) => page.evaluate(() => (globalThis as unknown as LookPage).textLines());

async function holds(page: Page, scene: Scene): Promise<void> {
  await show(page, scene);
  for (const screen of shapes) {
    await page.setViewportSize(screen);
    await settle(page);
    const faults = await faultsOfLayout(page, scene.cast);
    expect({ screen, faults }).toEqual({ screen, faults: [] });
  }
}

async function isReadable(page: Page, scene: Scene): Promise<void> {
  await show(page, scene);
  const found = await contrasts(page);
  expect(found.length).toBeGreaterThan(0);
  const { theme, language } = scene;
  expect({ theme, language, pale: found.filter(({ ratio }) => ratio < 7) }).toEqual({
    theme,
    language,
    pale: [],
  });
}

async function isLarge(page: Page): Promise<void> {
  for (const screen of screens) {
    await page.setViewportSize(screen);
    await settle(page);
    const percent = ({ fontSize }: TextLine) => (100 * fontSize) / screen.height + 0.01;
    const lines = await textLines(page);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => percent(line) < leastPercent(line))).toEqual([]);
  }
}

describe.concurrent.each(scenes)("$name", ({ stage, guests }) => {
  test("writes with a contrast of at least 7:1 in every theme, also where pictures are missing", async () => {
    await withPage(async (page) => {
      for (const theme of themes)
        await isReadable(page, { ...usual, ...stage, cast: "broken-pictures", theme });
    });
  });

  test("is large enough for the last row on every screen", async () => {
    await withPage(async (page) => {
      await show(page, { ...usual, ...stage });
      await isLarge(page);
    });
  });

  // Everything is sized by the height: screens of the same shape lay out the same.
  test.each(guests)("holds with %s", async (cast) => {
    await withPage((page) => holds(page, { ...usual, ...stage, cast }));
  });

  test.each(languages.filter((language) => language !== usual.language))("speaks %s", async (language) => {
    await withPage(async (page) => {
      await holds(page, { ...usual, ...stage, language });
      await isLarge(page);
    });
  });
});

/** show.md §1: of the screen's height. */
function leastPercent({ part, place }: TextLine): number {
  if (/score/.test(part) && (place === "1" || /tie/.test(part))) return 10;
  return /name/.test(part) ? 5 : 3.5;
}

test("the code is at least 70 % of the height, without its quiet zone where the screen is wide", async () => {
  await withPage(async (page) => {
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
});
