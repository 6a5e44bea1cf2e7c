import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { updateEvent } from "../fixtures/authorization/host-orders.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// What guests read about their photos before they take part: inside LINE, outside of it, and without either.
let stack: TestStack;
let browser: Browser;
let path: string;
const complaints: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  const host = await signInHost(stack.endpoints);
  await updateEvent({ stack, host }, stack.endpoints, { contact: "佐藤 花子 hanako@example.com" });
  path = `/privacy/${(await stack.rows("Event"))[0]?.["joinCode"]?.S}`;
}, 300_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`the page complained: ${found.join(", ")}`);
});

type Scheme = "light" | "dark";

async function visitor(
  width = 320,
  colorScheme: Scheme = "light",
  locale = "ja-JP",
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 640 }, locale, colorScheme });
  context.setDefaultTimeout(30_000);
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return context;
}
async function open(address: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await visitor())).newPage();
  await page.goto(address);
  return page;
}
const pageOf = (address: string): string => new URL(address, stack.endpoints.boardUrl).href;
const contact = (page: Page) => page.getByRole("link", { name: "hanako@example.com" });

describe("the privacy page", () => {
  test("opens by the greeting's address outside LINE, without a login and without LINE", async () => {
    const context = await visitor();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    await page.goto(`${stack.endpoints.liffUrl}${path}?lang=ja`);
    await contact(page).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: path, search: "?lang=ja", hash: "" });
    expect(asked.filter((url) => /authorize|liff\/v2|static\.line/.test(url))).toEqual([]);
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(110_000);
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    expect(kept).toEqual([0, 0, ""]);
  });

  test("opens inside LINE", async () => {
    const { userId } = stack.line.guests.create({ displayName: "花子", language: "ja" });
    const { liffUrl } = stack.endpoints;
    const response = await fetch(new URL("/local/liff/open", liffUrl), {
      method: "POST",
      body: JSON.stringify({ userId, url: `${liffUrl}${path}?lang=zh-Hant` }),
    });
    const { frameUrl } = (await response.json()) as { frameUrl: string };
    const page = await open(frameUrl);
    await contact(page).waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("照片會如何處理");
    // The address that may be passed on holds no token.
    expect(page.url()).not.toContain("token");
  });

  test.each<[number, Scheme, string]>([
    [320, "light", "日本語"],
    [320, "dark", "English"],
    [1280, "dark", "繁體中文"],
  ])("at %i px, %s, in %s: fits and is accessible", async (width, scheme, language) => {
    const page = await open(pageOf(path), await visitor(width, scheme));
    await contact(page).waitFor();
    await page.getByRole("link", { name: language }).click();
    await page.locator("[aria-current]", { hasText: language }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
  });

  test("comes on paper without the switch, and black on white", async () => {
    const page = await open(pageOf(path), await visitor(800, "dark"));
    await contact(page).waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    const colours = await page
      .locator("main")
      .evaluate((main) => [getComputedStyle(main).color, getComputedStyle(main).backgroundColor]);
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  });

  test("is kind about a code of no event", async () => {
    const page = await open(pageOf("/privacy/CCCCCC?lang=en"));
    await page.getByRole("heading", { name: "We cannot find this party" }).waitFor();
    await expectNoViolations(page);
  });
});
