import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dev, startDev } from "../../local/dev/start-dev.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { copyClone, type CopyOfClone } from "../fixtures/copy-of-clone.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Pages that are being worked on, in a real browser on the same addresses as the built ones.
let copy: CopyOfClone;
let data: string;
let dev: Dev;
let browser: Browser;
const lines: string[] = [];

beforeAll(async () => {
  copy = copyClone();
  data = mkdtempSync(join(tmpdir(), "egao-dev-"));
  [dev, browser] = await Promise.all([
    startDev({ clone: copy.directory, dataDirectory: data, port: 0, log: (line) => lines.push(line) }),
    launchBrowser(),
  ]);
}, 600_000);
afterAll(async () => {
  await browser.close();
  await dev.close();
  copy.remove();
  rmSync(data, { recursive: true });
});

const LONG_MS = 300_000;

async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

/** Changes a file, sees the page follow without loading anew, and puts the file back. */
async function follows(
  page: Page,
  file: string,
  [from, to]: readonly [string, string],
  isSo: () => Promise<boolean>,
) {
  await page.evaluate(() => Object.assign(window, { isStillTheSame: true }));
  const before = copy.read(file);
  copy.edit(file, from, to);
  await waitUntil(`${file} shows`, isSo);
  expect(await page.evaluate(() => "isStillTheSame" in window)).toBe(true);
  copy.write(file, before);
  await waitUntil(`${file} is as before`, async () => !(await isSo()));
}

test(
  "the subscriptions of an open board stay when a resolver is exchanged",
  async () => {
    const page = await open(dev.stack().endpoints.boardUrl);
    const connections = () => {
      const { count, subscriptionCount } = dev.stack().api.connections();
      return { count, subscriptionCount };
    };
    await waitUntil("the board listens", () => connections().subscriptionCount === 3);
    const sockets: string[] = [];
    page.on("websocket", (socket) => sockets.push(socket.url()));
    copy.edit("amplify/data/resolvers/board.js", "export function response", "\nexport function response");
    await waitUntil("the exchange is told", () =>
      lines.some((line) => line.startsWith("dev: board.js exchanged")),
    );
    expect(connections()).toEqual({ count: 1, subscriptionCount: 3 });
    expect(sockets).toEqual([]);
    await page.close();
  },
  LONG_MS,
);

describe("a page's source", () => {
  test(
    "of the board shows at once, beside its live subscriptions and with the local shims",
    async () => {
      const page = await open(dev.stack().endpoints.boardUrl);
      await waitUntil("the board listens", () => dev.stack().api.connections().subscriptionCount > 0);
      const header = page.locator("h1").first();
      await header.waitFor();
      await follows(
        page,
        "src/board/quiet-screen.tsx",
        ["<h1", '<h1 data-new="yes"'],
        async () => (await page.locator('h1[data-new="yes"]').count()) > 0,
      );
      expect(lines.some((line) => /^pages: .*hmr update .*quiet-screen\.tsx/.test(line))).toBe(true);
      await page.close();
    },
    LONG_MS,
  );

  test(
    "of the chat and of the stack's page shows at once",
    async () => {
      const chat = await open(dev.stack().endpoints.chatUrl);
      await chat.locator(".top-bar").waitFor();
      await follows(
        chat,
        "local/chat/stage/app.tsx",
        ['className="top-bar"', 'className="top-bar new"'],
        async () => (await chat.locator(".top-bar.new").count()) > 0,
      );
      await chat.close();
      const local = await open(`${dev.stack().origins.main}/local`);
      await local.getByRole("heading", { name: "Queues" }).waitFor();
      await local.getByText("following its sources").waitFor();
      await follows(
        local,
        "local/page/parts/queues-card.tsx",
        [">Queues<", ">Rows of messages<"],
        async () => (await local.getByRole("heading", { name: "Rows of messages" }).count()) > 0,
      );
      await local.close();
    },
    LONG_MS,
  );

  test(
    "that is broken is told with file and line, and shows again once it is mended",
    async () => {
      const page = await open(`${dev.stack().origins.main}/local`);
      await page.getByRole("heading", { name: "Queues" }).waitFor();
      const file = "local/page/parts/queues-card.tsx";
      const before = copy.read(file);
      copy.write(file, `${before}\nconst broken = {{;\n`);
      const line = before.split("\n").length + 1;
      await waitUntil("the fault is told", () =>
        lines.some(
          (told) =>
            told.startsWith("pages: ERROR") && told.includes("queues-card.tsx") && told.includes(`${line}:`),
        ),
      );
      expect(await page.getByRole("heading", { name: "Functions" }).count()).toBe(1);
      copy.write(file, before.replace(">Queues<", ">Rows of messages<"));
      await page.getByRole("heading", { name: "Rows of messages" }).waitFor();
      await page.close();
    },
    LONG_MS,
  );
});
