import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright-core";
import type { Asked } from "./evening-worker.ts";
import type { Frames, FrameTimes } from "./frame-times.ts";
import { mainThreadTasks } from "./main-thread-tasks.ts";

/** What page.ts gives its page. */
interface BoardPage {
  readonly ask: (what: Asked) => void;
  readonly frameTimes: FrameTimes;
}

/** `busyMs` and `scriptMs`: of the main thread in each second. `cores`: processor time of all the browser's processes. */
export interface Seen {
  readonly frames: Frames;
  readonly busyMs: number;
  readonly scriptMs: number;
  readonly cores: number;
}

/** After everything that nobody needs is thrown away. `residentBytes`: the page's process with its pictures. */
export interface Held {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly residentBytes: number;
}

/** The board in a browser of the size of a projector. */
export class WatchedBoard {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #ofPage: CDPSession;
  readonly #ofBrowser: CDPSession;

  private constructor(browser: Browser, page: Page, ofPage: CDPSession, ofBrowser: CDPSession) {
    this.#browser = browser;
    this.#page = page;
    this.#ofPage = ofPage;
    this.#ofBrowser = ofBrowser;
  }

  static async open(browser: Browser, url: string): Promise<WatchedBoard> {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    page.on("pageerror", (error) => console.error("the board failed", error));
    const [ofPage, ofBrowser] = await Promise.all([
      page.context().newCDPSession(page),
      browser.newBrowserCDPSession(),
    ]);
    await ofPage.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url);
    // Other work on the machine may take its time.
    await page.waitForSelector(".entry .frame__photo", { state: "attached", timeout: 120_000 });
    return new WatchedBoard(browser, page, ofPage, ofBrowser);
  }

  ask(what: Asked): Promise<void> {
    return this.#page.evaluate((asked) => (globalThis as unknown as BoardPage).ask(asked), what);
  }

  /** What happens in the next seconds. */
  async measure(seconds: number): Promise<Seen> {
    await this.#takeFrames();
    const before = await this.#spent();
    await this.#page.waitForTimeout(seconds * 1_000);
    const after = await this.#spent();
    const perSecond = (from: number, to: number) => (to - from) / (after.at - before.at);
    return {
      frames: await this.#takeFrames(),
      busyMs: perSecond(before.tasks, after.tasks) * 1_000,
      scriptMs: perSecond(before.script, after.script) * 1_000,
      cores: perSecond(before.processors, after.processors),
    };
  }

  /** The processor time of each task of the main thread in the next seconds, ms. Tracing itself costs something. */
  async tasks(seconds: number): Promise<readonly number[]> {
    await this.#browser.startTracing(this.#page, { categories: ["disabled-by-default-devtools.timeline"] });
    await this.#page.waitForTimeout(seconds * 1_000);
    return mainThreadTasks(await this.#browser.stopTracing());
  }

  async held(): Promise<Held> {
    // Twice: what the first time frees may have held something else.
    for (let time = 0; time < 2; time += 1) await this.#ofPage.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.#ofPage.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await this.#ofPage.send("Memory.getDOMCounters");
    const renderers = (await this.#processes()).filter(({ type }) => type === "renderer");
    const resident = renderers.map(({ id }) => residentOf(id));
    return { heapBytes: usedSize, nodes, listeners: jsEventListeners, residentBytes: Math.max(...resident) };
  }

  #takeFrames(): Promise<Frames> {
    return this.#page.evaluate(() => (globalThis as unknown as BoardPage).frameTimes.take());
  }

  /** All in seconds. */
  async #spent() {
    const { metrics } = await this.#ofPage.send("Performance.getMetrics");
    const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    const processors = (await this.#processes()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    const at = performance.now() / 1_000;
    return { at, tasks: value("TaskDuration"), script: value("ScriptDuration"), processors };
  }

  async #processes() {
    return (await this.#ofBrowser.send("SystemInfo.getProcessInfo")).processInfo;
  }
}

function residentOf(pid: number): number {
  try {
    const [, kilobytes = ""] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1_024;
  } catch {
    // No /proc on this system.
    return Number.NaN;
  }
}
