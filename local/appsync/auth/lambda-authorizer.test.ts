import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LambdaAuthentication } from "../options.ts";
import type { Credentials } from "./access.ts";
import { lambdaAuthorizer } from "./lambda-authorizer.ts";

const MEGABYTE = 1_048_576;

function credentials(query: string): Credentials {
  return {
    headers: {},
    signed: { path: "/graphql", query: new URLSearchParams(), body: Buffer.from("") },
    operation: { queryString: query, variables: {} },
    sourceIp: "127.0.0.1",
  };
}

/** An authorizer whose function answers what `answer` says, with the number of its calls. */
function authorizerOf(answer: () => unknown, settings: Partial<LambdaAuthentication> = {}) {
  const lines: string[] = [];
  const world = { now: 0, calls: 0, lines };
  const { authenticate } = lambdaAuthorizer(
    {
      type: "AWS_LAMBDA",
      ttlSeconds: 60,
      authorize: async () => {
        world.calls += 1;
        return answer();
      },
      ...settings,
    },
    "api",
    () => world.now,
    (line) => lines.push(line),
  );
  return { world, ask: (token = "t", query = "{ a }") => authenticate(token, credentials(query)) };
}

const REFUSED = { status: 401, errorType: "UnauthorizedException" };

describe("what the function may answer", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "yes"],
    ["a list", [true]],
    ["no isAuthorized", { resolverContext: {} }],
    ["an isAuthorized that is no flag", { isAuthorized: "true" }],
    ["a nested context", { isAuthorized: true, resolverContext: { a: { b: 1 } } }],
    ["a list in the context", { isAuthorized: true, resolverContext: { a: [1] } }],
    ["a context of more than 5 MB", { isAuthorized: true, resolverContext: { a: "x".repeat(5 * MEGABYTE) } }],
  ])("%s is a refusal", async (_, answer) => {
    await expect(authorizerOf(() => answer).ask()).rejects.toMatchObject(REFUSED);
  });

  it("a flat context and denied fields are handed on", async () => {
    const answer = { isAuthorized: true, resolverContext: { a: "1" }, deniedFields: ["Query.b"] };
    expect(await authorizerOf(() => answer).ask()).toMatchObject({
      identity: { resolverContext: { a: "1" } },
      deniedFields: ["Query.b"],
    });
  });
});

describe("the cache", () => {
  it("keeps an answer for a token, whatever is asked with it, also a refusal", async () => {
    for (const isAuthorized of [true, false]) {
      const { world, ask } = authorizerOf(() => ({ isAuthorized }));
      await ask("t", "{ a }").catch(() => undefined);
      await ask("t", "{ b }").catch(() => undefined);
      expect(world.calls).toBe(1);
      await ask("other", "{ a }").catch(() => undefined);
      expect(world.calls).toBe(2);
    }
  });

  it.each<[string, object, number]>([
    ["the API's time to live", { isAuthorized: true }, 60_000],
    ["the answer's own", { isAuthorized: true, ttlOverride: 5 }, 5_000],
    ["the answer's own, longer", { isAuthorized: true, ttlOverride: 600 }, 600_000],
  ])("forgets after %s", async (_, answer, livesMs) => {
    const { world, ask } = authorizerOf(() => answer);
    await ask();
    world.now = livesMs - 1;
    await ask();
    expect(world.calls).toBe(1);
    world.now = livesMs;
    await ask();
    expect(world.calls).toBe(2);
  });

  it.each<[string, () => unknown, Partial<LambdaAuthentication>]>([
    ["a ttlOverride of 0", () => ({ isAuthorized: true, ttlOverride: 0 }), {}],
    ["a time to live of 0", () => ({ isAuthorized: true }), { ttlSeconds: 0 }],
    ["1 MB or more", () => ({ isAuthorized: true, resolverContext: { a: "x".repeat(MEGABYTE) } }), {}],
    ["a failure", () => Promise.reject(new Error("broken")), {}],
  ])("never keeps %s", async (_, answer, settings) => {
    const { world, ask } = authorizerOf(answer, settings);
    await ask().catch(() => undefined);
    await ask().catch(() => undefined);
    expect(world.calls).toBe(2);
  });

  it("keeps what is just under 1 MB", async () => {
    const { world, ask } = authorizerOf(() => ({
      isAuthorized: true,
      resolverContext: { a: "x".repeat(MEGABYTE - 100) },
    }));
    await ask();
    await ask();
    expect(world.calls).toBe(1);
  });
});

describe("time and form", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("refuses when the function takes more than 10 s", async () => {
    const { world, ask } = authorizerOf(() => new Promise(() => {}));
    const refusal = ask().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(world.lines).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await refusal).toMatchObject(REFUSED);
    expect(world.lines.join()).toContain("more than 10 s");
  });

  it("asks no function about a token that does not fit the expression as a whole", async () => {
    const { world, ask } = authorizerOf(() => ({ isAuthorized: true }), {
      identityValidationExpression: "guest:[a-z]+",
    });
    for (const token of ["guest:", "a guest:a", "guest:a1", "guest:a\n"]) {
      await expect(ask(token)).rejects.toMatchObject(REFUSED);
    }
    expect(world.calls).toBe(0);
    await ask("guest:a");
    expect(world.calls).toBe(1);
  });
});
