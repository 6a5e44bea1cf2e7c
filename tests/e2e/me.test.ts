import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostOrders } from "../../cli/host-orders.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// A guest's own page through the whole stack: LINE's login, the photos as they come, and what hosts decide about them.
let stack: TestStack;
let browser: Browser;
let host: HostOrders;
const complaints: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  host = await signedInHost(stack, "me@egao.local");
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** A browser outside LINE, where the guest logs in. */
async function openAs(name: string, path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 700 },
    locale: "ja-JP",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  context.on("weberror", (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(`${stack.endpoints.liffUrl}${path}`);
  await page.getByRole("button", { name }).click();
  return page;
}

async function send(name: string): Promise<void> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture("guest-smile", 500), 50_000);
}

/** A page that hears nothing asks again every two to four seconds. */
async function hearsInsteadOfAsking(page: Page): Promise<void> {
  await waitUntil("the subscription", () => stack.api.connections().subscriptionCount === 1);
  // Once more for what happened before it began.
  await page.waitForTimeout(1_000);
  let questions = 0;
  page.on("request", (request) => (questions += request.method() === "POST" ? 1 : 0));
  await page.waitForTimeout(4_500);
  expect(questions).toBe(0);
}

const newest = (page: Page) => page.locator("section", { hasText: "最新の一枚" });
const earlier = (page: Page) => page.locator("section", { hasText: "これまでの写真" });
const photosOf = async (name: string) =>
  (await host.queue(stack.endpoints.eventId)).filter(({ displayName }) => displayName === name);

test("shows both photos as they come, and follows the host who hides one", async () => {
  const userId = await stack.phones.userNamed("葉子");
  const [event] = await stack.rows("Event");
  stack.line.guests.sendText(userId, event?.["joinCode"]?.S ?? "");
  await waitUntil("the guest", async () => (await stack.rows("Guest")).length === 1);
  const page = await openAs("葉子", "/me");
  await page.getByText("最初の一枚をお待ちしています").waitFor();
  await expectNoViolations(page);
  let loads = 0;
  page.on("load", () => (loads += 1));
  await hearsInsteadOfAsking(page);

  await send("葉子");
  await newest(page).getByText("会場のスクリーンに登場しています").waitFor();
  await page.getByText("あなたの順位 1位").waitFor();
  const [first] = await photosOf("葉子");
  expect(await newest(page).getByRole("link").getAttribute("href")).toBe(`/me/photos/${first?.photoId}`);

  await send("葉子");
  await earlier(page).getByRole("link").waitFor();
  const [second] = await photosOf("葉子");
  if (first === undefined || second === undefined) throw new Error("a photo is missing");
  await newest(page).locator(`a[href="/me/photos/${second.photoId}"]`).waitFor();
  await waitUntil("the own picture", () =>
    newest(page)
      .locator("img")
      .evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
  );
  expect(await page.getByText("いちばんの一枚").count()).toBe(1);
  await expectNoViolations(page);

  await host.moderate(stack.endpoints.eventId, "hide", [second]);
  await newest(page).getByText("会場のスクリーンには映りません").waitFor();
  // P9: the picture that nobody else sees.
  await waitUntil("the own copy", async () =>
    ((await newest(page).locator("img").getAttribute("src")) ?? "").includes("/copies/"),
  );
  await earlier(page).getByText("いちばんの一枚").waitFor();
  expect(loads).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectNoViolations(page);

  await earlier(page).getByRole("link").click();
  await page.waitForURL(`**/me/photos/${first.photoId}`);
  await page.getByText("ひとりひとりの幸福度").waitFor();
  expect(complaints).toEqual([]);
}, 120_000);

test("keeps what it knew while nothing can be reached, says so, and catches up", async () => {
  const page = await openAs("葉子", "/me");
  await newest(page).waitFor();
  await page.context().setOffline(true);
  stack.api.cutSockets();
  await page.getByText("最後に受け取った内容を表示しています").waitFor();
  await newest(page).waitFor();
  await expectNoViolations(page);
  await send("葉子");
  await page.context().setOffline(false);
  await page.getByText("最後に受け取った内容を表示しています").waitFor({ state: "detached" });
  await waitUntil("what was missed", async () => (await earlier(page).getByRole("listitem").count()) === 2);
}, 120_000);

test("a link with a photo's id leads to it, whoever else the address names", async () => {
  const [photo] = await photosOf("葉子");
  if (photo === undefined) throw new Error("no photo");
  const stranger = await stack.phones.userNamed("太郎");
  const page = await openAs("葉子", `/liff?message_id=${photo.photoId}&user_id=${stranger}`);
  await page.getByText(`幸福度 ${photo.score.toFixed(1)}`).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/me/photos/${photo.photoId}`);
}, 60_000);

test("a guest who is banned meanwhile is told one sentence, and is sent nowhere again and again", async () => {
  await send("次郎");
  const page = await openAs("次郎", "/me");
  await newest(page).waitFor();
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  let questions = 0;
  page.on("request", (request) => (questions += request.url().includes("graphql") ? 1 : 0));
  const guest = (await host.guests(stack.endpoints.eventId)).find(
    ({ displayName }) => displayName === "次郎",
  );
  if (guest === undefined) throw new Error("no guest");
  await host.changeGuest(stack.endpoints.eventId, guest, { isBanned: true });
  await page.getByText("ご覧いただける写真がまだありません").waitFor();
  const asked = questions;
  // Longer than any pause between two questions of a page that lives.
  await page.waitForTimeout(5_000);
  expect(questions).toBe(asked);
  expect(addresses).toEqual([]);
  await expectNoViolations(page);
}, 90_000);
