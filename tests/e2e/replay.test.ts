import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHostOrders } from "../../cli/host-orders.ts";
import { stage } from "../../cli/stage/stage.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// G11, G12: a host has the evening told again, and the screens of the hall play it.
let stack: TestStack;
let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
  if (troubles.length > 0) throw new Error(`a page complained: ${troubles.join("; ")}`);
});

async function openBoard(): Promise<Page> {
  const page = await browser.newPage({ locale: "ja-JP", viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(`${stack.endpoints.boardUrl}?splash=off`);
  return page;
}
async function send(name: string, sample: string): Promise<void> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture(sample, 500), 50_000);
}
const later = (seconds: number): void => {
  const { clockOffsetMs = 0 } = stack.faults.plan;
  stack.faults.set({ ...stack.faults.plan, clockOffsetMs: clockOffsetMs + seconds * 1_000 });
};
const show = async (...words: readonly string[]): Promise<void> => {
  const ignore = () => undefined;
  const port = new URL(stack.endpoints.boardUrl).port;
  expect(await stage([...words, "--port", port], { print: ignore, complain: ignore })).toBe(0);
};
const names = (page: Page) => page.locator(".entry__name").allInnerTexts();
const strip = (page: Page) => page.locator(".replay__clock");
const end = (page: Page) => page.locator(".replay--end");

test("every screen plays it from the same moment, without who has no place, and rests on the ranking", async () => {
  await send("Aoi", "guest-smile");
  later(600);
  await send("Ren", "three-friends");
  later(600);
  await send("Yui", "table-of-eight");
  const live = await openBoard();
  await expect.poll(() => names(live), { timeout: 20_000 }).toEqual(["Yui", "Ren", "Aoi"]);
  await show("replay");
  await strip(live).waitFor();
  expect(await strip(live).innerText()).toMatch(/^\d\d:\d\d$/);
  expect(await names(live)).toEqual(["Aoi"]);

  later(40);
  const joining = await openBoard();
  await strip(joining).waitFor();
  expect(await names(joining)).toEqual(["Ren", "Aoi"]);

  const { userPoolId, userPoolClientId, host } = stack.endpoints;
  const token = stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username).AccessToken;
  const orders = createHostOrders(stack.endpoints.graphqlUrl, token);
  const photo = (await orders.queue(stack.endpoints.eventId)).find(
    ({ displayName }) => displayName === "Ren",
  );
  if (photo === undefined) throw new Error("the queue does not show the photo");
  await orders.moderate(stack.endpoints.eventId, "hide", [photo]);
  await expect.poll(() => names(joining), { timeout: 20_000 }).not.toContain("Ren");

  await end(joining).waitFor({ timeout: 40_000 });
  expect(await names(joining)).toEqual(["Yui", "Aoi"]);
  expect(await strip(joining).count()).toBe(0);

  await show("replay");
  await end(joining).waitFor({ state: "detached" });
  await strip(joining).waitFor();
  expect(await names(joining)).toEqual(["Aoi"]);
  await show("thanks");
  await strip(joining).waitFor({ state: "detached" });
}, 180_000);
