import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { type Theme, themes } from "#domain/theme";
import type { Scene } from "../fixtures/board-look/scene.ts";
import { openLook, serveLook, show } from "../fixtures/board-look/serve-look.ts";
import { clone } from "../fixtures/clone.ts";

/** An evening in the order in which it goes, two pictures beside each other. */
const evening: readonly Omit<Scene, "theme" | "cast" | "language">[] = [
  { stage: "join" },
  { stage: "ranking", hasCornerQr: true },
  { stage: "ranking", isHighScore: true },
  { stage: "wall", hasCornerQr: true },
  { stage: "round", leftMs: 150_000, hasCornerQr: true },
  { stage: "round", leftMs: 7_000 },
  { stage: "frozen" },
  { stage: "reveal", step: 6 },
  { stage: "reveal", step: 10 },
  { stage: "replay", playedMs: 40_000 },
  { stage: "replay", playedMs: 60_000 },
  { stage: "thanks" },
];
const screen = { width: 1280, height: 720 };
const tile = { width: 640, height: 360 };
const GAP = 12;
const COLUMNS = 2;

/** Draws every stage in every theme, one sheet a theme: docs/pictures/stages-THEME.jpg. */
export async function drawStages(browser: Browser): Promise<void> {
  const look = await serveLook();
  const page = await openLook(browser, look, screen);
  try {
    for (const theme of themes) {
      const pictures: Buffer[] = [];
      for (const stage of evening) {
        await show(page, { ...stage, theme, cast: "evening", language: "ja" });
        pictures.push(await page.screenshot());
      }
      await saveSheet(theme, pictures);
    }
  } finally {
    await page.close();
    await look.close();
  }
}

async function saveSheet(theme: Theme, pictures: readonly Buffer[]): Promise<void> {
  const tiles = await Promise.all(
    pictures.map(async (picture, index) => ({
      input: await sharp(picture).resize(tile).png().toBuffer(),
      left: (index % COLUMNS) * (tile.width + GAP),
      top: Math.floor(index / COLUMNS) * (tile.height + GAP),
    })),
  );
  const width = COLUMNS * (tile.width + GAP) - GAP;
  const height = Math.ceil(pictures.length / COLUMNS) * (tile.height + GAP) - GAP;
  const path = join(clone, "docs", "pictures", `stages-${theme}.jpg`);
  const { size } = await sharp({ create: { width, height, channels: 3, background: "#ffffff" } })
    .composite(tiles)
    .jpeg({ quality: 84, mozjpeg: true })
    .toFile(path);
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
}
