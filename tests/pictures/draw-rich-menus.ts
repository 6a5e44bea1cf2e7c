import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { languages } from "#domain/language";
import { menuSize } from "../../cli/line-setup/menu-layout.ts";
import { clone } from "../fixtures/clone.ts";
import { richMenuPage } from "./rich-menu-page.ts";

const ORIGIN = "http://clone.local";

/** Draws the pictures that `npm run line:setup` gives to LINE; the files are part of the repository. */
export async function drawRichMenus(browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: menuSize });
  const page = await context.newPage();
  for (const language of languages) {
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      return pathname === "/"
        ? route.fulfill({ contentType: "text/html", body: richMenuPage(language) })
        : route.fulfill({ path: join(clone, pathname) });
    });
    await page.goto(ORIGIN);
    await page.evaluate(() => document.fonts.ready);
    const drawn = await page.screenshot();
    const png = await sharp(drawn).png({ palette: true, colours: 256, dither: 1, effort: 10 }).toBuffer();
    await writeFile(join(clone, "cli", "line-setup", "images", `${language.toLowerCase()}.png`), png);
    await page.unrouteAll();
  }
  await context.close();
}
