import type { Browser } from "playwright-core";
import { buildPages } from "../../local/pages/build-pages.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median } from "./statistics.ts";

const LOADS = 5;
const CPU_SLOWDOWN = 4;
/** Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const BUDGET = "3 s";

/** A guest opens the own pages from the chat on a slow phone: nothing in the cache, a session to begin. */
export const liffSlowPhone: Measurement = {
  name: "liff-slow-phone",
  async run(): Promise<readonly Row[]> {
    await buildPages(clone);
    const [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
    try {
      const userId = await stack.phones.userNamed("花子");
      await stack.phones.sendPicture(userId, await freshPicture("guest-smile", 1_000), 60_000);
      const [photo] = await stack.rows("Photo");
      const rows: Row[] = [];
      for (const path of ["/me", `/me/photos/${photo?.["photoId"]?.S}`])
        rows.push(...(await measured(browser, stack, userId, path)));
      return rows;
    } finally {
      await browser.close();
      await stack.close();
    }
  },
};

async function measured(
  browser: Browser,
  stack: TestStack,
  userId: string,
  path: string,
): Promise<readonly Row[]> {
  const loads: Load[] = [];
  for (let load = 0; load < LOADS; load += 1)
    loads.push(await coldLoad(browser, await opening(stack, userId, path)));
  const name = path === "/me" ? "the own page" : "a photo's page";
  const seconds = (times: readonly number[]): string => `${(median(times) / 1_000).toFixed(1)} s`;
  return [
    {
      what: `${name} on a slow phone (4 × slower, slow 4G), cold: first content, median of ${LOADS}`,
      measured: seconds(loads.map(({ contentMs }) => contentMs)),
      budget: BUDGET,
    },
    { what: "… the newest result is read", measured: seconds(loads.map(({ resultMs }) => resultMs)) },
  ];
}

/** Where LINE's own browser goes when the guest taps the button: with fresh credentials each time. */
async function opening({ endpoints }: TestStack, userId: string, path: string): Promise<string> {
  const body = JSON.stringify({ userId, url: `${endpoints.liffUrl}${path}` });
  const response = await fetch(`${endpoints.lineApiUrl}/local/liff/open`, { method: "POST", body });
  const opened: unknown = await response.json();
  if (typeof opened !== "object" || opened === null || !("frameUrl" in opened))
    throw new Error("LINE opens no page");
  return String(opened.frameUrl);
}

interface Load {
  /** Since the phone began to open the address. */
  readonly contentMs: number;
  readonly resultMs: number;
}

async function coldLoad(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const phone = await context.newCDPSession(page);
    await phone.send("Network.enable");
    await phone.send("Network.emulateNetworkConditions", slow4G);
    await phone.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    // LIFF leaves the address that LINE opens for the one that is meant: both are waited for.
    const seen: number[] = [];
    await page.exposeFunction("sawContent", (at: number) => seen.push(at));
    await page.addInitScript(watchContent);
    const openedAt = Date.now();
    await page.goto(address, { waitUntil: "commit" });
    const result = await page.waitForFunction(resultAt, undefined, { polling: "raf", timeout: 60_000 });
    return {
      contentMs: Math.min(...seen) - openedAt,
      resultMs: Number(await result.jsonValue()) - openedAt,
    };
  } finally {
    await context.close();
  }
}

/** In the page: tells when it first painted something, in milliseconds since the epoch. */
function watchContent(): void {
  const tell: unknown = Reflect.get(globalThis, "sawContent");
  if (typeof tell !== "function") throw new Error("nobody wants to know");
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === "first-contentful-paint") tell(performance.timeOrigin + startTime);
  }).observe({ type: "paint", buffered: true });
}

/** In the page: when the points stand there. */
function resultAt(): number | undefined {
  const hasPoints = /\d\.\d\s*pt/.test(document.body?.innerText ?? "");
  return hasPoints ? performance.timeOrigin + performance.now() : undefined;
}
