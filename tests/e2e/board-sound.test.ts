import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cue } from "../../src/board/sound/score.ts";
import type { Heard } from "../fixtures/board-look/render-sound.ts";
import { type Look, type LookPage, serveLook } from "../fixtures/board-look/serve-look.ts";
import { launchBrowser } from "../fixtures/browser.ts";

// What the hall hears, rendered and measured by a real browser's own synthesiser.
let look: Look;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  [look, browser] = await Promise.all([serveLook(), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await look.close();
  if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join(", ")}`);
});

async function open(prepare: () => void = () => undefined): Promise<Page> {
  const page = await browser.newPage({ locale: "ja-JP" });
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.addInitScript(prepare);
  await page.goto(look.url);
  await page.waitForFunction(() => "show" in globalThis);
  return page;
}

/** How loud the loudest part of each moment is, in decibels: from and to. */
const moments: Readonly<Record<Cue, readonly [number, number]>> = {
  ready: [-26, -15],
  leader: [-20, -11],
  spotlight: [-16, -8],
  tick: [-32, -20],
  "last-tick": [-28, -16],
  "time-up": [-15, -7],
  place: [-18, -9],
  "drum-roll": [-27, -17],
  fanfare: [-13, -6],
};
const cues = Object.keys(moments).map((cue) => cue as Cue); // the keys of a record of cues

describe("what is played", () => {
  interface SoundPage {
    readonly renderSound: (cues: readonly Cue[]) => Promise<Heard>;
  }
  let page: Page;
  beforeAll(async () => {
    page = await open();
    await page.addScriptTag({ type: "module", url: "/render-sound.ts" });
    await page.waitForFunction(() => "renderSound" in globalThis);
  });
  afterAll(() => page.close());
  const render = (wanted: readonly Cue[]) =>
    page.evaluate((names) => (globalThis as unknown as SoundPage).renderSound(names), wanted);

  test.each(cues)("at %s is as loud as its weight, never clips, and dies away", async (cue) => {
    const { peak, loudest, lasts, written } = await render([cue]);
    const [least, most] = moments[cue];
    expect(peak).toBeLessThan(0.9);
    expect(loudest).toBeGreaterThan(least);
    expect(loudest).toBeLessThan(most);
    expect(lasts).toBeGreaterThan(0.05);
    expect(lasts).toBeLessThan(written + 1);
  });

  test("stays below the ceiling even if all were heard at once", async () => {
    expect((await render(cues)).peak).toBeLessThan(0.98);
  });
});

describe("the board", () => {
  const scene = { stage: "reveal", step: 3, cast: "evening", theme: "hall-dark", language: "ja" } as const;
  const show = (page: Page) =>
    page.evaluate((wanted) => (globalThis as unknown as LookPage).show(wanted), scene);
  const details = (page: Page) => page.locator(".details").innerText();
  /** Counts the sources of sound that are begun. */
  const counting = () => {
    const { start } = AudioScheduledSourceNode.prototype;
    Object.assign(globalThis, { starts: 0 });
    AudioScheduledSourceNode.prototype.start = function count(...when) {
      Object.assign(globalThis, { starts: Number(Reflect.get(globalThis, "starts")) + 1 });
      start.apply(this, when);
    };
  };
  const starts = (page: Page) => page.evaluate(() => Number(Reflect.get(globalThis, "starts")));
  const moreThan = (page: Page, known: number) =>
    page.waitForFunction((before) => Number(Reflect.get(globalThis, "starts")) > before, known);
  const isTold = (page: Page, place: number) =>
    page.locator(".revealed__place", { hasText: String(place) }).waitFor();

  test("is silent as events begin, and heard from the key M on", async () => {
    const page = await open(counting);
    await show(page);
    await isTold(page, 8);
    await page.keyboard.press("ArrowRight");
    await isTold(page, 7);
    expect(await starts(page)).toBe(0);
    await page.keyboard.press("m");
    await moreThan(page, 0);
    expect(await details(page)).toMatch(/効果音（M）\s+オン（この画面だけ）/);
    const before = await starts(page);
    await page.keyboard.press("ArrowRight");
    await moreThan(page, before);
    await page.keyboard.press("m");
    const known = await starts(page);
    await page.keyboard.press("ArrowRight");
    await isTold(page, 5);
    expect(await starts(page)).toBe(known);
    await page.close();
  });

  test("goes on without a word in a browser that has no sound", async () => {
    const page = await open(() => Reflect.deleteProperty(globalThis, "AudioContext"));
    await show(page);
    await isTold(page, 8);
    await page.keyboard.press("m");
    expect(await details(page)).toContain("一度クリックすると鳴ります");
    await page.keyboard.press("ArrowRight");
    await isTold(page, 7);
    await page.close();
  });
});
