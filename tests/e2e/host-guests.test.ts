import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// Names and the trail through the whole stack: what a guest calls oneself, what the room reads, and what hosts did.
let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function newPage(width = 1280, height = 800): Promise<Page> {
  const page = await browser.newPage({ locale: "ja-JP", viewport: { width, height } });
  page.setDefaultTimeout(20_000);
  return page;
}

async function go(host: Page, part: string): Promise<void> {
  await host.getByRole("navigation").locator(`a[href$="/${part}"]`).click();
}

async function send(name: string): Promise<void> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture("guest-smile", 500), 50_000);
}

test("N2, N3: a name with a word of the list waits for a host, whose word holds and can be taken back", async () => {
  const { eventId, boardUrl } = stack.endpoints;
  const host = await newPage(390, 844);
  await openAsHost(host, stack, `/${eventId}/settings`);
  await host.getByLabel("名前に使えない言葉").fill("バカ");
  await host.getByRole("button", { name: "保存する" }).click();
  await host.locator(".save-bar--idle").first().waitFor({ state: "attached" });

  const board = await newPage();
  await board.goto(boardUrl);
  await send("ば・か大将");
  await board.getByText("ゲスト", { exact: true }).first().waitFor();
  expect(await board.getByText("ば・か大将").count()).toBe(0);

  // One press on the row, on a phone.
  await go(host, "guests");
  await host.getByRole("button", { name: /この名前で表示/ }).click();
  await board.getByText("ば・か大将", { exact: true }).first().waitFor();
  await expectNoViolations(host);

  // The trail tells it, and takes it back.
  await go(host, "audit");
  const told = host.locator("article").filter({ hasText: "表示名を「ば・か大将」にしました" });
  await told.first().waitFor();
  await expectNoViolations(host);
  await told.getByRole("button", { name: /元に戻す/ }).click();
  await host.getByText("元に戻す操作：表示名を「ゲスト」にしました").first().waitFor();
  await board.getByText("ゲスト", { exact: true }).first().waitFor();
  await board.getByText("ば・か大将").waitFor({ state: "detached" });

  // Held again: the guest sends more and nothing changes.
  await go(host, "guests");
  await host.getByRole("button", { name: /この名前で表示/ }).waitFor();
}, 120_000);

test("the trail is handed over as a table that spreadsheets open", async () => {
  const host = await newPage();
  await openAsHost(host, stack, `/${stack.endpoints.eventId}/audit`);
  await host.getByText("表示名を「ば・か大将」にしました").first().waitFor();
  const downloading = host.waitForEvent("download");
  await host.getByRole("button", { name: "CSVで書き出す" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("操作の記録.csv");
  const [head, ...rows] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(head).toMatch(/日時,主催者,操作,変更前,変更後,状態$/);
  expect(rows[0]).toMatch(/元に戻す操作：表示名を「ゲスト」にしました.*,完了$/);
  expect(rows[1]).toMatch(/表示名を「ば・か大将」にしました,表示名: ゲスト,表示名: ば・か大将,元に戻した$/);
}, 60_000);
