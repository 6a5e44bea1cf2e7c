import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// H1–H7 as a host sees them: a small rehearsal on the whole stack, from its beginning until nothing of it is left.
let stack: TestStack;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

/** Pictures are drawn, sent for a minute, and waited for another one. */
const WHOLE_REHEARSAL_MS = 280_000;
const MINUTE_MS = 60_000;
const [GUESTS, PHOTOS] = [6, 10];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  page = await newPage();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
  if (troubles.length > 0) throw new Error(`a page complained: ${troubles.join("; ")}`);
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 900 } });
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  opened.on("pageerror", (error) => troubles.push(error.message));
  return opened;
}

const tile = async (name: string): Promise<readonly (string | null)[]> => {
  const found = page.locator(".rehearsal__tile", { has: page.getByText(name, { exact: true }) });
  const count = await found.locator(".rehearsal__count").innerText();
  return [count, await found.getAttribute("data-judged")];
};
const playedRows = async (model: string, rehearsalId: string): Promise<number> =>
  (await stack.rows(model)).filter((row) => row["eventId"]?.S === rehearsalId).length;

async function fits(): Promise<void> {
  for (const [width, colorScheme] of [
    [360, "dark"],
    [1280, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width}`).toBe(0);
    await expectNoViolations(page);
  }
}

test(
  "a host has an event rehearsed, sees drawn guests on its board, reads the report, and wipes it",
  async () => {
    const { eventId } = stack.endpoints;
    await openAsHost(page, stack, `/${eventId}/rehearsal`);
    await page.getByRole("button", { name: "軽く試す" }).click();
    await page.getByLabel("ゲスト", { exact: true }).fill(String(GUESTS));
    await page.getByLabel("写真", { exact: true }).fill(String(PHOTOS));
    await page.getByLabel("時間", { exact: true }).fill("1");
    await fits();
    await page.getByRole("button", { name: "リハーサルを始める" }).click();

    const boardLink = page.getByRole("link", { name: "リハーサルのスクリーン" });
    const boardUrl = (await boardLink.getAttribute("href")) ?? "";
    const hostPath =
      (await page.getByRole("link", { name: "リハーサルの管理画面" }).getAttribute("href")) ?? "";
    const [, , rehearsalId = ""] = hostPath.split("/");
    expect(rehearsalId).not.toBe(eventId);
    expect(boardUrl).not.toBe(stack.endpoints.boardUrl);
    const board = await newPage();
    await board.goto(`${boardUrl}?splash=off`);
    await board.getByText("リハーサル").first().waitFor();
    await board
      .getByText(/\d\.\dpt/)
      .first()
      .waitFor({ timeout: WHOLE_REHEARSAL_MS });
    await board.context().close();

    await page.getByText("一枚も失われませんでした").waitFor({ timeout: WHOLE_REHEARSAL_MS });
    expect(await tile("失われたもの")).toEqual(["0", "good"]);
    expect(await tile("二重")).toEqual(["0", "good"]);
    expect(await tile("送った写真")).toEqual([String(PHOTOS), null]);
    expect(await page.locator(".rehearsal__findings").count()).toBe(0);
    const stored = Number((await tile("保存"))[0]);
    const kept = (await stack.rows("Photo")).filter(
      (row) => row["eventId"]?.S === rehearsalId && row["state"]?.S !== "removed",
    );
    expect(stored).toBe(kept.length);
    expect(stored).toBeGreaterThan(PHOTOS / 2);
    await page.getByRole("row", { name: /^合計.*\$\d+\.\d\d.*\$\d+\.\d\d/ }).waitFor();
    await fits();

    await page.getByRole("button", { name: "片づける", exact: true }).click();
    await page.getByText("2分ほどで何も残らなくなります").waitFor();
    await waitUntilGone();
    for (const model of ["Photo", "Guest"]) expect(await playedRows(model, rehearsalId), model).toBe(0);
    // The result stays, and the next one may begin.
    expect(await tile("失われたもの")).toEqual(["0", "good"]);
    await page.getByRole("button", { name: "リハーサルを始める" }).waitFor();
  },
  2 * WHOLE_REHEARSAL_MS + 60_000,
);

/** Deletion waits for whoever may still be at work, and goes round by round: minutes pass on the stack's clock. */
async function waitUntilGone(): Promise<void> {
  const toast = page.getByText("リハーサルをすべて片づけました。");
  for (let minutes = 2; minutes < 14 && (await toast.count()) === 0; minutes += 1) {
    stack.faults.set({ clockOffsetMs: minutes * MINUTE_MS });
    stack.services.queues.tick();
    await waitUntil(
      "the end of all work",
      () => stack.waitingMessages() === 0 && stack.services.lambda.busy === 0,
    );
  }
  await toast.waitFor();
}
