import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { openEvent } from "../fixtures/authorization/host-orders.ts";
import { playerNamed } from "../fixtures/authorization/players.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// K7–K12 as a host sees them: the days that are left, another day, everything deleted, and the report.
let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
}, 560_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function newPage(width: number, height: number, colorScheme: "light" | "dark"): Promise<Page> {
  const page = await browser.newPage({ locale: "ja-JP", viewport: { width, height }, colorScheme });
  page.setDefaultTimeout(60_000);
  return page;
}

/** A picture for whoever wants to look, where the environment says. */
async function show(page: Page, name: string): Promise<void> {
  const folder = process.env["EGAO_TEST_PICTURES"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

function host(): string {
  const { userPoolId, userPoolClientId, host: account } = stack.endpoints;
  return stack.services.userPools.signInAs(userPoolId, userPoolClientId, account.username).AccessToken;
}

/** What waits for its hour comes now, a minute at a time, until the words stand there. */
async function passUntil(page: Page, words: string | RegExp): Promise<void> {
  for (let minute = 2; ; minute += 1) {
    expect(minute).toBeLessThan(15);
    stack.faults.set({ clockOffsetMs: minute * 60_000 });
    stack.services.queues.tick();
    const isThere = await page
      .getByText(words)
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return;
  }
}

const daysOn = (days: number): string => {
  const day = new Date(Date.now() + days * 86_400_000);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

test("a host sees the end come, moves it, deletes everything by the name, and reads the report", async () => {
  const { eventId, joinCode } = await openEvent({ stack, host: host() });
  await playerNamed(stack, "Aoi", await freshPicture("guest-smile", 400), joinCode);
  const page = await newPage(1280, 800, "light");
  await openAsHost(page, stack, `/${eventId}/settings`);
  const section = page.locator("#retention");
  await section.getByText(/^あと9[01]日$/).waitFor();
  await section.getByText("まだどなたもダウンロードしていません").waitFor();
  await section.scrollIntoViewIfNeeded();
  await show(page, "retention-wide");

  // K7: a year needs no name, six days do.
  await section.getByLabel("保存する最後の日").fill(daysOn(365));
  await section.getByRole("button", { name: "期限を保存" }).click();
  await section.getByText(/^あと36[45]日$/).waitFor();
  await page.getByText(/^期限を.*にしました$/).waitFor();
  await section.getByLabel("保存する最後の日").fill(daysOn(6));
  await section.getByRole("button", { name: "期限を保存" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "短くする" }).click();
  await dialog.getByText("式の名前と違います。").waitFor();
  await expectNoViolations(page);
  await show(page, "retention-dialog");
  await dialog.getByRole("textbox").fill("elsewhere");
  await dialog.getByRole("button", { name: "短くする" }).click();
  await section.getByText(/^あと[56]日$/).waitFor();

  // K9: on every page of the event, also on a phone in the dark, and in the list.
  const phone = await newPage(360, 740, "dark");
  await openAsHost(phone, stack, `/${eventId}/queue`);
  const banner = phone.getByRole("complementary").filter({ hasText: /日で、写真と名前がすべて削除されます/ });
  await banner.waitFor();
  await expectNoViolations(phone);
  await show(phone, "banner-phone");
  await banner.getByRole("link", { name: "期限を確かめる" }).click();
  await phone
    .locator("#retention")
    .getByText(/^あと[56]日$/)
    .waitFor();
  await expectNoViolations(phone);
  await show(phone, "retention-phone");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.goto(new URL("/host", page.url()).href);
  await page.getByText(/日で、写真と名前がすべて削除されます/).waitFor();
  await show(page, "list");

  // K10: everything at once.
  await page.goto(new URL(`/host/${eventId}/settings`, page.url()).href);
  await section.getByRole("button", { name: "すべて削除する" }).click();
  await dialog.getByRole("textbox").fill("Elsewhere");
  await dialog.getByRole("button", { name: "すべて削除する" }).click();
  await page.getByRole("heading", { name: "すべて削除しています" }).waitFor();
  await expectNoViolations(page);
  await show(page, "ending");
  await passUntil(page, "「Elsewhere」の削除の記録");

  // K11: the report, here and in English on the phone.
  await page
    .getByRole("row", { name: /参加者（名前/ })
    .getByRole("cell", { name: "1" })
    .waitFor();
  await expectNoViolations(page);
  await show(page, "report");
  await phone.reload();
  await phone.getByRole("heading", { name: /削除の記録/ }).waitFor();
  await expectNoViolations(phone);
  await show(phone, "report-phone");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.evaluate(() => localStorage.setItem("egao:host:language", "en"));
  await phone.reload();
  await phone.getByRole("heading", { name: "Deletion report: Elsewhere" }).waitFor();
  await show(phone, "report-phone-en");
  await phone.emulateMedia({ media: "print" });
  await show(phone, "report-print");
}, 400_000);
