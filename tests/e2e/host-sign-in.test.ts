import {
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hostInvite } from "../../cli/host-invite/host-invite.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { expectNoViolations } from "../fixtures/axe.ts";
import { launchBrowser } from "../fixtures/browser.ts";
import { clone } from "../fixtures/clone.ts";
import { lastMailed, openAsHost, typeSignIn } from "../fixtures/host-door.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// The door of the host's page in a real browser, with the user pool's real steps: SRP, first password, codes by mail.
let stack: TestStack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let admin: CognitoIdentityProviderClient;
const troubles: string[] = [];

beforeAll(async () => {
  await buildPages(clone);
  [stack, browser] = await Promise.all([startTestStack(), launchBrowser()]);
  const { awsEndpointUrl, region, credentials } = stack.endpoints;
  admin = new CognitoIdentityProviderClient({ endpoint: awsEndpointUrl, region, credentials });
}, 240_000);
afterAll(async () => {
  admin.destroy();
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: "ja-JP", viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => troubles.push(error.message));
});
afterEach(async () => {
  await context.close();
  const unexpected = troubles.splice(0);
  if (unexpected.length > 0) throw new Error(`the page complained: ${unexpected.join("; ")}`);
});

const OWN = "Hanabi-2026!";
const NEXT = "Sakura-2027?";

/** Runs the command as somebody types it; resolves to the temporary password that it prints. */
async function invite(email: string, ...options: string[]): Promise<string> {
  const lines: string[] = [];
  const port = new URL(stack.endpoints.hostUrl).port;
  const tell = (line: string): void => void lines.push(line);
  const code = await hostInvite([email, "--port", port, ...options], {
    cwd: clone,
    print: tell,
    complain: tell,
  });
  expect([code, ...lines].join("\n")).toMatch(/^0\n/);
  const password = /password {2}(\S+) /.exec(lines.join("\n"))?.[1];
  expect(password).toBe(lastMailed(stack, email));
  return password ?? "";
}

async function choosePassword(password: string): Promise<void> {
  await page.getByLabel("新しいパスワード").fill(password);
  await page.getByRole("button", { name: "決めて始める" }).click();
}

const alert = () => page.getByRole("alert").filter({ hasText: /./ });
const shell = () => page.getByRole("button", { name: "アカウントと言語" });

async function signOut(): Promise<void> {
  await shell().click();
  await page.getByRole("button", { name: "ログアウト" }).click();
  await page.getByRole("heading", { name: "ホストのログイン" }).waitFor();
}

/** Somebody who has been here before. */
async function settledHost(email: string): Promise<void> {
  const temporary = await invite(email);
  await page.goto(stack.endpoints.hostUrl);
  await typeSignIn(page, email, temporary);
  await choosePassword(OWN);
  await shell().waitFor();
}

describe("an invited host", () => {
  it("chooses an own password the first time, lands on the page that was meant, and comes back with it", async () => {
    const email = "first@example.org";
    const temporary = await invite(email);
    const told = stack.lines.filter((line) => line.includes(email));
    expect(told).toEqual([expect.stringMatching(/a mail to .* lies at http:.*\/local$/)]);
    expect(told.join()).not.toContain(temporary);
    await page.goto(`${stack.endpoints.hostUrl}/${stack.endpoints.eventId}/audit`);
    await typeSignIn(page, email, temporary);
    await page.getByRole("heading", { name: "パスワードを決めましょう" }).waitFor();
    await expectNoViolations(page);
    await choosePassword("short");
    expect(await alert().innerText()).toContain("このパスワードは使えません");
    await choosePassword(OWN);
    await page.getByText("さくら & 健 結婚披露宴").first().waitFor();
    expect(page.url()).toMatch(/\/audit$/);
    await signOut();
    await typeSignIn(page, email, OWN);
    await shell().waitFor();
    await page.reload();
    await shell().waitFor();
  });

  it("may be invited once more: only the newest temporary password counts", async () => {
    const email = "again@example.org";
    const former = await invite(email);
    const latter = await invite(email, "--resend");
    await page.goto(stack.endpoints.hostUrl);
    await typeSignIn(page, email, former);
    expect(await alert().innerText()).toContain("メールアドレスかパスワードが違います");
    await typeSignIn(page, email, latter);
    await page.getByRole("heading", { name: "パスワードを決めましょう" }).waitFor();
  });
});

describe("a forgotten password", () => {
  it("is replaced with the code from the mail, and signs in at once", async () => {
    const email = "forgetful@example.org";
    await settledHost(email);
    await signOut();
    await page.getByRole("button", { name: "パスワードを忘れた" }).click();
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByRole("button", { name: "コードを送る" }).click();
    await page.getByText(`${email} にコードをお送りしました。`).waitFor();
    await expectNoViolations(page);
    const code = lastMailed(stack, email);
    await page.getByLabel("6桁のコード").fill(code === "000000" ? "000001" : "000000");
    await page.getByLabel("新しいパスワード").fill(NEXT);
    await page.getByRole("button", { name: "再設定してログイン" }).click();
    expect(await alert().innerText()).toContain("コードが違います");
    await page.getByLabel("6桁のコード").fill(code);
    await page.getByRole("button", { name: "再設定してログイン" }).click();
    await shell().waitFor();
    await signOut();
    await typeSignIn(page, email, OWN);
    expect(await alert().innerText()).toContain("違います");
    await typeSignIn(page, email, NEXT);
    await shell().waitFor();
  });

  it("tells strangers nothing: an unknown address is answered like a known one", async () => {
    await page.goto(stack.endpoints.hostUrl);
    await page.getByRole("button", { name: "パスワードを忘れた" }).click();
    await page.getByLabel("メールアドレス").fill("nobody@example.org");
    await page.getByRole("button", { name: "コードを送る" }).click();
    await page.getByText("nobody@example.org にコードをお送りしました。").waitFor();
    await page.getByRole("button", { name: "ログインに戻る" }).click();
    await typeSignIn(page, "nobody@example.org", OWN);
    expect(await alert().innerText()).toContain("メールアドレスかパスワードが違います");
  });

  it("is told to use the invitation where there is no own password yet", async () => {
    const email = "hasty@example.org";
    await invite(email);
    await page.goto(stack.endpoints.hostUrl);
    await page.getByRole("button", { name: "パスワードを忘れた" }).click();
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByRole("button", { name: "コードを送る" }).click();
    expect(await alert().innerText()).toContain("招待メールの仮パスワードで");
  });
});

describe("at the door", () => {
  it("somebody who is no host hears so, and can leave", async () => {
    const email = "stranger@example.org";
    await settledHost(email);
    await signOut();
    const { userPoolId } = stack.endpoints;
    const member = { UserPoolId: userPoolId, Username: email, GroupName: "hosts" };
    await admin.send(new AdminRemoveUserFromGroupCommand(member));
    await typeSignIn(page, email, OWN);
    await page.getByRole("heading", { name: "ホストとして登録されていません" }).waitFor();
    await expectNoViolations(page);
    await page.getByRole("button", { name: "ログアウト" }).click();
    await page.getByRole("heading", { name: "ホストのログイン" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "ホストのログイン" }).waitFor();
  });

  it("too many wrong passwords are answered with patience", async () => {
    const email = "guessed@example.org";
    await settledHost(email);
    await signOut();
    for (let tries = 0; tries < 9; tries += 1) {
      await typeSignIn(page, email, "Wrong-2026!");
      await alert().waitFor();
    }
    await typeSignIn(page, email, OWN);
    await page.getByText("少しお休みしています").waitFor();
  });

  it("lets in by the keyboard alone, shows the password on wish, and speaks three languages", async () => {
    await page.goto(stack.endpoints.hostUrl);
    const { host } = stack.endpoints;
    await page.getByRole("heading", { name: "ホストのログイン" }).waitFor();
    await page.keyboard.type(host.username);
    await page.keyboard.press("Tab");
    await page.keyboard.type(host.password);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.getByLabel("パスワード", { exact: true }).getAttribute("type")).toBe("text");
    await page.getByRole("button", { name: "English" }).press("Enter");
    await page.getByRole("heading", { name: "Host sign-in" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByLabel("Password", { exact: true }).press("Enter");
    await page.getByRole("button", { name: "Account and language" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Account and language" }).waitFor();
  });
});

describe("a session", () => {
  it("that was ended elsewhere leads to the door, and from there to the same page", async () => {
    const { eventId, userPoolId, host } = stack.endpoints;
    await page.clock.install({ time: Date.now() });
    await openAsHost(page, stack, `/${eventId}/guests`);
    await page.clock.fastForward("02:00:00");
    await page.getByRole("link", { name: "記録" }).click();
    // The token was over and was renewed without a word.
    await page.waitForURL(/\/audit$/);
    await shell().waitFor();
    await admin.send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: host.username }));
    await page.clock.fastForward("02:00:00");
    // As a laptop that is opened again; pages that ask by themselves may be quicker.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByText("時間がたったため、ログアウトしました").waitFor();
    await expectNoViolations(page);
    await typeSignIn(page, host.username, host.password);
    await shell().waitFor();
    expect(page.url()).toMatch(/\/audit$/);
  });

  it("outlives tokens that the API does not take any more, and ends with the right to new ones", async () => {
    const { eventId, userPoolId, host } = stack.endpoints;
    await openAsHost(page, stack, `/${eventId}/nowhere`);
    await page.getByText("さくら & 健 結婚披露宴").first().waitFor();
    stack.services.userPools.expireTokens();
    await page.reload();
    await page.getByText("さくら & 健 結婚披露宴").first().waitFor();
    await admin.send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: host.username }));
    stack.services.userPools.expireTokens();
    await page.reload();
    await page.getByText("時間がたったため、ログアウトしました").waitFor();
  });

  it("ends in all tabs of a device at once", async () => {
    await openAsHost(page, stack);
    const other = await context.newPage();
    await other.goto(stack.endpoints.hostUrl);
    await other.getByRole("button", { name: "アカウントと言語" }).waitFor();
    await signOut();
    await other.getByRole("heading", { name: "ホストのログイン" }).waitFor();
  });
});

describe("the frame", () => {
  const sizes = [
    { width: 360, height: 740 },
    { width: 900, height: 700 },
    { width: 1920, height: 1080 },
  ];
  for (const colorScheme of ["light", "dark"] as const) {
    it(`fits every screen and has no barriers, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.goto(stack.endpoints.hostUrl);
      await page.getByRole("heading", { name: "ホストのログイン" }).waitFor();
      await expectNoViolations(page);
      // Of the frame itself: the pages inside have their own tests.
      await openAsHost(page, stack, `/${stack.endpoints.eventId}/nowhere`);
      await page.getByRole("heading", { name: "ページが見つかりません" }).waitFor();
      for (const size of sizes) {
        await page.setViewportSize(size);
        await expectNoViolations(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(size.width);
        const targets = await page.locator("header a, header button, nav a").all();
        for (const target of targets) {
          const box = await target.boundingBox();
          expect(box?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
          expect(box?.width, await target.innerText()).toBeGreaterThanOrEqual(44);
        }
      }
      await shell().click();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      expect(await shell().evaluate((button) => button === document.activeElement)).toBe(true);
    });
  }

  it("lets the keyboard skip to the page, and names the tab", async () => {
    await openAsHost(page, stack, `/${stack.endpoints.eventId}/nowhere`);
    await page.reload();
    await page.getByText("さくら & 健 結婚披露宴").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("main").evaluate((main) => main === document.activeElement)).toBe(true);
    expect(await page.title()).toBe("さくら & 健 結婚披露宴 · Egao");
  });
});
