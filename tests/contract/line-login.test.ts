import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hanako, loginChannelId, startLineLogin, taro, type RunningLogin } from "../fixtures/line-login.ts";

const pages = "http://127.0.0.1:5555";
let line: RunningLogin;

beforeEach(async () => {
  line = await startLineLogin({ endpointUrl: () => `${pages}/` });
});
afterEach(() => line.close());

function form(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(`${line.origin}${path}`, { method: "POST", body });
}

function verify(idToken: string, more: Record<string, string> = {}): Promise<Response> {
  return form("/oauth2/v2.1/verify", { id_token: idToken, client_id: loginChannelId, ...more });
}

async function asJson(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json();
  return Object.fromEntries(Object.entries(body ?? {}));
}

function keySet(): ReturnType<typeof createRemoteJWKSet> {
  return createRemoteJWKSet(new URL(`${line.origin}/oauth2/v2.1/certs`));
}

function jose(idToken: string): Promise<unknown> {
  const currentDate = new Date(line.time.now);
  return jwtVerify(idToken, keySet(), {
    issuer: "https://access.line.me",
    audience: loginChannelId,
    algorithms: ["ES256"],
    currentDate,
  });
}

describe("ID tokens", () => {
  it("are accepted by a standard verifier with the published keys", async () => {
    const idToken = await line.login.issueIdToken({ userId: hanako.userId });
    const { payload, protectedHeader } = await jwtVerify(idToken, keySet(), {
      issuer: "https://access.line.me",
      audience: loginChannelId,
      algorithms: ["ES256"],
      currentDate: new Date(line.time.now),
    });
    expect(payload).toMatchObject({ sub: hanako.userId, name: hanako.displayName });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(protectedHeader).toMatchObject({ alg: "ES256", typ: "JWT", kid: expect.any(String) });
  });

  it.each([
    ["expired", { expired: true }, /"exp" claim timestamp check failed/],
    ["for another channel", { audience: "1" }, /unexpected "aud"/],
    ["of another issuer", { issuer: "https://evil.example" }, /unexpected "iss"/],
    ["signed with an unpublished key", { unknownKey: true }, /no applicable key/],
  ])("are refused by a standard verifier when %s", async (_name, overrides, reason) => {
    const idToken = await line.login.issueIdToken({ userId: hanako.userId, ...overrides });
    await expect(jose(idToken)).rejects.toThrow(reason);
  });

  it("expire after an hour", async () => {
    const idToken = await line.login.issueIdToken({ userId: hanako.userId });
    line.time.now += 59 * 60_000;
    expect((await verify(idToken)).status).toBe(200);
    line.time.now += 2 * 60_000;
    expect(await asJson(await verify(idToken))).toMatchObject({ error_description: "IdToken expired." });
  });

  it("are not issued to nobody", async () => {
    await expect(line.login.issueIdToken({ userId: "Unobody" })).rejects.toThrow("no such LINE user");
  });

  it("stay valid when the stand-in restarts with its directory", async () => {
    const directory = mkdtempSync(join(tmpdir(), "line-login-"));
    const first = await startLineLogin({ endpointUrl: () => pages, directory });
    const idToken = await first.login.issueIdToken({ userId: hanako.userId });
    await first.close();
    await line.close();
    line = await startLineLogin({ endpointUrl: () => pages, directory });
    expect((await verify(idToken)).status).toBe(200);
    rmSync(directory, { recursive: true });
  });
});

describe("POST /oauth2/v2.1/verify", () => {
  it("answers with the claims", async () => {
    const idToken = await line.login.issueIdToken({ userId: hanako.userId, nonce: "n1" });
    const response = await verify(idToken, { nonce: "n1", user_id: hanako.userId });
    expect(response.status).toBe(200);
    expect(await asJson(response)).toMatchObject({
      iss: "https://access.line.me",
      sub: hanako.userId,
      aud: loginChannelId,
    });
  });

  it.each([
    ["Invalid IdToken.", { unknownKey: true }, {}],
    ["Invalid IdToken Issuer.", { issuer: "https://evil.example" }, {}],
    ["IdToken expired.", { expired: true }, {}],
    ["Invalid IdToken Audience.", { audience: "1" }, {}],
    ["Invalid IdToken Nonce.", {}, { nonce: "other" }],
    ["Invalid IdToken Subject Identifier.", {}, { user_id: taro.userId }],
  ])("says: %s", async (sentence, overrides, fields) => {
    const idToken = await line.login.issueIdToken({ userId: hanako.userId, ...overrides });
    const response = await verify(idToken, fields);
    expect(response.status).toBe(400);
    expect(await asJson(response)).toEqual({ error: "invalid_request", error_description: sentence });
  });

  it.each(["", "x", "a.b.c"])("refuses %j as a token", async (idToken) => {
    expect((await verify(idToken)).status).toBe(400);
  });

  it("refuses a token whose content was changed", async () => {
    const [head, , seal] = (await line.login.issueIdToken({ userId: hanako.userId })).split(".");
    const [, claims] = (await line.login.issueIdToken({ userId: taro.userId })).split(".");
    const response = await verify(`${head}.${claims}.${seal}`);
    expect(await asJson(response)).toMatchObject({ error_description: "Invalid IdToken." });
  });

  it("refuses a body that no login request has", async () => {
    expect((await verify("x".repeat(100_000))).status).toBe(413);
  });
});

it("leaves other addresses to others, and refuses other methods on its own", async () => {
  const other = await fetch(`${line.origin}/v2/bot/message/reply`, { method: "POST", body: "{}" });
  expect(await other.text()).toBe("not the login");
  expect((await fetch(`${line.origin}/oauth2/v2.1/certs`, { method: "DELETE" })).status).toBe(405);
});

it("describes itself as LINE's issuer with addresses of this machine", async () => {
  const discovery = await asJson(await fetch(`${line.origin}/.well-known/openid-configuration`));
  expect(discovery["issuer"]).toBe("https://access.line.me");
  expect(discovery["jwks_uri"]).toBe(`${line.origin}/oauth2/v2.1/certs`);
});
