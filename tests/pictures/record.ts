import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../fixtures/browser.ts";
import { type LookPage, serveLook } from "../fixtures/board-look/serve-look.ts";
import { advance, stopClock, TICK_MS } from "./film-clock.ts";
import { type Film, films, type Take } from "./films.ts";

// Records what moves on the board frame by frame, as contact sheets to look at: names of films, `--reduced` for viewers
// who want less motion, `--size=1024x768`. The time in the page stands still while a frame is drawn.
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith("--"));
const [, width = "1280", height = "720"] = /--size=(\d+)x(\d+)/.exec(args.join(" ")) ?? [];
const screen = { width: Number(width), height: Number(height) };
const tile = { width: 480, height: Math.round((480 * screen.height) / screen.width) };
const COLUMNS = 3;
const ROWS = 4;
const GAP = 8;
/** What comes in with the first scene is over by then. */
const WARM_UP_MS = 2_000;

interface Frame {
  readonly atMs: number;
  readonly picture: Buffer;
}

const folder = await mkdtemp(join(tmpdir(), "egao-films-"));
const [look, browser] = await Promise.all([serveLook(), launchBrowser()]);
try {
  for (const film of films) {
    if (wanted.length > 0 && !wanted.includes(film.name)) continue;
    await saveSheets(film, await record(browser, film));
  }
} finally {
  await browser.close();
  await look.close();
}

async function record(on: Browser, { scene, beats, takes }: Film): Promise<readonly Frame[]> {
  const reducedMotion = args.includes("--reduced") ? "reduce" : "no-preference";
  const page = await on.newPage({ viewport: screen, reducedMotion });
  page.on("pageerror", ({ message }) => console.error(message));
  await page.clock.install();
  await page.goto(look.url);
  await page.waitForFunction(() => "show" in globalThis);
  await page.evaluate((first) => (globalThis as unknown as LookPage).show(first), scene);
  await loaded(page);
  await stopClock(page);
  for (let atMs = 0; atMs < WARM_UP_MS; atMs += TICK_MS) await advance(page);
  const frames: Frame[] = [];
  const lastMs = Math.max(...takes.map(({ toMs }) => toMs));
  for (let atMs = 0; atMs <= lastMs; atMs += TICK_MS) {
    for (const beat of beats.filter((one) => one.atMs === atMs)) {
      await page.evaluate((news) => (globalThis as unknown as LookPage).tell(news), beat.scene);
    }
    await advance(page);
    if (takes.some((take) => isTaken(take, atMs))) frames.push({ atMs, picture: await page.screenshot() });
  }
  await page.close();
  return frames;
}

async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => (globalThis as unknown as LookPage).isLoaded());
}

function isTaken({ fromMs, toMs, everyMs }: Take, atMs: number): boolean {
  return atMs >= fromMs && atMs <= toMs && (atMs - fromMs) % everyMs === 0;
}

async function saveSheets({ name }: Film, frames: readonly Frame[]): Promise<void> {
  for (let first = 0; first < frames.length; first += COLUMNS * ROWS) {
    const path = join(folder, `${name}-${first / (COLUMNS * ROWS) + 1}.png`);
    await saveSheet(path, frames.slice(first, first + COLUMNS * ROWS));
    console.log(path);
  }
}

async function saveSheet(path: string, frames: readonly Frame[]): Promise<void> {
  const tiles = await Promise.all(
    frames.map(async ({ atMs, picture }, index) => ({
      input: await sharp(picture)
        .resize(tile)
        .composite([{ input: label(atMs), left: 0, top: 0 }])
        .png()
        .toBuffer(),
      left: (index % COLUMNS) * (tile.width + GAP),
      top: Math.floor(index / COLUMNS) * (tile.height + GAP),
    })),
  );
  const sheet = {
    width: COLUMNS * (tile.width + GAP) - GAP,
    height: Math.ceil(frames.length / COLUMNS) * (tile.height + GAP) - GAP,
  };
  await sharp({ create: { ...sheet, channels: 3, background: "#ffffff" } })
    .composite(tiles)
    .png()
    .toFile(path);
}

function label(atMs: number): Buffer {
  const text = `<rect width="64" height="16" fill="#000"/><text x="4" y="12" font-size="11" font-family="sans-serif" fill="#fff">${(atMs / 1_000).toFixed(2)} s</text>`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="16">${text}</svg>`);
}
