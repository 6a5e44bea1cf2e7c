import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildPages } from "../../local/pages/build-pages.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// The page about the stack itself, as somebody uses it who rehearses an evening.
let stack: TestStack;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(`${stack.origins.main}/local`);
  await page.getByRole("heading", { name: "Queues" }).waitFor();
});
afterEach(async () => {
  stack.faults.set({});
  await page.close();
  const unexpected = troubles.splice(0);
  if (unexpected.length > 0) throw new Error(`the page complained: ${unexpected.join("; ")}`);
});

const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const preset = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
const isPressed = async (name: string) => (await preset(name).getAttribute("aria-pressed")) === "true";

describe("the page of the stack", () => {
  test("shows a photo's way, what the functions did and which message still waits", async () => {
    const guest = await stack.phones.userNamed("Hanako");
    await stack.phones.sendPicture(guest, await renderSample("bride"), 60_000);
    const way = page
      .getByRole("listitem")
      .filter({ has: page.locator("code") })
      .first();
    await way.getByText(/card sent, .* after LINE got it/).waitFor();
    expect(await way.getByRole("listitem").allInnerTexts()).toEqual([
      "received",
      expect.stringMatching(/^read: 1 face, \d+\.\d pt → shown$/),
      "on the boards",
      expect.stringMatching(/^card sent, \d+\.\d s after LINE got it$/),
    ]);
    const { invocations } = stack.services.lambda.metrics().get("line-worker") ?? { invocations: 0 };
    expect(invocations).toBeGreaterThan(0);
    await row("line-worker")
      .getByRole("cell", { name: String(invocations), exact: true })
      .first()
      .waitFor();
    expect(await row("line-worker").getByRole("cell").nth(1).innerText()).toBe("0");
    expect(await row("Chat queue").getByRole("cell").allInnerTexts()).toEqual([
      "0",
      "0",
      String(stack.reminders()),
    ]);
  });

  test("shows what went wrong, with nobody's LINE id", async () => {
    const userId = `U${"0123456789abcdef".repeat(2)}`;
    stack.log(`gateway: refused: ${userId} may not`);
    await page.getByText("refused: U… may not").waitFor();
    expect(await page.content()).not.toContain(userId);
  });

  test("leads to chat, board and addresses, and tells the host's account", async () => {
    const { endpoints } = stack;
    expect(await page.getByRole("link", { name: "Chat", exact: true }).getAttribute("href")).toBe(
      endpoints.chatUrl,
    );
    expect(await page.getByRole("link", { name: "Board", exact: true }).getAttribute("href")).toBe(
      endpoints.boardUrl,
    );
    for (const text of [
      endpoints.host.username,
      endpoints.host.password,
      endpoints.graphqlUrl,
      endpoints.cdnUrl,
    ]) {
      expect(await page.getByText(text, { exact: true }).count()).toBe(1);
    }
  });

  test("says when the stack does not answer any more, and when it is back", async () => {
    await page.route("**/local/state.json", (route) => route.abort());
    await page.getByText("does not answer").waitFor();
    await page.unroute("**/local/state.json");
    await page.getByText("all is well", { exact: true }).waitFor();
    // The browser's own words about the calls that this test has cut off.
    expect(troubles.splice(0).every((text) => text.includes("ERR_FAILED"))).toBe(true);
  });

  test.each([1280, 390])("has nothing to scroll sideways at %i pixels", async (width) => {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe("the switches", () => {
  test("put presets into the plan and take them out again, by keyboard alone", async () => {
    await preset("Bad network").focus();
    await page.keyboard.press("Space");
    await page.getByText("Bad network: on").waitFor();
    expect(stack.faults.plan).toMatchObject({ calls: { "*": { dropBefore: 0.03 } }, cutSocketsPerMinute: 2 });
    await waitUntil("the switch is on", () => isPressed("Bad network"));
    await preset("AWS stumbles").focus();
    await page.keyboard.press("Enter");
    await page.getByText("2 kinds of faults on").waitFor();
    await preset("Bad network").click();
    await page.getByText("Bad network: off").waitFor();
    expect(stack.faults.plan).toEqual({ calls: { "*": { failBefore: 0.05, failAfter: 0.03 } } });
    await page.getByRole("button", { name: "All well again" }).click();
    await page.getByText("all is well", { exact: true }).waitFor();
    expect(stack.faults.plan).toEqual({});
    expect(await isPressed("AWS stumbles")).toBe(false);
  });

  test("show what was switched on elsewhere", async () => {
    stack.faults.set({ clockOffsetMs: 3_600_000, seed: 3 });
    await waitUntil("the switch is on", () => isPressed("Clock"));
    await page.getByText("The whole plan").click();
    expect(JSON.parse(await page.getByLabel("What holds now").inputValue())).toEqual(stack.faults.plan);
  });

  test("take a plan as it is written, and say what is wrong about one", async () => {
    await page.getByText("The whole plan").click();
    const plan = page.getByLabel("What holds now");
    const apply = page.getByRole("button", { name: "Apply" });
    await plan.fill('{"queues":{"duplicate":2}}');
    await apply.click();
    await page.getByText(/Too big.*queues\.duplicate/s).waitFor();
    expect(stack.faults.plan).toEqual({});
    expect(await plan.inputValue()).toBe('{"queues":{"duplicate":2}}');
    await plan.fill("{nonsense");
    await apply.click();
    await page.getByRole("alert").getByText("This is not JSON").waitFor();
    await plan.fill('{"queues":{"duplicate":0.5}}');
    await apply.click();
    await page.getByText("The plan holds").waitFor();
    expect(stack.faults.plan).toEqual({ queues: { duplicate: 0.5 } });
    // The browser's own words about the plan that was refused.
    expect(troubles.splice(0)).toEqual([expect.stringContaining("400")]);
  });

  test("cut the sockets that there are", async () => {
    const board = await browser.newPage();
    await board.goto(stack.endpoints.boardUrl);
    await waitUntil("the board listens", () => stack.api.connections().subscriptionCount > 0);
    await page.getByRole("button", { name: "Cut sockets" }).click();
    await page.getByText("1 socket was cut").waitFor();
    await board.close();
  });
});
