import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { openAsHost, typeSignIn } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// An evening of hosts in a real browser: what they press, and what the room then sees on the board.
let stack: TestStack;
let browser: Browser;
let contexts: BrowserContext[] = [];
const troubles: string[] = [];
const KEN = "ken@example.org";

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  await signedInHost(stack, KEN);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(() => {
  contexts = [];
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  const unexpected = troubles.splice(0);
  if (unexpected.length > 0) throw new Error(`a page complained: ${unexpected.join("; ")}`);
});

/** A page of somebody of their own. */
async function newPage(width = 1280, height = 800): Promise<Page> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width, height } });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => troubles.push(error.message));
  return page;
}

async function openBoard(boardUrl: string): Promise<Page> {
  const page = await newPage();
  await page.goto(`${boardUrl}?splash=off`);
  return page;
}

const isOnBoard = async (board: Page, name: string): Promise<boolean> =>
  (await board.getByText(name, { exact: true }).count()) > 0;
const appears = (board: Page, name: string) =>
  waitUntil(`${name} on the board`, () => isOnBoard(board, name));
const disappears = (board: Page, name: string) =>
  waitUntil(`${name} off the board`, async () => !(await isOnBoard(board, name)));

async function send(name: string): Promise<void> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture("guest-smile", 500), 50_000);
}

const card = (page: Page, name: string) => page.locator(".queue-card").filter({ hasText: name });

async function choosePolicy(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "設定", exact: true }).click();
  await page.getByRole("radio", { name, exact: true }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await page.locator(".save-bar--idle").first().waitFor({ state: "attached" });
}

test("a guest is banned and comes back with an undo, and the room follows", async () => {
  const { endpoints } = stack;
  const hanako = await newPage();
  await openAsHost(hanako, stack, `/${endpoints.eventId}/guests`);
  const board = await openBoard(endpoints.boardUrl);
  await send("Yui");
  await appears(board, "Yui");
  await hanako.getByText("Yui", { exact: true }).first().click();
  await hanako.getByRole("button", { name: "参加を止める" }).click();
  await disappears(board, "Yui");
  await hanako.locator(".toast").filter({ hasText: "Yui" }).getByRole("button", { name: "元に戻す" }).click();
  await appears(board, "Yui");
  await expectNoViolations(hanako);
}, 120_000);

test("a review-first evening with two hosts: nothing appears by itself, one decides and both see it", async () => {
  const { endpoints } = stack;
  const path = `/${endpoints.eventId}/queue`;
  const [hanako, ken] = [await newPage(), await newPage(390, 844)];
  await openAsHost(hanako, stack, path);
  await choosePolicy(hanako, "確認してから映す");
  await hanako.getByRole("link", { name: /確認/ }).click();
  await ken.goto(`${endpoints.hostUrl}${path}`);
  await typeSignIn(ken, KEN, "Correct-horse-1");
  const board = await openBoard(endpoints.boardUrl);

  await send("Aoi");
  await send("Ren");
  for (const page of [hanako, ken]) for (const name of ["Aoi", "Ren"]) await card(page, name).waitFor();
  expect(await isOnBoard(board, "Aoi")).toBe(false);
  await expectNoViolations(hanako);
  await expectNoViolations(ken);

  // Hanako works by keyboard alone: the newest photo is Ren's.
  await card(hanako, "Ren").getByRole("button").click();
  await hanako.getByRole("region", { name: "選んだ写真" }).getByRole("img").first().waitFor();
  await hanako.keyboard.press("a");
  await appears(board, "Ren");
  await waitUntil("Ren's photo left Ken's waiting list", async () => (await card(ken, "Ren").count()) === 0);
  expect(await isOnBoard(board, "Aoi")).toBe(false);

  // Ken hides by touch what Hanako has shown, and Hanako sees it.
  await ken
    .getByRole("tab", { name: "表示中" })
    .or(ken.getByRole("button", { name: "表示中" }))
    .first()
    .click();
  await card(ken, "Ren").getByRole("button").click();
  await ken.getByRole("button", { name: /^隠す/ }).click();
  await disappears(board, "Ren");
  await hanako
    .getByRole("tab", { name: "非表示" })
    .or(hanako.getByRole("button", { name: "非表示" }))
    .first()
    .click();
  await card(hanako, "Ren").waitFor();
  await card(hanako, "Ren").getByRole("button").click();
  await hanako.getByText(KEN).first().waitFor();

  await hanako.getByRole("link", { name: "記録", exact: true }).click();
  // The list of hosts to choose from names Ken, too, where nobody sees it.
  await hanako.getByText(KEN).locator("visible=true").first().waitFor();
  await expectNoViolations(hanako);
}, 120_000);

test("an event is created from a template, a guest joins by its code, and the first photo is on its board alone", async () => {
  const hanako = await newPage();
  await openAsHost(hanako, stack);
  await hanako.getByRole("link", { name: "新しい式をつくる" }).click();
  await hanako.getByRole("radio", { name: "会社の懇親会" }).check();
  await hanako.getByLabel("式の名前").fill("笑顔工業 忘年会");
  await hanako.getByRole("button", { name: /いますぐ始める/ }).click();
  await expectNoViolations(hanako);
  await hanako.getByRole("button", { name: "式をつくる" }).click();
  await hanako.getByText("参加コード").first().waitFor();
  const code = /[A-Z0-9]{6}/.exec(await hanako.locator(".join").first().innerText())?.[0] ?? "";
  const boardUrl = await hanako.getByRole("link", { name: /スクリーンを開く/ }).getAttribute("href");
  const board = await openBoard(boardUrl ?? "");
  await board.getByText("笑顔工業 忘年会").waitFor();
  const userId = await stack.phones.userNamed("Mei");
  stack.line.guests.sendText(userId, code);
  await waitUntil("the greeting of the new event", async () =>
    stack.line.chats
      .messagesOf(userId)
      .some((message) => JSON.stringify(message).includes("笑顔工業 忘年会")),
  );
  await send("Mei");
  // At a company party what nobody checked waits for a host.
  await hanako.getByRole("link", { name: /確認/ }).click();
  await card(hanako, "Mei").getByRole("button").click();
  await hanako.keyboard.press("a");
  await appears(board, "Mei");
  const first = await openBoard(stack.endpoints.boardUrl);
  await first.getByText("さくら & 健 結婚披露宴").waitFor();
  expect(await isOnBoard(first, "Mei")).toBe(false);
}, 120_000);
