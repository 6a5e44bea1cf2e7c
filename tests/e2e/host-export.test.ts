import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readZip } from "../../functions/shared/archive/read-zip.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// X: a host takes an evening away, in the browser.
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

async function fetched(page: Page): Promise<{ readonly path: string; readonly name: string }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /をダウンロード$/ }).click();
  const download = await downloading;
  return { path: await download.path(), name: download.suggestedFilename() };
}

test("X1, X3: a host orders, watches and downloads; what a guest takes back is gone from the next download", async () => {
  const userId = await stack.phones.userNamed("Aoi");
  const pictures = [await freshPicture("three-friends", 500), await freshPicture("guest-smile", 480)];
  const sent: string[] = [];
  for (const picture of pictures) {
    const [message] = stack.line.guests.sendImages(userId, [picture]);
    sent.push(message?.messageId ?? "");
  }
  const page = await browser.newPage({ locale: "ja-JP", viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(30_000);
  await openAsHost(page, stack, `/${stack.endpoints.eventId}/queue`);
  await page.getByRole("navigation").locator('a[href$="/export"]').click();
  await page.getByRole("heading", { name: "まとめてダウンロード" }).waitFor();
  await expectNoViolations(page);
  await expect.poll(() => stack.waitingMessages(), { timeout: 30_000 }).toBe(0);

  await page.getByRole("button", { name: "ファイルを作る" }).click();
  await page.getByRole("heading", { name: "ファイルができました" }).waitFor();
  expect(await page.getByText("2枚中2枚").count()).toBe(1);
  const { path, name } = await fetched(page);
  expect(name).toMatch(/ \d{4}-\d\d-\d\d\.zip$/);
  if (existsSync("/usr/bin/unzip"))
    expect(execFileSync("/usr/bin/unzip", ["-t", path], { encoding: "utf8" })).toContain(
      "No errors detected",
    );
  const files = readZip(await readFile(path));
  const packed = files.filter((file) => file.name.endsWith(".jpg"));
  expect(packed.map((file) => file.name)).toEqual([
    expect.stringMatching(/^写真\/.* Aoi .*pt\.jpg$/),
    expect.stringMatching(/^写真\/.* Aoi .*pt\.jpg$/),
  ]);
  for (const picture of pictures) expect(packed.some(({ bytes }) => bytes.equals(picture))).toBe(true);
  await page.getByText("ダウンロード済み").waitFor();
  await expectNoViolations(page);

  stack.line.guests.unsend(userId, sent[0] ?? "");
  await page.getByText("写真を1枚取り消したため").waitFor();
  await page.getByRole("heading", { name: "ファイルができました" }).waitFor();
  const again = readZip(await readFile((await fetched(page)).path));
  expect(again.filter((file) => file.name.endsWith(".jpg"))).toHaveLength(1);
  expect(again.some(({ bytes }) => bytes.includes(sent[0] ?? "nothing"))).toBe(false);

  // Leaving the page changes nothing.
  await page.reload();
  await page.getByRole("heading", { name: "ファイルができました" }).waitFor();
  await page.getByRole("button", { name: "ファイルを消す" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "ファイルを消す" }).click();
  await page.getByRole("button", { name: "ファイルを作る" }).waitFor();
  await expect.poll(() => stack.objects("event-exports/"), { timeout: 30_000 }).toBe(0);
}, 180_000);
