import { createHash } from "node:crypto";
import { decodeJwt } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  hanako,
  liffId,
  loginChannelId,
  startLineLogin,
  taro,
  type RunningLogin,
} from "../fixtures/line-login.ts";

const pages = "http://127.0.0.1:5555";
const verifier = "v".repeat(43);
let line: RunningLogin;

beforeEach(async () => {
  line = await startLineLogin({ endpointUrl: () => `${pages}/` });
});
afterEach(() => line.close());

async function asJson(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json();
  return Object.fromEntries(Object.entries(body ?? {}));
}

describe("the login with code and PKCE", () => {
  const redirectUri = `${pages}/me/photos/1?from=card`;

  function authorizeUrl(changes: Record<string, string> = {}): URL {
    const url = new URL(`${line.origin}/liff/v1/authorize`);
    url.search = new URLSearchParams({
      app_id: liffId,
      state: "s1",
      response_type: "code",
      code_challenge_method: "S256",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      redirect_uri: redirectUri,
      ...changes,
    }).toString();
    return url;
  }

  async function logIn(userId: string): Promise<URL> {
    const body = new URLSearchParams({ user_id: userId });
    const response = await fetch(authorizeUrl(), { method: "POST", body, redirect: "manual" });
    expect(response.status).toBe(303);
    return new URL(response.headers.get("location") ?? "");
  }

  function exchange(code: string, changes: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: loginChannelId,
      appId: liffId,
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
      id_token_key_type: "JWK",
      ...changes,
    });
    return fetch(`${line.origin}/oauth2/v2.1/token`, { method: "POST", body });
  }

  it("offers the guests by name, and no name becomes markup", async () => {
    const page = await (await fetch(authorizeUrl())).text();
    expect(page).toContain(`value="${hanako.userId}">花子 &#60;3</button>`);
    expect(page).toContain(">Taro</button>");
  });

  it.each([
    ["another app", { app_id: "2000000001-zzzzzzzz" }],
    ["no PKCE", { code_challenge: "" }],
    ["a foreign redirect_uri", { redirect_uri: "https://evil.example/" }],
    ["another response_type", { response_type: "token" }],
  ])("shows an error screen for %s", async (_name, changes) => {
    expect((await fetch(authorizeUrl(changes))).status).toBe(400);
    const response = await fetch(authorizeUrl(changes), { method: "POST", redirect: "manual" });
    expect(response.status).toBe(400);
  });

  it("gives tokens of the chosen guest for the code", async () => {
    const back = await logIn(hanako.userId);
    expect(back.href.startsWith(redirectUri)).toBe(true);
    expect(back.searchParams.get("state")).toBe("s1");
    expect(back.searchParams.get("liffClientId")).toBe(loginChannelId);
    const tokens = await asJson(await exchange(back.searchParams.get("code") ?? ""));
    expect(decodeJwt(String(tokens["id_token"])).sub).toBe(hanako.userId);
    const headers = { Authorization: `Bearer ${String(tokens["access_token"])}` };
    const answered = await asJson(await fetch(`${line.origin}/v2/profile`, { headers }));
    expect(answered).toEqual({ userId: hanako.userId, displayName: hanako.displayName });
    const address = `${line.origin}/oauth2/v2.1/verify?access_token=${String(tokens["access_token"])}`;
    expect(await asJson(await fetch(address))).toEqual({
      scope: "openid profile",
      client_id: loginChannelId,
      expires_in: 43_200,
    });
  });

  it("lets a code work once", async () => {
    const code = (await logIn(hanako.userId)).searchParams.get("code") ?? "";
    expect((await exchange(code)).status).toBe(200);
    expect(await asJson(await exchange(code))).toMatchObject({ error: "invalid_grant" });
  });

  it.each([
    ["a wrong verifier", { code_verifier: "w".repeat(43) }, "invalid_grant"],
    ["another redirect_uri", { redirect_uri: `${pages}/` }, "invalid_grant"],
    ["another channel", { client_id: "1" }, "invalid_client"],
    ["a wrong secret", { client_secret: "guess" }, "invalid_client"],
    ["a refresh", { grant_type: "refresh_token" }, "unsupported_grant_type"],
    ["HS256", { id_token_key_type: "SECRET" }, "invalid_request"],
  ])("refuses %s", async (_name, changes, error) => {
    const code = (await logIn(hanako.userId)).searchParams.get("code") ?? "";
    const response = await exchange(code, changes);
    expect(response.status).toBe(400);
    expect(await asJson(response)).toMatchObject({ error });
  });

  it("forgets a code after ten minutes", async () => {
    const code = (await logIn(hanako.userId)).searchParams.get("code") ?? "";
    line.time.now += 10 * 60_000;
    expect((await exchange(code)).status).toBe(400);
  });

  it("goes back with an error when the guest cancels", async () => {
    const response = await fetch(authorizeUrl(), { method: "POST", redirect: "manual" });
    const back = new URL(response.headers.get("location") ?? "");
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: "access_denied",
      liffOAuth2Error: "true",
    });
  });

  it("ends an access token after twelve hours, and knows a forged one", async () => {
    const code = (await logIn(taro.userId)).searchParams.get("code") ?? "";
    const token = String((await asJson(await exchange(code)))["access_token"]);
    const friendship = (bearer: string): Promise<Response> =>
      fetch(`${line.origin}/friendship/v1/status`, { headers: { Authorization: `Bearer ${bearer}` } });
    expect(await asJson(await friendship(token))).toEqual({ friendFlag: false });
    expect((await friendship(`${token.slice(0, -4)}AAAA`)).status).toBe(401);
    line.time.now += 12 * 60 * 60_000;
    expect((await friendship(token)).status).toBe(401);
    const verified = await fetch(`${line.origin}/oauth2/v2.1/verify?access_token=${token}`);
    expect(verified.status).toBe(400);
  });
});

describe("LIFF", () => {
  it("redirects a LIFF URL to the endpoint with liff.state", async () => {
    const response = await fetch(`${line.origin}/liff/${liffId}/me/photos/1?x=%C3%A9`, {
      redirect: "manual",
    });
    const to = new URL(response.headers.get("location") ?? "");
    expect(to.origin).toBe(pages);
    expect([...to.searchParams]).toEqual([["liff.state", "/me/photos/1?x=%C3%A9"]]);
  });

  it.each([`/liff/${liffId}`, `/liff/${liffId}/`])("redirects %s without a state", async (path) => {
    const response = await fetch(`${line.origin}${path}`, { redirect: "manual" });
    expect(response.headers.get("location")).toBe(`${pages}/`);
  });

  it("does not know another app", async () => {
    expect((await fetch(`${line.origin}/liff/2000000001-zzzzzzzz/me`)).status).toBe(404);
    const context = await fetch(`${line.origin}/liff/v2/apps/2000000001-zzzzzzzz/contextToken`);
    expect(context.status).toBe(404);
  });

  function open(body: unknown): Promise<Response> {
    return fetch(`${line.origin}/local/liff/open`, { method: "POST", body: JSON.stringify(body) });
  }

  it("opens a page inside LINE as a guest, with the credentials in the fragment only", async () => {
    const response = await open({ userId: hanako.userId, url: `https://liff.line.me/${liffId}/me/photos/1` });
    const frame = new URL(String((await asJson(response))["frameUrl"]));
    expect(frame.searchParams.get("liff.state")).toBe("/me/photos/1");
    expect(frame.search).not.toContain(hanako.userId);
    const credentials = new URLSearchParams(frame.hash.slice(1));
    expect(decodeJwt(credentials.get("id_token") ?? "").sub).toBe(hanako.userId);
    expect(credentials.get("client_id")).toBe(loginChannelId);
    expect(decodeJwt(credentials.get("context_token") ?? "")).toMatchObject({
      type: "utou",
      endpointUrl: `${pages}/`,
    });
  });

  it("gives one guest one phone, and each opening a visit of its own", async () => {
    const url = `${line.origin}/liff/${liffId}/me/photos/1`;
    const phones = [hanako, hanako, taro].map(async ({ userId }) => {
      const frame = new URL(String((await asJson(await open({ userId, url })))["frameUrl"]));
      return new URLSearchParams(frame.hash.slice(1)).get("liff_browser")?.split(".") ?? [];
    });
    const [first, second, third] = await Promise.all(phones);
    expect(first?.[0]).toBe(second?.[0]);
    expect(first?.[1]).not.toBe(second?.[1]);
    expect(first?.[0]).not.toBe(third?.[0]);
  });

  it.each([
    ["an unknown guest", { userId: "Unobody", url: `https://liff.line.me/${liffId}/` }, 404],
    ["a page that is no LIFF app", { userId: hanako.userId, url: "https://example.com/" }, 400],
    ["another LIFF app", { userId: hanako.userId, url: "https://liff.line.me/1-aaaaaaaa/" }, 400],
    ["half a body", { userId: hanako.userId }, 400],
  ])("does not open %s", async (_name, body, status) => {
    expect((await open(body)).status).toBe(status);
  });

  it("lets every page read LINE's answers, but only this machine's pages open a phone", async () => {
    const readers = async (path: string): Promise<string | null> => {
      const response = await fetch(`${line.origin}${path}`, { method: "OPTIONS" });
      expect(response.status).toBe(204);
      return response.headers.get("access-control-allow-origin");
    };
    expect(await readers(`/liff/v2/apps/${liffId}/contextToken`)).toBe("*");
    expect(await readers("/local/liff/open")).toBe(pages);
  });
});
