import { mkdirSync } from "node:fs";
import { join as joinPath } from "node:path";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinUrl } from "#domain/join-code";
import { buildPages } from "../../local/pages/build-pages.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Two guests' evening as they and the hall see it: from the code on the table to the photo that one of them takes back.
// A step fails with what it waited for; `EGAO_SCREENSHOTS` names a folder for what could be seen after each.

let stack: TestStack;
let browser: Browser;
let hall: Page;
const complaints: string[] = [];
beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  await stack.services.rekognition.warm();
  hall = await openPage({ width: 1280, height: 720 }, `${stack.endpoints.boardUrl}?splash=off`);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function openPage(viewport: { width: number; height: number }, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "ja-JP", reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  context.on("weberror", (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

let pictures = 0;
async function look(page: Page, what: string): Promise<void> {
  const folder = process.env["EGAO_SCREENSHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  pictures += 1;
  await page.screenshot({ path: joinPath(folder, `${String(pictures).padStart(2, "0")}-${what}.png`) });
}

/** One guest's phone with the chat open. */
class Phone {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** What the camera finds in the QR code opens the chat with the code already written. */
  static async scan(name: string, link: string): Promise<Phone> {
    const phone = new Phone(await openPage({ width: 420, height: 860 }, stack.endpoints.chatUrl));
    const { page } = phone;
    await page.getByRole("textbox", { name: "名前" }).fill(name);
    await page.getByRole("button", { name: "友だちに追加して始める" }).click();
    await phone.talk.getByText("ようこそ！").first().waitFor();
    const greetings = await phone.greetings();
    await page.getByRole("textbox", { name: "メッセージを入力" }).fill(new URL(link).search.slice(1));
    await page.getByRole("button", { name: "送信", exact: true }).click();
    await waitUntil("the answer to the code", async () => (await phone.greetings()) > greetings);
    return phone;
  }

  get talk(): Locator {
    return this.page.getByRole("log", { name: "トーク" });
  }

  /** By the button below each; a tap on its picture does the same. */
  get cards(): Locator {
    return this.talk
      .getByRole("button", { name: "マイページで見る" })
      .filter({ hasText: "マイページで見る" });
  }

  /** The page inside LINE. */
  get sheet(): FrameLocator {
    return this.page.getByRole("dialog", { name: "アプリ内ブラウザ" }).frameLocator("iframe");
  }

  greetings(): Promise<number> {
    return this.talk.getByText("お預かりするもの").count();
  }

  /** Drawn samples from the tray, several at once as from a phone's album; the points of their cards in order. */
  async send(...samples: readonly string[]): Promise<readonly number[]> {
    const before = await this.cards.count();
    const tray = this.page.getByRole("region", { name: "見本の写真" });
    await this.page.getByRole("button", { name: "見本の写真" }).click();
    for (const sample of samples) await tray.getByRole("button", { name: sample }).click();
    const button = samples.length === 1 ? "写真を送信" : `${samples.length}枚をまとめて送信`;
    await this.page.getByRole("button", { name: button }).click();
    await this.cards.nth(before + samples.length - 1).waitFor();
    const points = [...(await this.talk.innerText()).matchAll(/幸福度\s+(\d+\.\d)pt/g)];
    return points.slice(-samples.length).map(([, number]) => Number(number));
  }
}

const ranking = (): Locator => hall.getByRole("region", { name: "笑顔ランキング" }).getByRole("listitem");

/** A guest's row on the board, as it reads from afar: place, name and points. */
async function onBoard(name: string, place: number, points: number): Promise<void> {
  const row = new RegExp(`^${place}位${name}${points.toFixed(1).replace(".", "\\.")}pt`);
  await ranking().filter({ hasText: row }).first().waitFor();
}

const PATIENCE_MS = 420_000;

test(
  "from the code to the greeting, three photos, the page, a deletion that is taken back and one that is not",
  { timeout: PATIENCE_MS },
  async () => {
    const code = (await stack.rows("Event"))[0]?.["joinCode"]?.S ?? "";
    const link = joinUrl(stack.line.bot.basicId, code);
    const hanako = await Phone.scan("花子", link);
    const taro = await Phone.scan("太郎", link);
    await look(hanako.page, "greeting");
    expect(await ranking().count()).toBe(0);

    const [alone = 0] = await hanako.send("花嫁の満面の笑み");
    await onBoard("花子", 1, alone);
    await look(hanako.page, "card");
    const [taros = 0] = await taro.send("新郎新婦のツーショット");
    await onBoard("太郎", 1, taros);
    await onBoard("花子", 2, alone);
    await look(hall, "two-guests");

    // Two at once: one answer with two cards, and the better one takes the lead.
    const [friends = 0, smile = 0] = await hanako.send("成人式の仲良し三人", "ゲストの笑顔");
    expect(friends).toBeGreaterThan(taros);
    expect(friends).toBeGreaterThan(smile);
    await onBoard("花子", 1, friends);
    await onBoard("太郎", 2, taros);
    await look(hanako.page, "set");
    await look(hall, "set-on-the-board");

    // Her page holds all three, the best one crowned; its own page tells every face.
    await hanako.cards.nth(1).click();
    const page = hanako.sheet;
    await page.getByText(`幸福度 ${friends.toFixed(1)}pt`).waitFor();
    await page.getByText("あなたの順位 1位").waitFor();
    await look(hanako.page, "photo-page");
    await page.getByRole("link", { name: "すべての写真" }).click();
    await page.getByText("いちばんの一枚").waitFor();
    const links = page.locator('a[href^="/me/photos/"]');
    await waitUntil("all three photos", async () => (await hrefs(links)).size === 3);
    await look(hanako.page, "history");

    // She thinks again, twice: the hall sees it go, come back and go for good.
    await page.getByText("いちばんの一枚").waitFor();
    await page.locator("li, section", { hasText: "いちばんの一枚" }).last().getByRole("link").first().click();
    await page.getByText(`幸福度 ${friends.toFixed(1)}pt`).waitFor();
    const second = Math.max(alone, smile);
    await remove(page);
    await onBoard("太郎", 1, taros);
    await onBoard("花子", 2, second);
    await look(hanako.page, "deleted");
    await page.getByRole("button", { name: "元に戻す" }).click();
    await page.getByText("元に戻しました。").waitFor();
    await onBoard("花子", 1, friends);
    await remove(page);
    await page.getByText("この写真は取り消され、画像は削除されました。").waitFor();
    await onBoard("花子", 2, second);
    await look(hanako.page, "gone");
    await look(hall, "after-the-deletion");
    await page.getByRole("link", { name: "すべての写真" }).click();
    await waitUntil("two photos", async () => (await hrefs(links)).size === 2);
    expect(await page.getByText(`${friends.toFixed(1)}pt`).count()).toBe(0);
    await look(hanako.page, "history-afterwards");

    // Nobody was spoken to twice: one answer to each photo or set, and to each of the two words before.
    expect(await hanako.cards.count()).toBe(3);
    expect(await taro.cards.count()).toBe(1);
    expect(complaints).toEqual([]);
  },
);

async function remove(page: FrameLocator): Promise<void> {
  await page.getByRole("button", { name: "この写真を削除する" }).click();
  await page.getByRole("button", { name: "削除する", exact: true }).click();
  await page.getByText("いまなら元に戻せます").waitFor();
}

async function hrefs(links: Locator): Promise<ReadonlySet<string | null>> {
  return new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href"))));
}
