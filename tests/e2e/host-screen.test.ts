import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// What a host says about the screen, and the screen that is open meanwhile.
let stack: TestStack;
let browser: Browser;
let host: Page;
let board: Page;
const troubles: string[] = [];

/** Less than until the board would read its settings again by itself. */
const AT_ONCE_MS = 7_500;

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  [host, board] = await Promise.all([newPage(), newPage()]);
  await board.goto(`${stack.endpoints.boardUrl}?splash=off`);
  await openAsHost(host, stack, `/${stack.endpoints.eventId}/settings`);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
  if (troubles.length > 0) throw new Error(`a page complained: ${troubles.join("; ")}`);
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => troubles.push(error.message));
  return page;
}

const [spotlight, cornerQr, sound] = ["最高得点の演出", "隅に参加用のQRコード", "効果音"] as const;
async function switchOver(...names: readonly string[]): Promise<void> {
  for (const name of names) await host.getByRole("switch", { name }).click();
  await host.getByRole("button", { name: "保存する" }).click();
  await host.locator(".save-bar--idle").first().waitFor({ state: "attached" });
}
const corner = () => board.locator(".corner");
/** As the operator reads it: high scores, the code in the corner, sound. */
async function details(): Promise<readonly string[]> {
  // They also open by themselves, at a key that switches something.
  if ((await board.locator(".details").count()) === 0) await board.keyboard.press("i");
  const told = await board.locator(".details dd").allInnerTexts();
  await board.keyboard.press("i");
  return told.slice(5, 8);
}

async function send(name: string, sample: string): Promise<void> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture(sample, 500), 50_000);
  await board.getByText(name, { exact: true }).first().waitFor();
}

test("the screen follows its host's settings at once, and a key only on this very screen", async () => {
  await corner().waitFor();
  expect(await details()).toEqual(["オン", "オン", "オフ"]);
  await switchOver(spotlight, cornerQr, sound);
  await corner().waitFor({ state: "detached", timeout: AT_ONCE_MS });
  expect(await details()).toEqual(["オフ", "オフ", "オン"]);
  await board.keyboard.press("q");
  await corner().waitFor();
  expect((await details())[1]).toBe("オン（この画面だけ）");
  await board.keyboard.press("q");
  await host.getByRole("radio", { name: "会社の会（夜の街）" }).check();
  await switchOver(cornerQr);
  await board.locator('.room[data-theme="company"]').waitFor({ timeout: AT_ONCE_MS });
  await corner().waitFor();
  expect((await details())[1]).toBe("オン");
  await expectNoViolations(host);
}, 90_000);

test("a new high score has its moment only while its host wants it", async () => {
  await board.evaluate(() => {
    const moments = new Set<string>();
    Object.assign(globalThis, { moments });
    const look = () => {
      const name = document.querySelector(".spotlight__name bdi")?.textContent;
      if (typeof name === "string") moments.add(name);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
  await send("Yui", "guest-smile");
  await send("Aoi", "three-friends");
  await switchOver(spotlight);
  await expect.poll(async () => (await details())[0], { timeout: AT_ONCE_MS }).toBe("オン");
  await send("Ren", "table-of-eight");
  await board.locator(".spotlight").waitFor();
  const moments = await board.evaluate(() => [...(Reflect.get(globalThis, "moments") as Set<string>)]);
  expect(moments).toEqual(["Ren"]);
}, 120_000);
