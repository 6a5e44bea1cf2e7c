import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { build } from "vite";
import { listSamples } from "../../local/samples/list-samples.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { megabytes, ms, percentile } from "./statistics.ts";

const SECONDS = 6;
/** A host who looks for something draws about so fast. */
const SCROLL_PX_A_FRAME = 60;

/** The host's queue with 10,000 waiting photos in a real browser, at 1920 × 1080, without a network in between. */
export const hostQueue: Measurement = {
  name: "host queue",
  async run(): Promise<readonly Row[]> {
    const [browser, files] = await Promise.all([launchBrowser(), builtPage()]);
    try {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
      await page.route("**/*", (route) => route.fulfill(files(new URL(route.request().url()).pathname)));
      await page.goto("http://queue.test/");
      await page.waitForSelector(".queue-card .queue-picture[data-loading='false']");
      const firstMs = await page.evaluate(() => performance.now());
      const scrolling = await frames(page, SCROLL_PX_A_FRAME, 0);
      await loadAll(page);
      const heap = await heapBytes(page);
      const storm = await frames(page, 0, 100);
      return [
        { what: "host queue, 10,000 photos: opened → first pictures", measured: ms(firstMs) },
        { what: "… a frame while scrolling, p50 / p95", measured: told(scrolling) },
        { what: "… a frame with 100 changes a second, p50 / p95", measured: told(storm) },
        { what: "… memory with all photos loaded", measured: megabytes(heap) },
      ];
    } finally {
      await browser.close();
    }
  },
};

const told = (gaps: readonly number[]): string =>
  `${ms(percentile(gaps, 0.5))} / ${ms(percentile(gaps, 0.95))}`;

/** How long each frame took, ms. */
function frames(page: Page, scrollPx: number, messagesASecond: number): Promise<readonly number[]> {
  return page.evaluate(
    async ({ px, rate, forMs }) => {
      const grid = document.querySelector(".queue-grid");
      const message: unknown = Reflect.get(globalThis, "message");
      if (typeof message !== "function") throw new Error("the page takes no messages");
      const gaps: number[] = [];
      const start = performance.now();
      for (let last = start, sent = 0; last < start + forMs;) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        grid?.scrollBy(0, px);
        for (; sent < ((now - start) / 1_000) * rate; sent++) message(sent);
      }
      return gaps;
    },
    { px: scrollPx, rate: messagesASecond, forMs: SECONDS * 1_000 },
  );
}

async function loadAll(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const grid = document.querySelector(".queue-grid");
    grid?.scrollTo(0, grid.scrollHeight);
    return document.querySelector(".queue-grid__cell")?.getAttribute("aria-setsize") === "10000";
  });
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** The page as it is built for the public, and pictures as guests send them. */
async function builtPage() {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: clone,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2023",
      rolldownOptions: {
        input: [join(clone, "tests/bench/host-queue-page.ts"), join(clone, "src/host/shell/host.css")],
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const output = outputs.flatMap((each) => ("output" in each ? each.output : []));
  const script = output.flatMap((file) => (file.type === "chunk" ? [file.code] : [])).join("\n");
  const style = output.flatMap((file) =>
    file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : [],
  );
  const html = `<!doctype html><style>${style.join("")}</style><div id="root"></div><script type="module" src="/page.js"></script>`;
  const thumbnail = async (name: string) =>
    sharp(await renderSample(name))
      .resize(320, 320, { fit: "inside" })
      .jpeg()
      .toBuffer();
  const samples = listSamples().slice(0, 12);
  const pictures = await Promise.all(samples.map(({ name }) => thumbnail(name)));
  return (path: string) => {
    const picture = /^\/pictures\/(\d+)/.exec(path);
    if (picture !== null) return { contentType: "image/jpeg", body: pictures[Number(picture[1])] ?? "" };
    if (path === "/page.js") return { contentType: "text/javascript", body: script };
    return { contentType: "text/html", body: html };
  };
}
