import { decodeJwt } from "jose";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../fixtures/browser.ts";
import { serveLiffPage, type ServedPages } from "../fixtures/liff-page.ts";
import { hanako, liffId, startLineLogin, taro, type RunningLogin } from "../fixtures/line-login.ts";

// The unmodified SDK in a real browser against the stand-in. Nothing may leave this machine.
let browser: Browser;
let pages: ServedPages;
let line: RunningLogin;
let context: BrowserContext;
let page: Page;
let outside: string[];
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  pages = await serveLiffPage(() => line.origin);
  line = await startLineLogin({ endpointUrl: () => `${pages.origin}/`, now: Date.now() });
});
afterAll(async () => {
  await browser.close();
  await pages.close();
  await line.close();
});

beforeEach(async () => {
  line.time.now = Date.now();
  outside = [];
  complaints = [];
  context = await browser.newContext();
  context.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:")) outside.push(request.url());
  });
  context.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  if (outside.length > 0) throw new Error(`requests left this machine: ${outside.join(", ")}`);
  if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join(", ")}`);
});

interface Shown {
  readonly path: string;
  readonly isInClient: boolean;
  readonly idToken?: string;
  readonly person?: string;
}

async function shown(place: Page | Frame): Promise<Shown> {
  await place.waitForFunction(() => document.querySelector("output")?.textContent !== "");
  // The page of the fixture writes this very shape.
  return JSON.parse((await place.textContent("output")) ?? "") as Shown;
}

function subjectOf(answer: Shown): string | undefined {
  return decodeJwt(answer.idToken ?? "").sub;
}

describe("in a browser outside LINE", () => {
  it("goes from the LIFF address through the login to the page, as the chosen guest", async () => {
    await page.goto(`${line.origin}/liff/${liffId}/me/photos/1?from=card`);
    await page.getByRole("button", { name: "Taro" }).click();
    const answer = await shown(page);
    expect(answer).toMatchObject({ path: "/me/photos/1?from=card", isInClient: false });
    expect(subjectOf(answer)).toBe(taro.userId);
    await page.reload();
    expect((await shown(page)).idToken).toBe(answer.idToken);
  });

  it("comes back without a token when the guest cancels, and does not ask again by itself", async () => {
    await page.goto(`${pages.origin}/me/photos/1`);
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await shown(page)).toEqual({ path: "/me/photos/1", isInClient: false });
    expect(complaints.splice(0)).toEqual(["LIFF did not start: INIT_FAILED"]);
    expect(page.url()).toBe(`${pages.origin}/me/photos/1`);
  });
});

describe("in the frames of the chat", () => {
  async function openFrame(userId: string, path: string, name: string): Promise<Frame> {
    const response = await fetch(`${line.origin}/local/liff/open`, {
      method: "POST",
      body: JSON.stringify({ userId, url: `https://liff.line.me/${liffId}${path}` }),
    });
    const opened = (await response.json()) as { frameUrl: string };
    await page.evaluate(
      ({ src, id }) => {
        const frame = document.getElementById(id) ?? document.createElement("iframe");
        frame.id = id;
        frame.setAttribute("src", src);
        document.body.append(frame);
      },
      { src: opened.frameUrl, id: name },
    );
    const handle = await page.waitForSelector(`iframe#${name}`);
    const frame = await handle.contentFrame();
    if (frame === null) throw new Error("the phone has no page");
    await frame.waitForURL((url) => url.pathname === path.split("?")[0]);
    return frame;
  }

  beforeEach(async () => {
    await page.goto(`${pages.origin}/chat`);
  });

  it("opens the page as the guest of the phone, without a login", async () => {
    const answer = await shown(await openFrame(hanako.userId, "/me/photos/1?from=card", "a"));
    expect(answer).toMatchObject({ path: "/me/photos/1?from=card", isInClient: true });
    expect(subjectOf(answer)).toBe(hanako.userId);
  });

  it("keeps two phones side by side apart, also after a reload", async () => {
    const [first, second] = [
      await openFrame(hanako.userId, "/me/photos/1", "a"),
      await openFrame(taro.userId, "/me/photos/2", "b"),
    ];
    const answers = [await shown(first), await shown(second)];
    expect(answers.map(subjectOf)).toEqual([hanako.userId, taro.userId]);
    expect(new Set(answers.map((answer) => answer.person)).size).toBe(2);
    await first.evaluate(() => {
      const output = document.querySelector("output");
      if (output !== null) output.textContent = "";
      location.reload();
    });
    expect(subjectOf(await shown(first))).toBe(hanako.userId);
    expect(await page.evaluate(() => sessionStorage.getItem("LIFF_STORE:isInClient"))).toBeNull();
  });

  it("begins a new session with each opening, with fresh credentials", async () => {
    const before = await shown(await openFrame(hanako.userId, "/me/photos/1", "a"));
    const again = await shown(await openFrame(hanako.userId, "/me/photos/2", "a"));
    expect(again.idToken).not.toBe(before.idToken);
    expect(again.person).toBe(before.person);
    const kept = await page.evaluate(() => Object.keys(sessionStorage).map((key) => key.split(" ").at(3)));
    expect(new Set(kept).size).toBe(1);
  });

  it("leaves no credentials in the address", async () => {
    const frame = await openFrame(hanako.userId, "/me/photos/1", "a");
    await shown(frame);
    expect(frame.url()).toBe(`${pages.origin}/me/photos/1`);
  });
});
