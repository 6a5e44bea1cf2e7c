import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stage } from "../../cli/stage/stage.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// What the MC holds in hand, through the whole stack: the script that follows the show, and what is printed.
let stack: TestStack;
let browser: Browser;
let tablet: BrowserContext;
let remote: Page;

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  for (const [name, picture] of [
    ["葵", "three-friends"],
    ["蓮", "guest-smile"],
  ] as const) {
    const userId = await stack.phones.userNamed(name);
    await stack.phones.sendPicture(userId, await freshPicture(picture, 500), 50_000);
  }
  tablet = await browser.newContext({ locale: "ja-JP", viewport: { width: 1024, height: 768 } });
  remote = await newPage();
  await openAsHost(remote, stack, `/${stack.endpoints.eventId}/remote`);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function newPage(context = tablet): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}
/** A page of the signed-in tablet, at an address below the site. */
async function open(path: string): Promise<Page> {
  const page = await newPage();
  await page.goto(new URL(path, stack.endpoints.hostUrl).href);
  return page;
}
async function show(...words: readonly string[]): Promise<void> {
  const complaints: string[] = [];
  const port = new URL(stack.endpoints.boardUrl).port;
  const terminal = { print: () => {}, complain: (line: string) => complaints.push(line) };
  expect(await stage([...words, "--port", port], terminal), complaints.join()).toBe(0);
}
/** The two guests, best first. */
async function giveReadings(): Promise<readonly string[]> {
  const { eventId } = stack.endpoints;
  const host = await signedInHost(stack, "ken@example.org");
  const guests = (await host.guests(eventId)).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  for (const guest of guests)
    await host.changeGuest(eventId, guest, { reading: `よみ・${guest.displayName}` });
  return guests.map(({ displayName }) => displayName);
}
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
async function fits(page: Page): Promise<void> {
  for (const width of [360, 768, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width}`).toBe(0);
    await expectNoViolations(page);
  }
}

test("an event that is not there has no script and no papers", async () => {
  for (const part of ["script", "print"]) {
    const page = await open(`/${part}/nowhere`);
    await page.getByText("この式は見つかりません。").waitFor();
    await expectNoViolations(page);
    await page.close();
  }
}, 60_000);

test("nobody but hosts sees the script or what is printed", async () => {
  const stranger = await browser.newContext({ locale: "ja-JP" });
  for (const part of ["script", "print"]) {
    const page = await newPage(stranger);
    await page.goto(new URL(`/${part}/${stack.endpoints.eventId}`, stack.endpoints.hostUrl).href);
    await page.getByLabel("メールアドレス").waitFor();
    expect(await page.getByText(/台本|印刷/).count()).toBe(0);
  }
  await stranger.close();
}, 60_000);

describe("on an evening with two guests", () => {
  let ranked: readonly string[];
  beforeAll(async () => {
    ranked = await giveReadings();
  });

  test("the script follows the show and tells each name when the screens do", async () => {
    const [winner = "", second = ""] = ranked;
    const opened = tablet.waitForEvent("page");
    await remote.getByRole("link", { name: /^司会台本/ }).click();
    const page = await opened;
    const heading = page.getByRole("heading", { level: 1 });
    await heading.getByText("ランキング").waitFor();
    await show("round", "3");
    await heading.getByText("撮影タイム").waitFor();
    await page.getByRole("timer").waitFor();
    await fits(page);
    await show("frozen");
    await heading.getByText("締め切り").waitFor();
    await show("reveal", "8");
    await heading.getByText("結果発表").waitFor();
    await page.getByText("第2位から順に").waitFor();
    for (const name of ranked) expect(await page.locator("body").innerText()).not.toContain(name);
    await show("reveal", "next");
    await page.getByText(`よみ・${second}`).waitFor();
    expect(await page.locator("body").innerText()).not.toContain(winner);
    await fits(page);
    await show("reveal", "next");
    await page.getByText(`よみ・${winner}`).waitFor();
    await page.reload();
    await page.getByText(`よみ・${winner}`).waitFor();
  }, 120_000);

  test("cards and poster are one page of A4 each, and the list names the guests in order", async () => {
    const { eventId } = stack.endpoints;
    const page = await open(`/host/${eventId}/settings`);
    await page.getByRole("link", { name: "カード・ポスター・順位表を印刷" }).click();
    await page.locator(".table-card").first().waitFor();
    expect(await page.locator(".table-card").count()).toBe(6);
    for (const language of ["English", "繁體中文"]) await page.getByLabel(language, { exact: true }).check();
    for (const box of await page
      .locator(".table-card")
      .evaluateAll((cards) =>
        cards.map((card) => [card.scrollWidth - card.clientWidth, card.scrollHeight - card.clientHeight]),
      ))
      expect(box).toEqual([0, 0]);
    // 30 mm with the quiet zone: a phone reads it from across the table.
    const heights = await page
      .locator(".table-card .qr")
      .evaluateAll((codes) => codes.map((code) => code.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThan((30 / 25.4) * 96);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await fits(page);
    await page.getByRole("link", { name: "ポスター" }).click();
    await page.locator(".sheet--poster .qr").waitFor();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.getByRole("link", { name: /^順位表/ }).click();
    await page.getByText(`よみ・${ranked[0]}`).waitFor();
    expect(await page.locator(".places__name").allInnerTexts()).toEqual(ranked);
    await fits(page);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.getByRole("button", { name: "印刷する" }).isVisible()).toBe(false);
    expect(
      await page.evaluate(() =>
        [".places__name", "body"].map((part) => {
          const { color, backgroundColor } = getComputedStyle(document.querySelector(part) ?? document.body);
          return part === "body" ? backgroundColor : color;
        }),
      ),
    ).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  }, 120_000);
});
