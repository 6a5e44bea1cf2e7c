import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Settings and the remote through the whole stack, on two devices of the hosts at once.
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

async function openHost(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await openAsHost(page, stack, `/${stack.endpoints.eventId}/${path}`);
  return page;
}
async function stageInStore(): Promise<unknown> {
  const rows = await stack.rows("Event");
  return rows.find((row) => row["eventId"]?.S === stack.endpoints.eventId)?.["stage"];
}
const now = (page: Page) => page.locator(".now__stage");

test("what one host saves stands on the other's page; rules are computed anew and taken back", async () => {
  const hanako = await openHost("settings");
  const ken = await openHost("settings", 390);
  const title = "さくら & 健 二次会";
  await hanako.getByLabel("式の名前").fill(title);
  await hanako.getByRole("button", { name: "保存する" }).click();
  await hanako.getByText("保存しました").waitFor();
  await waitUntil(
    "the title on the other page",
    async () => (await ken.getByLabel("式の名前").inputValue()) === title,
  );
  await ken.getByLabel("得点になる人数").fill("1");
  await ken.getByRole("button", { name: "保存する" }).click();
  await ken.getByText(/人全員が新しいルールの順位になりました/).waitFor();
  await expectNoViolations(ken);
  await ken.locator(".recompute summary").click();
  await ken.getByRole("button", { name: "前のルールに戻す" }).click();
  await waitUntil(
    "the former rule",
    async () => (await ken.getByLabel("得点になる人数").inputValue()) === "",
  );
}, 90_000);

test("a press is one step, seen by the other host; without a network it is kept and is still one", async () => {
  const hanako = await openHost("remote", 390);
  const ken = await openHost("remote");
  await hanako.getByRole("button", { name: "締め切り" }).click();
  await now(ken).getByText("締め切り").waitFor();
  await ken.getByRole("button", { name: "結果発表" }).click();
  await now(hanako).getByText("まだ誰も発表していません").waitFor();
  await expectNoViolations(hanako);
  const next = hanako.getByRole("button", { name: /^次へ/ });
  await waitUntil("ready", async () => (await next.getAttribute("aria-disabled")) === null);
  await hanako.context().setOffline(true);
  await next.dblclick();
  await hanako.getByText(/電波が弱いようです/).waitFor();
  await hanako.context().setOffline(false);
  await now(ken).getByText("10位を発表中").waitFor();
  await now(hanako).getByText("10位を発表中").waitFor();
  expect(JSON.stringify(await stageInStore())).toContain('"step":{"N":"1"}');
}, 90_000);
