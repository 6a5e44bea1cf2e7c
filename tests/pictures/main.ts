import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import * as z from "zod";
import { askApi } from "../../cli/ask-api.ts";
import { createHostApi } from "../../cli/rules/host-api.ts";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { seedRules } from "#domain/event-rules";
import type { Mission } from "#domain/mission";
import { buildPages } from "../../local/pages/build-pages.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { openAsHost } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { drawRichMenus } from "./draw-rich-menus.ts";

// Makes the README's pictures anew: a party of drawn guests on the board, and two of their phones beside it.
// The pictures of the menu below the chat come along, in cli/line-setup/images.
const party: readonly (readonly [guest: string, sample: string])[] = [
  ["Emily", "calm-guest"],
  ["美咲", "father"],
  ["蓮", "hakama"],
  ["大輔", "surprise"],
  ["大輔", "groom"],
  ["陽菜", "happy-tears"],
  ["陽菜", "bride"],
  ["志明", "mixed-feelings"],
  ["由美", "guest-smile"],
  ["結衣", "furisode"],
  ["翔", "dance-floor"],
  ["葵", "couple"],
];
// Sent when everybody else is counted.
const best: typeof party = [
  ["Emily", "table-of-eight"],
  ["美咲", "three-friends"],
];
// Sent when a host looks at everything first.
const late: typeof party = [
  ["蓮", "cake"],
  ["葵", "panorama"],
  ["翔", "family"],
];
const phoneOwners = ["美咲", "Emily"];

const folder = join(clone, "docs", "pictures");
await mkdir(folder, { recursive: true });
await buildPages(clone);
const [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
try {
  await drawRichMenus(browser);
  await setRules(stack);
  await celebrate(stack);
  const board = await open(browser, `${stack.endpoints.boardUrl}?splash=off`);
  await photograph(board, "board");
  await board.context().close();
  await photograph(await open(browser, stack.endpoints.chatUrl, await phonesOf(stack)), "chat");
  await photographOwnPhoto(await open(browser, stack.endpoints.chatUrl, await phonesOf(stack)));
  await photographStack(await open(browser, `${stack.origins.main}/local`));
  await photographQueue(await open(browser, "about:blank"), stack);
} finally {
  await browser.close();
  await stack.close();
}

/** Challenges and labels, so that the personal page has something to tell. */
async function setRules({ endpoints }: TestStack): Promise<void> {
  const host = createHostApi(endpoints.graphqlUrl, await signInHost(endpoints));
  const goals: readonly Mission[] = [
    { missionId: "three", title: "三人で集まる", goal: { kind: "faces", count: 3, exactly: false } },
    { missionId: "smiles", title: "全員笑顔", goal: { kind: "everybody-smiles", count: 2 } },
    { missionId: "cake", title: "ケーキを撮る", goal: { kind: "label", label: "Cake", count: 1 } },
  ];
  const labels = { minConfidence: 60, most: 12 };
  await host.changeRules(endpoints.eventId, { ...seedRules, labels, missions: goals });
}

/** Everybody joins and sends, one after the other, so that the pictures look the same every time. */
async function celebrate(stack: TestStack): Promise<void> {
  const { phones, endpoints } = stack;
  const body = JSON.stringify({ displayName: "Emily", language: "en", follow: true });
  const headers = { "Content-Type": "application/json" };
  await fetch(`${endpoints.lineApiUrl}/local/users`, { method: "POST", headers, body });
  const send = async ([guest, sample]: (typeof party)[number]): Promise<void> => {
    await phones.sendPicture(await phones.userNamed(guest), await renderSample(sample), 60_000);
  };
  for (const photo of party) await send(photo);
  await guestsCounted(stack, new Set(party.map(([guest]) => guest)).size);
  for (const photo of best) await send(photo);
}

async function guestsCounted(stack: TestStack, count: number): Promise<void> {
  const query = "query ($id: ID!) { board(boardId: $id) { totals { guests } } }";
  for (let tries = 0; tries < 60; tries += 1) {
    const { totals } = await stack.graphql<{ totals: { guests: number } }>(query, {
      id: stack.endpoints.boardId,
    });
    if (totals.guests === count) return;
    await pause(500);
  }
  throw new Error(`the board never counted ${count} guests`);
}

/** What the chat remembers about whose phones lie on the table. */
async function phonesOf({ phones }: TestStack): Promise<Record<string, string>> {
  const seats = phoneOwners.map(async (name) => ({ phoneId: name, userId: await phones.userNamed(name) }));
  return { "egao-phones": JSON.stringify(await Promise.all(seats)) };
}

async function open(browser: Browser, url: string, remembered: Record<string, string> = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    locale: "ja-JP",
    timezoneId: eveningZone(new Date()),
  });
  await context.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, remembered);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Where on earth it is between 19 and 20 o'clock now: a party looks best in the evening. */
function eveningZone(now: Date): string {
  const eastward = ((19 - now.getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${eastward > 0 ? "-" : "+"}${Math.abs(eastward)}`;
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.getByText("pt").first().waitFor();
  // The operator's button of the board goes away when the pointer rests.
  await page.mouse.move(1200, 450);
  for (const frame of page.frames()) {
    await frame.getByText("pt").first().waitFor();
    await frame.locator('.start[data-awake="true"]').waitFor({ state: "detached" });
    // Everything is there and nothing moves any more, for two seconds on end.
    await frame.waitForFunction(() => {
      const { images, fonts } = document;
      const isMoving =
        fonts.status === "loading" ||
        images.length === 0 ||
        [...images].some(({ complete }) => !complete) ||
        document.getAnimations().some(({ playState }) => playState === "running");
      const { dataset } = document.documentElement;
      if (isMoving) dataset["movedAt"] = String(performance.now());
      return performance.now() - Number(dataset["movedAt"] ?? 0) > 2_000;
    });
  }
  await save(page, name);
}

/** The personal page of a phone's last photo, as high as it takes. */
async function photographOwnPhoto(chat: Page): Promise<void> {
  await chat.getByRole("button", { name: "会場のスクリーン" }).click();
  await chat.setViewportSize({ width: 430, height: 1500 });
  await chat.getByRole("button", { name: "マイページで見る" }).last().click();
  const page = chat.getByRole("dialog", { name: "アプリ内ブラウザ" }).frameLocator("iframe");
  await page.getByText("人目").first().waitFor();
  await photograph(chat, "my-photo");
}

/** The hosts' queue, with what came after the host wanted to see everything first. */
async function photographQueue(page: Page, stack: TestStack): Promise<void> {
  const { eventId, graphqlUrl } = stack.endpoints;
  const host = { Authorization: await signInHost(stack.endpoints) };
  const change = JSON.stringify({ policy: "review-first" });
  const found = await askApi(graphqlUrl, host, "query ($e: ID!) { hostEvent(eventId: $e) { version } }", {
    e: eventId,
  });
  const { version } = z.object({ version: z.number() }).parse(found);
  const update =
    "mutation ($e: ID!, $v: Int!, $c: AWSJSON!) { updateEvent(eventId: $e, seen: $v, change: $c) { version } }";
  await askApi(graphqlUrl, host, update, { e: eventId, v: version, c: change });
  for (const [guest, sample] of late) {
    await stack.phones.sendPicture(await stack.phones.userNamed(guest), await renderSample(sample), 60_000);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await openAsHost(page, stack, `/${eventId}/queue`);
  await page.getByText("すべて", { exact: true }).click();
  await page.locator(".queue-card").nth(10).waitFor();
  await page.locator(".queue-card").filter({ hasText: "翔" }).first().getByRole("button").click();
  await photograph(page, "host");
}

/** The page about the stack, which has no photo and never rests. */
async function photographStack(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByText("card sent").first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await save(page, "local");
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  const { size } = await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toFile(path);
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
}
