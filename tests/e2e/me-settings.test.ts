import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { HostOrders } from "../../cli/host-orders.ts";
import { askForBoard } from "../../cli/rights/ask.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// What a guest decides on the own page, through the whole stack, and how the page bears large letters and keys alone.
let stack: TestStack;
let browser: Browser;
let host: HostOrders;
const complaints: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  host = await signedInHost(stack, "me-settings@egao.local");
}, 300_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});
afterEach(async () => {
  stack.faults.set({});
  await Promise.all(browser.contexts().map((context) => context.close()));
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(`the page complained: ${said.join(", ")}`);
});

type Scheme = "light" | "dark";

interface Opening {
  readonly path?: string;
  readonly colorScheme?: Scheme;
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

async function openAs(name: string, { path = "/me", colorScheme, prepare }: Opening = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale: "ja-JP",
    reducedMotion: "reduce",
    colorScheme: colorScheme ?? "light",
  });
  context.setDefaultTimeout(30_000);
  context.on("weberror", (error) => complaints.push(String(error.error())));
  await prepare?.(context);
  const page = await context.newPage();
  await page.goto(`${stack.endpoints.liffUrl}${path}`);
  await page.getByRole("button", { name }).click();
  return page;
}

async function send(name: string): Promise<string> {
  const userId = await stack.phones.userNamed(name);
  return stack.phones
    .sendPicture(userId, await freshPicture("guest-smile", 500), 60_000)
    .then(async () => (await photosOf(name))[0]?.photoId ?? "none");
}

const rowsOf = async (table: string, displayName: string) =>
  (await stack.rows(table)).filter((row) => row["displayName"]?.S === displayName);
const photosOf = async (name: string) =>
  (await host.queue(stack.endpoints.eventId)).filter(({ displayName }) => displayName === name);
const onBoard = async (): Promise<string> => JSON.stringify(await askForBoard(stack.endpoints));
const newest = (page: Page) => page.locator("section", { hasText: "最新の一枚" });
const hasLoaded = (page: Page, selector: string) =>
  waitUntil("the picture", () =>
    page
      .locator(selector)
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
  );
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test("P6, P9: a guest leaves the screen, still sees the own picture, and comes back", async () => {
  const photoId = await send("葵");
  const page = await openAs("葵");
  const screen = page.getByRole("switch", { name: "スクリーンに登場する" });
  await screen.click();
  await newest(page).getByText("ご希望どおり、スクリーンには映りません").waitFor();
  await page.getByText("スクリーンには映らなくなりました。").waitFor();
  await waitUntil("the end on the board", async () => !(await onBoard()).includes(photoId));
  // The public copy is gone; what the page shows is signed for its guest.
  await hasLoaded(page, ".me__newest img");
  const address = new URL((await newest(page).locator("img").getAttribute("src")) ?? "");
  expect(address.pathname).toContain(`/copies/`);
  address.search = "";
  expect((await fetch(address)).status).toBe(403);
  await expectNoViolations(page);
  await newest(page).getByRole("link").click();
  await hasLoaded(page, ".print__picture img");
  expect(await page.locator(".face-frame").count()).toBe(1);
  await page.getByRole("link", { name: "すべての写真" }).click();
  await screen.click();
  await newest(page).getByText("会場のスクリーンに登場しています").waitFor();
  await waitUntil("the return to the board", async () => (await onBoard()).includes(photoId));
}, 120_000);

test("N1, K4: a new name and another language are everywhere", async () => {
  const page = await openAs("葵");
  await page.getByRole("textbox", { name: "お名前" }).fill("  葵\u202e さん ");
  await page.getByRole("button", { name: "変更する" }).click();
  await page.getByText("お名前を「葵 さん」に変更しました。").waitFor();
  await waitUntil("the name on the board", async () => (await onBoard()).includes("葵 さん"));
  await page.getByRole("radio", { name: "English" }).click();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.reload();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await page.getByRole("radio", { name: "日本語" }).click();
  await page.getByRole("heading", { name: "設定" }).waitFor();
  await page.getByRole("textbox", { name: "お名前" }).fill("葵");
  await page.getByRole("button", { name: "変更する" }).click();
  await waitUntil("the old name", async () => (await rowsOf("Guest", "葵")).length === 1);
}, 90_000);

test("P8: a deletion is taken back, in the history and on the photo's page; the next one holds", async () => {
  const photoId = await send("葵");
  const page = await openAs("葵");
  await newest(page).locator(`a[href="/me/photos/${photoId}"]`).click();
  const remove = async () => {
    await page.getByRole("button", { name: "この写真を削除する" }).click();
    await page.getByRole("button", { name: "削除する", exact: true }).click();
    await page.getByText("いまなら元に戻せます").waitFor();
  };
  await remove();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await page.getByText("元に戻しました。").waitFor();
  await remove();
  await waitUntil("the end on the board", async () => !(await onBoard()).includes(photoId));
  await page.getByRole("link", { name: "すべての写真" }).click();
  const grey = page.locator("section[data-leaving=true]");
  await grey.waitFor();
  await expectNoViolations(page);
  await grey.getByRole("button", { name: "元に戻す" }).click();
  await page.locator("section.me__newest[data-leaving=false][data-state=shown]").waitFor();
  await waitUntil("the return to the board", async () => (await onBoard()).includes(photoId));

  await newest(page).getByRole("link").click();
  await remove();
  await page.getByText("この写真は取り消され、画像は削除されました。").waitFor();
  await waitUntil("the end for good", async () =>
    (await stack.rows("Photo")).some((row) => row["photoId"]?.S === photoId && row["state"]?.S === "removed"),
  );
}, 180_000);

test("one session is enough for the history and all its photos, to and fro", async () => {
  await send("葵");
  const sent: string[] = [];
  const asked = (request: Request): void => {
    const operation = /(?:query|mutation) (\w+)/.exec(request.postData() ?? "")?.[1];
    if (operation !== undefined) sent.push(operation);
  };
  const page = await openAs("葵");
  await newest(page).waitFor();
  page.on("request", asked);
  await page.reload();
  await newest(page).waitFor();
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  for (const section of [".me__newest", ".me__earlier"]) {
    await page.locator(`${section} a`).first().click();
    await page.getByText("ひとりひとりの幸福度").waitFor();
    await page.getByRole("link", { name: "すべての写真" }).click();
    await newest(page).waitFor();
  }
  expect(sent.filter((operation) => operation === "StartSession")).toEqual([]);
  expect(sent.filter((operation) => operation === "MyPhoto")).toHaveLength(2);
  expect(loads).toEqual([]);
}, 90_000);

test("the card's link begins in the photo's event, and its way back stays there without a new login", async () => {
  const [photo] = await photosOf("葵");
  const stranger = await stack.phones.userNamed("太郎");
  const page = await openAs("葵", { path: `/me?message_id=${photo?.photoId}&user_id=${stranger}` });
  const sessions: string[] = [];
  page.on("request", (request) => {
    if ((request.postData() ?? "").includes("StartSession")) sessions.push(request.postData() ?? "");
  });
  await page.getByText("ひとりひとりの幸福度").waitFor();
  expect(new URL(page.url()).pathname).toBe(`/me/photos/${photo?.photoId}`);
  await page.getByRole("link", { name: "すべての写真" }).click();
  await newest(page).waitFor();
  expect(sessions.length).toBeLessThanOrEqual(1);
  expect(sessions.join()).not.toContain(stranger);
}, 60_000);

test("faults: what was known stays under a quiet note, a change that fails says so, and all goes on", async () => {
  const page = await openAs("葵");
  await newest(page).waitFor();
  const plan = (calls: object) =>
    fetch(new URL("/local/faults", stack.endpoints.boardUrl), {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ calls }),
    });
  expect((await plan({ "appsync:GraphQL": { failBefore: 1 } })).status).toBe(200);
  await page.getByRole("switch").click();
  await page.getByText("いま変更できませんでした").first().waitFor();
  expect(await page.getByRole("switch").isChecked()).toBe(true);
  stack.api.cutSockets();
  await page.getByText("最後に受け取った内容を表示しています").waitFor();
  await newest(page).waitFor();
  await expectNoViolations(page);
  await plan({});
  await page.getByText("最後に受け取った内容を表示しています").waitFor({ state: "detached" });
  await page.getByRole("switch").click();
  await page.getByText("スクリーンには映らなくなりました。").waitFor();
  await page.getByRole("switch").click();
  await page.getByText("スクリーンに登場します。").waitFor();
}, 120_000);

test.each(["light", "dark"] as const)(
  "axe finds nothing, and letters twice as large fit: %s",
  async (scheme) => {
    const page = await openAs("葵", { colorScheme: scheme });
    await newest(page).waitFor();
    await page.locator(".settings").waitFor();
    await expectNoViolations(page);
    await page.getByRole("button", { name: "すべて削除して退会する" }).click();
    await expectNoViolations(page);
    await page.getByRole("button", { name: "次へ" }).click();
    await expectNoViolations(page);
    await page.keyboard.press("Escape");
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await fits(page)).toBe(true);
    await expectNoViolations(page);
    await newest(page).getByRole("link").click();
    await page.getByText("ひとりひとりの幸福度").waitFor();
    expect(await fits(page)).toBe(true);
    await expectNoViolations(page);
    await page.getByRole("button", { name: "この写真を削除する" }).click();
    await expectNoViolations(page);
    // Nothing moves for who wants it so.
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  },
  120_000,
);

test("keys alone reach and work everything", async () => {
  const page = await openAs("葵");
  await page.locator(".settings").waitFor();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      if (element === null) return "";
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const look = outlineStyle === "none" || outlineWidth === "0px" ? " without a frame" : "";
      return `${element.tagName} ${(element as HTMLInputElement).name ?? ""} ${element.textContent}${look}`;
    });
  const seen: string[] = [];
  for (let at = 0; at < 30 && !seen.at(-1)?.includes("すべて削除して退会する"); at += 1) {
    await page.keyboard.press("Tab");
    seen.push(await focused());
  }
  expect(seen.filter((one) => one.includes("without a frame"))).toEqual([]);
  for (const tag of ["A ", "INPUT ", "BUTTON "])
    expect(
      seen.some((one) => one.startsWith(tag)),
      tag,
    ).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  // The focus stays within, and comes back.
  for (let at = 0; at < 6; at += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await focused()).toContain("すべて削除して退会する");
}, 60_000);

/** As where LINE has a picker. The local LINE has none, and says so. */
async function withPicker(context: BrowserContext): Promise<void> {
  await context.route("**/contextToken", async (route) => {
    const response = await route.fetch();
    const { contextToken } = (await response.json()) as { contextToken: string };
    const [head, body = "", tail] = contextToken.split(".");
    const known = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const availability = { shareTargetPicker: { permission: true, minVer: "10.3.0" } };
    const opened = Buffer.from(JSON.stringify({ ...known, availability })).toString("base64url");
    await route.fulfill({ response, json: { contextToken: [head, opened, tail].join(".") } });
  });
}

test("sharing is offered where LINE can do it; where that fails the page says so", async () => {
  for (const isAble of [false, true]) {
    const page = await openAs("葵", isAble ? { prepare: withPicker } : {});
    await newest(page).getByRole("link").click();
    await page.getByText("ひとりひとりの幸福度").waitFor();
    const offer = page.getByRole("button", { name: "友だちにシェアする" });
    expect(await offer.count()).toBe(isAble ? 1 : 0);
    if (!isAble) continue;
    await expectNoViolations(page);
    await offer.click();
    await page.getByText("いまシェアできませんでした").waitFor();
  }
}, 60_000);

test("K6: who leaves with everything is asked twice, and is gone", async () => {
  await send("楓");
  const page = await openAs("楓");
  await newest(page).waitFor();
  const [guest] = await rowsOf("Guest", "楓");
  await page.getByRole("button", { name: "すべて削除して退会する" }).click();
  await page.getByRole("button", { name: "次へ" }).click();
  await page.getByRole("button", { name: "すべて削除する", exact: true }).click();
  await page.getByRole("heading", { name: "ご参加ありがとうございました" }).waitFor();
  await expectNoViolations(page);
  await waitUntil("the end of all that is kept", async () => {
    const photos = await stack.rows("Photo");
    const own = photos.filter((row) => row["guestId"]?.S === guest?.["guestId"]?.S);
    return own.every((row) => row["state"]?.S === "removed") && (await rowsOf("Guest", "楓")).length === 0;
  });
  expect(await onBoard()).not.toContain("楓");
  // The session is over, and there is nothing to begin a new one in: one sentence, no loop.
  const addresses: string[] = [];
  await page.reload();
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  await page.getByText("ご覧いただける写真がまだありません").waitFor();
  expect(addresses).toEqual([]);
}, 120_000);
