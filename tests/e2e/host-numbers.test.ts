import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HostOrders, HostPhoto } from "../../cli/host-orders.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// An evening in numbers through the whole stack: while photos come and go, and as it is printed afterwards.
let stack: TestStack;
let browser: Browser;
let laptop: BrowserContext;
let host: HostOrders;
const troubles: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  host = await signedInHost(stack, "ken@example.org");
  laptop = await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 900 } });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});
afterEach(() => {
  const unexpected = troubles.splice(0);
  if (unexpected.length > 0) throw new Error(`a page complained: ${unexpected.join("; ")}`);
});

async function newPage(context = laptop): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => troubles.push(error.message));
  return page;
}
async function send(
  name: string,
  sample: string,
): Promise<{ readonly userId: string; readonly photo: HostPhoto }> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture(sample, 500), 50_000);
  const photo = (await host.queue(stack.endpoints.eventId)).find(({ displayName }) => displayName === name);
  if (photo === undefined) throw new Error(`the photo of ${name} is not kept`);
  return { userId, photo };
}
const tile = (page: Page, name: string) =>
  page.locator(".tile", { has: page.getByText(name, { exact: true }) }).locator(".tile__value");
const shows = (page: Page, name: string, value: string) =>
  waitUntil(`${name}: ${value}`, async () => (await tile(page, name).allInnerTexts()).join() === value);
async function cells(page: Page, title: string): Promise<readonly string[]> {
  const chart = page.getByRole("region", { name: title });
  await chart.evaluate((section) => section.querySelector("details")?.setAttribute("open", ""));
  return chart
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(" ")));
}
async function fits(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [360, "dark"],
    [768, "light"],
    [1920, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width}`).toBe(0);
    await expectNoViolations(page);
  }
}
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test("nobody but hosts sees the numbers or the report", async () => {
  const stranger = await browser.newContext({ locale: "ja-JP" });
  const { eventId, hostUrl } = stack.endpoints;
  for (const path of [`/host/${eventId}/numbers`, `/report/${eventId}`]) {
    const page = await newPage(stranger);
    await page.goto(new URL(path, hostUrl).href);
    await page.getByLabel("メールアドレス").waitFor();
    expect(await page.locator("body").innerText()).not.toMatch(/数字|記録/);
  }
  await stranger.close();
}, 60_000);

describe("on an evening", () => {
  let page: Page;
  let taken: Awaited<ReturnType<typeof send>>;

  test("numbers, charts and tables follow the photos as they come", async () => {
    page = await newPage();
    await openAsHost(page, stack, `/${stack.endpoints.eventId}/numbers`);
    await page.getByText("まだ写真がありません").waitFor();
    await expectNoViolations(page);
    await send("葵", "three-friends");
    await shows(page, "写真", "1");
    taken = await send("蓮", "guest-smile");
    await shows(page, "写真", "2");
    await shows(page, "送ってくれたゲスト", "2");
    expect(await cells(page, "1枚に写った人数")).toEqual(["1人 1", "2人 0", "3人 1"]);
    await cells(page, "上位10人の歩み");
    expect(await page.getByRole("columnheader", { name: "葵" }).count()).toBe(1);
    const bars = page
      .getByRole("region", { name: "1枚に写った人数" })
      .locator(".recharts-bar-rectangle path");
    expect(await bars.count()).toBeGreaterThan(1);
    await page.locator(".numbers__photo img").first().waitFor();
    await fits(page);
  }, 180_000);

  test("a chart is read by the keyboard alone", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const chart = page.getByRole("region", { name: "1枚に写った人数" });
    await chart.locator(".recharts-surface").first().focus();
    await page.keyboard.press("ArrowRight");
    await chart.locator(".recharts-tooltip-wrapper").getByText(/人$/).first().waitFor();
    await chart.locator("summary").focus();
  }, 60_000);

  test("a photo that is taken back leaves all numbers, and so does one that a host hides", async () => {
    stack.line.guests.unsend(taken.userId, taken.photo.photoId);
    await shows(page, "写真", "1");
    await shows(page, "送ってくれたゲスト", "1");
    await waitUntil("蓮 left the page", async () => (await page.getByText("蓮").count()) === 0);
    expect(await cells(page, "1枚に写った人数")).toEqual(["3人 1"]);
    const { photo } = await send("湊", "couple");
    await shows(page, "写真", "2");
    await host.moderate(stack.endpoints.eventId, "hide", [photo]);
    await shows(page, "写真", "1");
    await page.getByText("ほかに、確認待ち0枚・非表示1枚").waitFor();
  }, 180_000);

  test("the report is printed on A4 with the shown photos alone", async () => {
    await send("蓮", "guest-smile");
    await shows(page, "写真", "2");
    const opened = laptop.waitForEvent("page");
    await page.getByRole("link", { name: /^式の記録をひらく/ }).click();
    const report = await opened;
    report.setDefaultTimeout(30_000);
    await report.locator("button:not([disabled])", { hasText: "印刷する" }).waitFor();
    const paper = report.getByRole("article");
    expect(await paper.locator(".top-ten__name").allInnerTexts()).toEqual(["葵さん", "蓮さん"]);
    expect(await paper.locator(".mosaic img").count()).toBe(2);
    await paper.getByText(/^2枚の写真と、/).waitFor();
    expect(await paper.innerText()).not.toContain("湊");
    const pdf = await report.pdf({ preferCSSPageSize: true });
    // Cover, top ten, moments, charts, and one leaf of pictures.
    expect(pagesOf(pdf)).toBe(5);
    await fits(report);
    await report.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await report.getByRole("button", { name: "印刷する" }).isVisible()).toBe(false);
    expect(await report.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
  }, 180_000);
});
