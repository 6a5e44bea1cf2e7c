import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// The main job as a guest and the hall see it: a photo in the chat becomes a card and a place on the live board.
const patienceMs = 45_000;

let stack: TestStack;
let browser: Browser;
let hall: Page;
let phone: Page;
const complaints: string[] = [];
beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  // The projector stays on; guests come and go.
  hall = await openPage({ width: 1280, height: 720 }, `${stack.endpoints.boardUrl}?splash=off`);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

beforeEach(async () => {
  phone = await openPage({ width: 420, height: 820 }, stack.endpoints.chatUrl);
});
afterEach(async () => {
  await phone.context().close();
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(heard.join("\n"));
});

/** A page of a browser of its own; what goes wrong in it and whoever else it calls is a complaint. */
async function openPage(viewport: { width: number; height: number }, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patienceMs);
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  const callsOnlyHere = (address: string): void => {
    const { protocol, hostname } = new URL(address);
    const isHere = hostname === "127.0.0.1" || protocol === "data:" || protocol === "blob:";
    if (!isHere) complaints.push(`a request to ${address}`);
  };
  context.on("request", (request) => callsOnlyHere(request.url()));
  const page = await context.newPage();
  page.on("websocket", (socket) => callsOnlyHere(socket.url()));
  await page.goto(url);
  return page;
}

/** Becomes a guest who is new to the bot; resolves when the bot has said welcome. */
async function join(name: string): Promise<void> {
  await phone.getByRole("textbox", { name: "名前" }).fill(name);
  await phone.getByRole("button", { name: "友だちに追加して始める" }).click();
  await talk().getByText("ようこそ！").waitFor();
}

const talk = (): Locator => phone.getByRole("log", { name: "トーク" });
const cards = (): Locator => talk().getByRole("button", { name: "マイページで見る" });

interface Card {
  readonly points: string;
  readonly place: string;
}

/** Sends a drawn sample from the tray and reads the card that the bot answers with. */
async function send(sample: string): Promise<Card> {
  const before = await cards().count();
  await phone.getByRole("button", { name: "見本の写真" }).click();
  await phone.getByRole("region", { name: "見本の写真" }).getByRole("button", { name: sample }).click();
  await phone.getByRole("button", { name: "写真を送信" }).click();
  await cards().nth(before).waitFor();
  const texts = await talk().innerText();
  const last = (pattern: RegExp): string => texts.match(pattern)?.at(-1) ?? "none";
  return { points: last(/\d+\.\d(?=pt$)/gm), place: last(/^\d+(?=位$)/gm) };
}

const ranking = (): Locator => hall.getByRole("region", { name: "笑顔ランキング" }).getByRole("listitem");

/** A guest's row of the board as it reads: `1位花子99.7pt`. */
const rowOf = (name: string, { place = "\\d+", points = "[\\d.]+" }: Partial<Card> = {}): Locator =>
  ranking().filter({ hasText: new RegExp(`^${place}位${name}${points}pt`) });

async function rows(): Promise<string[]> {
  return (await ranking().allTextContents()).map((row) => row.replace(/pt.*$/, "pt"));
}

describe("a photo in the chat", () => {
  test("becomes a card and the same points and place on the board, which nobody reloads", async () => {
    let loads = 0;
    hall.on("load", () => (loads += 1));
    await join("花子");
    const card = await send("花嫁の満面の笑み");
    expect(Number(card.points)).toBeGreaterThan(80);
    await rowOf("花子", card).waitFor();
    expect(loads).toBe(0);
    // The photo itself, not only its words.
    const picture = rowOf("花子").locator("img").last();
    await waitUntil("the picture on the board", () =>
      picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
    );
  });

  test("that is better than all others climbs to the first place", async () => {
    await join("健太");
    const alone = await send("ゲストの笑顔");
    await rowOf("健太", alone).waitFor();
    const picture = await renderSample("table-of-eight");
    await phone.getByRole("button", { name: "ゲストを替える" }).first().click();
    await join("美咲");
    await phone
      .locator("input[type=file]")
      .last()
      .setInputFiles({ name: "8.jpg", mimeType: "image/jpeg", buffer: picture });
    await cards().first().waitFor();
    await rowOf("美咲", { place: "1" }).waitFor();
    await waitUntil("first place at the top", async () => (await rows())[0]?.startsWith("1位美咲"));
    expect(await rowOf("健太", { place: "1" }).count()).toBe(0);
  });

  test("opens the guest's own page, which tells picture, score, faces and place", async () => {
    await join("結衣");
    const { points, place } = await send("成人式の仲良し三人");
    await cards().last().click();
    const page = myPage();
    await page.getByRole("heading", { name: "結婚披露宴" }).waitFor();
    await page.getByText(`幸福度 ${points}`).waitFor();
    await page.getByText("3人").first().waitFor();
    await page.getByText(`あなたの順位 ${place}位`).waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "人目" }).count()).toBe(3);
    const picture = page.getByRole("img", { name: "結衣さんが送った写真" });
    await waitUntil("the own picture", () =>
      picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
    );
  });

  test("disappears from the board when it is unsent", async () => {
    await join("大輔");
    const first = await send("二次会で大はしゃぎ");
    await rowOf("大輔", first).waitFor();
    await talk().getByRole("button", { name: "写真を大きく見る" }).last().click({ button: "right" });
    await phone.getByRole("menuitem", { name: "送信取消" }).click();
    await talk().getByText("メッセージの送信を取り消しました").waitFor();
    await rowOf("大輔").waitFor({ state: "detached" });
    await hall.reload();
    await ranking().or(hall.getByText("お待ちしています")).first().waitFor();
    expect(await rowOf("大輔").count()).toBe(0);
  });
});

describe("the chat", () => {
  test("keeps its newest message in view, whatever changes its size", async () => {
    await join("明美");
    await send("振袖で大喜び");
    await waitUntil("the card in view", isAtEnd);
    await phone.setViewportSize({ width: 390, height: 560 });
    await waitUntil("the card in view of a smaller window", isAtEnd);
    await phone.getByRole("button", { name: "見本の写真" }).click();
    await waitUntil("the card in view above the samples", isAtEnd);
  });

  test.each([
    ["English", "Welcome!"],
    ["繁體中文", "歡迎！"],
  ])("has the bot answer in %s to a guest whose LINE speaks it", async (language, welcome) => {
    await phone.getByRole("textbox", { name: "名前" }).fill(`Guest in ${language}`);
    await phone.getByRole("button", { name: language }).click();
    await phone.getByRole("button", { name: "友だちに追加して始める" }).click();
    await talk().getByText(welcome).waitFor();
  });
});

describe("the board", () => {
  test("shows the same after a reload", async () => {
    await join("陽菜");
    await rowOf("陽菜", await send("袴姿の笑顔")).waitFor();
    const before = await rows();
    await hall.reload();
    await rowOf("陽菜").waitFor();
    expect(await rows()).toEqual(before);
  });

  test("that lost its connection reads what happened meanwhile, and hears again what follows", async () => {
    await join("蓮");
    const first = await send("三者三様");
    await rowOf("蓮", first).waitFor();

    // As long as the photo is on its way no socket lives long enough to tell of it.
    const cut = setInterval(() => stack.api.cutSockets(), 20);
    try {
      stack.api.cutSockets();
      await hall.getByRole("status", { name: "再接続しています" }).waitFor({ state: "attached" });
      const better = await send("新郎新婦のツーショット");
      await rowOf("蓮", better).waitFor();
    } finally {
      clearInterval(cut);
    }

    await hall.getByRole("status", { name: "再接続しています" }).waitFor({ state: "detached" });
    expect(stack.api.connections().subscriptionCount).toBe(3);
    await rowOf("蓮", await send("家族五人で記念写真")).waitFor();
  });
});

/** Whether the talk is scrolled to its end, and there is something to scroll. */
function isAtEnd(): Promise<boolean> {
  return talk().evaluate(({ parentElement: box }) => {
    if (box === null) return false;
    const { scrollTop, scrollHeight, clientHeight } = box;
    return scrollHeight > clientHeight && scrollHeight - scrollTop - clientHeight < 2;
  });
}

function myPage(): FrameLocator {
  return phone.getByRole("dialog", { name: "アプリ内ブラウザ" }).frameLocator("iframe");
}
