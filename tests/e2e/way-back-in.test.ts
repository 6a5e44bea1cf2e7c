import type { BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type GuestWorld, openGuestWorld, waitingPhoto } from "../fixtures/guest-world.ts";
import { hanako, liffId } from "../fixtures/line-login.ts";

// The built personal page where a session or a token is no good any more: it comes back by itself where that helps, once,
// and else says one sentence. All addresses that a page goes to are counted.
const score = "幸福度 97.5pt";
const reopen = "もう一度開いてください";
/** Longer than a page that goes round needs for another round. */
const QUIET_MS = 3_000;

let world: GuestWorld;
let line: GuestWorld["line"];
let api: GuestWorld["api"];
let pages: GuestWorld["pages"];
let context: BrowserContext;
let page: Page;
let addresses: string[];

beforeAll(async () => {
  world = await openGuestWorld();
  ({ line, api, pages } = world);
}, 120_000);
afterAll(() => world.close());

beforeEach(async () => {
  line.time.now = Date.now();
  api.sessions.clear();
  api.photos.set(hanako.userId, new Map([["1001", waitingPhoto(97.5)]]));
  context = await world.browser.newContext({ locale: "ja-JP", viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(15_000);
  await newPage();
  forget();
});
afterEach(() => context.close());

async function newPage(): Promise<void> {
  page = await context.newPage();
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
}
function forget(): void {
  api.calls.length = 0;
  addresses = [];
}
const logins = (): number => addresses.filter((url) => url.includes("/liff/v1/authorize")).length;
const sees = (words: string, place: Page | Frame = page): Promise<void> => place.getByText(words).waitFor();
/** Nothing is asked and nobody is sent anywhere any more. */
async function staysSo(): Promise<void> {
  const before = [[...api.calls], [...addresses]];
  await page.waitForTimeout(QUIET_MS);
  expect([api.calls, addresses]).toEqual(before);
}
const liffAddress = (path: string): string => `${line.origin}/liff/${liffId}${path}`;
async function logIn(path = "/me/photos/1001"): Promise<void> {
  await page.goto(liffAddress(path));
  await page.getByRole("button", { name: "花子" }).click();
}
/** The page as a frame of the chat shows it, newly opened: LINE gives fresh credentials. */
async function openInLine(path: string): Promise<Frame> {
  const body = JSON.stringify({ userId: hanako.userId, url: liffAddress(path) });
  const response = await fetch(`${line.origin}/local/liff/open`, { method: "POST", body });
  const { frameUrl } = (await response.json()) as { frameUrl: string };
  await page.goto(`${pages.origin}/amplify_outputs.json`);
  await page.setContent(`<iframe height="700" src="${frameUrl}"></iframe>`);
  const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("the phone has no page");
  return frame;
}
/** Until the page of before is gone: what it shows would be taken for the new one's. */
async function reload(frame: Frame): Promise<void> {
  const gone = page.waitForEvent("framenavigated", (navigated) => navigated === frame);
  await frame.evaluate(() => location.reload());
  await gone;
}
const changeSessions = (place: Page | Frame, kind: "garbled" | "over" | "forged"): Promise<void> =>
  place.evaluate((how) => {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.includes("egao:session:") && !key.includes("egao:latest-session:")) continue;
      // In the chat a phone's keys have a name before them; reading and writing goes past that here.
      const session = JSON.parse(Storage.prototype.getItem.call(sessionStorage, key) ?? "{}");
      const changed = {
        garbled: '{"token":',
        over: JSON.stringify({ ...session, expiresAt: Date.now() - 1 }),
        forged: JSON.stringify({ ...session, token: "guest:nobody-gave-this.out" }),
      }[how];
      Storage.prototype.setItem.call(sessionStorage, key, changed);
    }
  }, kind);

describe("a kept session that is no good", () => {
  it.each([
    ["over", ["startSession", "myPhoto"]],
    ["garbled", ["startSession", "myPhoto"]],
    ["forged", ["myPhoto", "startSession", "myPhoto"]],
  ] as const)("%s: one exchange in an external browser, nobody is sent anywhere", async (kind, calls) => {
    await logIn();
    await sees(score);
    await changeSessions(page, kind);
    forget();
    await page.reload();
    await sees(score);
    expect(api.calls).toEqual(calls);
    expect(addresses).toEqual([`${pages.origin}/me/photos/1001`]);
    await staysSo();
  });

  it("was revoked: one exchange inside LINE too", async () => {
    const frame = await openInLine("/me/photos/1001");
    await sees(score, frame);
    api.sessions.clear();
    forget();
    await reload(frame);
    await sees(score, frame);
    expect(api.calls).toEqual(["myPhoto", "startSession", "myPhoto"]);
    await staysSo();
  });

  it("and is refused for good: one sentence, inside LINE and outside", async () => {
    await logIn();
    await sees(score);
    api.photos.delete(hanako.userId);
    api.sessions.clear();
    forget();
    await page.reload();
    // Its ID token was good before: one login may bring another one.
    await page.getByRole("button", { name: "花子" }).click();
    await sees(reopen);
    expect(api.calls).toEqual(["myPhoto", "startSession", "startSession"]);
    expect(logins()).toBe(1);
    await staysSo();
    const frame = await openInLine("/me/photos/1001");
    await sees(reopen, frame);
    await staysSo();
    expect(logins()).toBe(1);
  });
});

describe("a login that leads to nothing", () => {
  it("because its ID token is over by the device's clock (INVALID_ID_TOKEN): one sentence, and the way back", async () => {
    line.time.now = Date.now() - 2 * 3_600_000;
    const told: string[] = [];
    page.on("console", (message) => told.push(message.text()));
    await logIn();
    await sees(reopen);
    expect(told).toContain("LIFF did not start: INVALID_ID_TOKEN");
    expect(logins()).toBe(1);
    expect(page.url()).toBe(`${pages.origin}/me/photos/1001`);
    await staysSo();
    // Looking once more does not begin to go round either.
    await page.reload();
    await sees(reopen);
    expect(logins()).toBe(1);
    line.time.now = Date.now();
    await sees(score, await openInLine("/me/photos/1001"));
  });

  it("because the guest cancels it: one sentence; a card opened anew, or a reload after a minute, leads in", async () => {
    await page.goto(`${pages.origin}/me/photos/1001`);
    await page.getByRole("button", { name: "Cancel" }).click();
    await sees(reopen);
    expect(page.url()).toBe(`${pages.origin}/me/photos/1001`);
    expect([logins(), api.calls]).toEqual([1, []]);
    await staysSo();
    await page.evaluate(() => sessionStorage.setItem("egao:login-attempted-at", String(Date.now() - 61_000)));
    await page.reload();
    await page.getByRole("button", { name: "花子" }).click();
    await sees(score);
    expect(logins()).toBe(2);
    await newPage();
    await sees(score, await openInLine("/me/photos/1001"));
  });

  it("because LINE cannot be reached: one sentence, and nobody is sent there", async () => {
    await context.route(`${line.origin}/**`, (route) => route.abort());
    await page.goto(`${pages.origin}/me/photos/1001`);
    await sees(reopen);
    expect([logins(), api.calls]).toEqual([0, []]);
    await staysSo();
  });
});

describe("a deep link", () => {
  const links = ["/me/photos/1001", "/me/photos/1001?from=card#faces", "/liff?message_id=1001&user_id=Uevil"];

  it.each(links)("%s inside LINE: no login, one exchange", async (path) => {
    const frame = await openInLine(path);
    await sees(score, frame);
    expect(new URL(frame.url()).pathname).toBe("/me/photos/1001");
    expect([logins(), api.calls]).toEqual([0, ["startSession", "myPhoto"]]);
  });

  it.each(links)("%s in an external browser: one login, one exchange", async (path) => {
    await logIn(path);
    await sees(score);
    expect(new URL(page.url()).pathname).toBe("/me/photos/1001");
    expect([logins(), api.calls]).toEqual([1, ["startSession", "myPhoto"]]);
  });

  it.each(links)("%s typed on this machine, past LINE's address: one login, one exchange", async (path) => {
    await page.goto(`${pages.origin}${path}`);
    await page.getByRole("button", { name: "花子" }).click();
    await sees(score);
    expect(new URL(page.url()).pathname).toBe("/me/photos/1001");
    expect([logins(), api.calls]).toEqual([1, ["startSession", "myPhoto"]]);
  });
});
