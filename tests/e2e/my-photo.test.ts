import type { BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectNoViolations } from "../fixtures/axe.ts";
import { type GuestWorld, openGuestWorld, waitingPhoto } from "../fixtures/guest-world.ts";
import { hanako, liffId, taro } from "../fixtures/line-login.ts";

// The built personal page in a real browser: LINE's login, the exchange for a session, the guest's own photo.
let world: GuestWorld;
let line: GuestWorld["line"];
let api: GuestWorld["api"];
let pages: GuestWorld["pages"];
let context: BrowserContext;
let page: Page;
let told: string[];

beforeAll(async () => {
  world = await openGuestWorld();
  ({ line, api, pages } = world);
}, 120_000);
afterAll(() => world.close());

beforeEach(async () => {
  line.time.now = Date.now();
  api.calls.length = 0;
  api.sessions.clear();
  api.photos.clear();
  api.photos.set(hanako.userId, new Map([["1001", waitingPhoto(97.5)]]));
  api.photos.set(taro.userId, new Map([["2002", waitingPhoto(61.2)]]));
  told = [];
  context = await world.browser.newContext({ locale: "ja-JP", viewport: { width: 360, height: 740 } });
  context.on("console", (message) => told.push(message.text()));
  page = await context.newPage();
  page.on("framenavigated", (frame) => told.push(frame.url()));
});
afterEach(() => context.close());

function liffUrl(photoId: string): string {
  return `${line.origin}/liff/${liffId}/me/photos/${photoId}`;
}

async function phone(userId: string, photoId: string): Promise<string> {
  const body = JSON.stringify({ userId, url: liffUrl(photoId) });
  const response = await fetch(`${line.origin}/local/liff/open`, { method: "POST", body });
  return ((await response.json()) as { frameUrl: string }).frameUrl;
}

async function showPhones(...addresses: string[]): Promise<readonly Frame[]> {
  await page.goto(`${pages.origin}/amplify_outputs.json`);
  await page.setContent(addresses.map((src) => `<iframe height="700" src="${src}"></iframe>`).join(""));
  const frames = await Promise.all(
    addresses.map(async (_, index) =>
      (await page.locator("iframe").nth(index).elementHandle())?.contentFrame(),
    ),
  );
  return frames.filter((frame) => frame !== null && frame !== undefined);
}

function expectScore(place: Page | Frame, points: string): Promise<void> {
  return place.getByText(`幸福度 ${points}`).waitFor();
}

describe("on the phones of the chat", () => {
  it("shows every guest the own photo, side by side", async () => {
    const [first, second] = await showPhones(
      await phone(hanako.userId, "1001"),
      await phone(taro.userId, "2002"),
    );
    if (first === undefined || second === undefined) throw new Error("a phone is missing");
    await expectScore(first, "97.5pt");
    await expectScore(second, "61.2pt");
    expect(api.calls.filter((call) => call === "startSession")).toHaveLength(2);
  });

  it("shows nobody somebody else's", async () => {
    const [frame] = await showPhones(await phone(taro.userId, "1001"));
    await frame?.getByText("ご覧いただけるのは、ご自分が送った写真だけです").waitFor();
  });

  it("gives up at once, and kindly, where the API does not take the guest", async () => {
    api.photos.delete(taro.userId);
    const [frame] = await showPhones(await phone(taro.userId, "2002"));
    await frame?.getByText("もう一度開いてください").waitFor();
    expect(api.calls).toEqual(["startSession"]);
  });
});

describe("in a browser outside LINE", () => {
  async function logInAs(name: string): Promise<void> {
    await page.getByRole("button", { name }).click();
  }

  it("logs in, shows the photo, and needs neither login nor exchange for a reload", async () => {
    await page.goto(liffUrl("1001"));
    await logInAs("花子");
    await expectScore(page, "97.5pt");
    expect(page.url()).toBe(`${pages.origin}/me/photos/1001`);
    await page.reload();
    await expectScore(page, "97.5pt");
    expect(api.calls).toEqual(["startSession", "myPhoto", "myPhoto"]);
  });

  it("exchanges anew, once, when the session has ended", async () => {
    await page.goto(liffUrl("1001"));
    await logInAs("花子");
    await expectScore(page, "97.5pt");
    api.sessions.clear();
    api.calls.length = 0;
    await page.reload();
    await expectScore(page, "97.5pt");
    expect(api.calls).toEqual(["myPhoto", "startSession", "myPhoto"]);
  });

  it("ends in one sentence, not in a loop, where the API never takes the guest", async () => {
    api.photos.delete(taro.userId);
    await page.goto(liffUrl("2002"));
    await logInAs("Taro");
    await page.getByText("もう一度開いてください").waitFor();
    expect(api.calls).toEqual(["startSession"]);
    expect(told.filter((line) => line.includes("/liff/v1/authorize"))).toHaveLength(1);
  });

  it("does not show the photo to the next guest who logs in on the same device", async () => {
    await page.goto(liffUrl("1001"));
    await logInAs("花子");
    await expectScore(page, "97.5pt");
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await logInAs("Taro");
    await page.getByText("ご自分が送った写真だけ").waitFor();
  });

  it("deletes the photo after one more question, by keyboard alone and without a barrier", async () => {
    await page.goto(liffUrl("1001"));
    await logInAs("花子");
    await expectScore(page, "97.5pt");
    await expectNoViolations(page);
    await page.getByRole("button", { name: "この写真を削除する" }).press("Enter");
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("いまなら元に戻せます").waitFor();
    await expectNoViolations(page);
    await page.getByText("この写真は取り消され").waitFor();
    await expectNoViolations(page);
    expect(api.photos.get(hanako.userId)?.size).toBe(0);
    expect(api.calls).toEqual(["startSession", "myPhoto", "deleteMyPhoto"]);
    await page.reload();
    await page.getByText("ご自分が送った写真だけ").waitFor();
  });

  it("keeps the LINE user id out of addresses, names in the storage and the console", async () => {
    await page.goto(liffUrl("1001"));
    await logInAs("花子");
    await expectScore(page, "97.5pt");
    const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    expect(keys.filter((key) => key.startsWith("egao:session:"))).toHaveLength(1);
    expect([...keys, ...told].filter((words) => words.includes(hanako.userId))).toEqual([]);
  });
});
