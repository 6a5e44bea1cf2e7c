import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  EXPIRED_KEY,
  GUEST,
  HOST,
  jwt,
  MEMBER,
  openAppSync,
  PUBLIC,
  STRANGER,
  WORKER,
  type Harness,
} from "./appsync-harness.ts";

let api: Harness;
beforeAll(async () => {
  api = await openAppSync();
});
afterAll(() => api.close());

const ECHO = JSON.stringify({ query: '{ echo(text: "hi") }' });
const CONTEXT = "query Who($text: String) { context(text: $text) }";

describe("who is let in at all", () => {
  const expired = jwt({ sub: "s", exp: 1 }, "bad");
  test.each([
    ["no credentials", {}, "Valid authorization header not provided."],
    ["an unknown key", { "x-api-key": "da2-wrong" }, "You are not authorized to make this call."],
    ["an expired key", { "x-api-key": EXPIRED_KEY }, "You are not authorized to make this call."],
    [
      "a forged token",
      { authorization: jwt({ sub: "s" }, "bad") },
      "You are not authorized to make this call.",
    ],
    ["an expired token", { authorization: expired }, "Token has expired."],
    [
      "a guest that the authorizer refuses",
      { authorization: "guest:nobody" },
      "You are not authorized to make this call.",
    ],
    [
      "an authorizer that throws",
      { authorization: "guest:crash" },
      "You are not authorized to make this call.",
    ],
    [
      "an authorizer that says nothing",
      { authorization: "guest:silent" },
      "You are not authorized to make this call.",
    ],
    [
      "a nested resolver context",
      { authorization: "guest:nested" },
      "You are not authorized to make this call.",
    ],
    ["a token of another form", { authorization: "other" }, "You are not authorized to make this call."],
  ])("%s: 401", async (_, headers, message) => {
    const { status, body } = await api.post(ECHO, headers);
    expect(status).toBe(401);
    expect(body).toEqual({ errors: [{ errorType: "UnauthorizedException", message }] });
  });

  test("a bad signature gets AWS's own status and name", async () => {
    const { status, body } = await api.post(ECHO, {
      authorization: WORKER.authorization.replace("WORKER", "NOBODY"),
    });
    expect(status).toBe(403);
    expect(body.errors[0].errorType).toBe("UnrecognizedClientException");
  });

  test("a token that fails the validation expression reaches no function", async () => {
    const before = api.authorizerEvents.length;
    await api.post(ECHO, { authorization: "other" });
    expect(api.authorizerEvents).toHaveLength(before);
  });

  test.each([
    ["a JWT that nobody here signed", jwt({ sub: "line" }, "bad")],
    ["a host's JWT after the Bearer scheme", `Bearer ${jwt({ sub: "line" }, "bad")}`],
    ["a guest's token after the Bearer scheme", "Bearer guest:bearer"],
  ])("beside a user pool no function hears %s", async (_, authorization) => {
    const before = api.authorizerEvents.length;
    expect((await api.post(ECHO, { authorization })).status).toBe(401);
    expect(api.authorizerEvents).toHaveLength(before);
  });

  test("without an authorizer, what is no JWT cannot be parsed", async () => {
    const own = await openAppSync({ additional: [] });
    const { status, body } = await own.post(ECHO, { authorization: "guest:g1" });
    await own.close();
    expect(status).toBe(401);
    expect(body.errors[0].message).toBe("Unable to parse JWT token.");
  });

  test("a key that is over from now on", async () => {
    const own = await openAppSync();
    expect((await own.post(ECHO, PUBLIC)).status).toBe(200);
    own.advance(1e9 - 1);
    expect((await own.post(ECHO, PUBLIC)).status).toBe(200);
    own.advance(1);
    expect((await own.post(ECHO, PUBLIC)).status).toBe(401);
    await own.close();
  });

  test("a failing authorizer is told to the log only", () => {
    expect(api.log.join("\n")).toContain("the authorizer broke");
  });
});

describe("identity as the resolvers see it", () => {
  async function identity(headers: Record<string, string>): Promise<unknown> {
    const { data } = await api.query(CONTEXT, headers);
    return JSON.parse(data.context).identity;
  }

  test("API key: none", async () => expect(await identity(PUBLIC)).toBeNull());

  test("Lambda: the authorizer's context", async () => {
    expect(await identity(GUEST)).toEqual({ resolverContext: { guestId: "g1" } });
  });

  test("user pool, with and without the Bearer scheme", async () => {
    const expected = {
      claims: { sub: "s1", iss: "pool", "cognito:username": "hana", "cognito:groups": ["hosts"] },
      defaultAuthStrategy: "ALLOW",
      groups: ["hosts"],
      issuer: "pool",
      sourceIp: ["127.0.0.1"],
      sub: "s1",
      username: "hana",
    };
    expect(await identity(HOST)).toEqual(expected);
    expect(await identity({ authorization: `Bearer ${HOST.authorization}` })).toEqual(expected);
    expect(await identity(MEMBER)).toMatchObject({ groups: null, username: "taro" });
  });

  test("IAM: the role", async () => {
    expect(await identity(WORKER)).toMatchObject({
      accountId: "123456789012",
      userArn: "arn:aws:sts::123456789012:assumed-role/WORKER/session",
      username: "WORKER:session",
      sourceIp: ["127.0.0.1"],
    });
  });
});

describe("the authorizer", () => {
  test("is told what is asked", async () => {
    const body = JSON.stringify({ query: CONTEXT, operationName: "Who", variables: { text: "x" } });
    await api.post(body, { authorization: "guest:told" });
    expect(api.authorizerEvents.at(-1)).toEqual({
      authorizationToken: "guest:told",
      requestContext: {
        apiId: "abcdefghijklmnopqrstuvwxyz",
        accountId: "123456789012",
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        queryString: CONTEXT,
        operationName: "Who",
        variables: { text: "x" },
      },
      requestHeaders: expect.objectContaining({ authorization: "guest:told" }),
    });
  });

  test("answers from its cache until the time to live is over", async () => {
    const calls = () =>
      api.authorizerEvents.filter((event) => event.authorizationToken === "guest:cached").length;
    const token = { authorization: "guest:cached" };
    await api.query(CONTEXT, token);
    await api.query(CONTEXT, token);
    expect(calls()).toBe(1);
    api.advance(60_000);
    await api.query(CONTEXT, token);
    expect(calls()).toBe(2);
  });

  test("ttlOverride 0 is never cached", async () => {
    const token = { authorization: "guest:fresh" };
    await api.query(CONTEXT, token);
    await api.query(CONTEXT, token);
    expect(api.authorizerEvents.filter((event) => event.authorizationToken === "guest:fresh")).toHaveLength(
      2,
    );
  });

  test("denied fields are null with an error, by name and by ARN", async () => {
    const { data, errors } = await api.query("{ score { guestId points secret { word } } }", {
      authorization: "guest:limited",
    });
    expect(data.score).toEqual({ guestId: "g1", points: null, secret: null });
    expect(errors.map(({ message }: { message: string }) => message)).toEqual([
      "Not Authorized to access points on type Score",
      "Not Authorized to access word on type Secret",
    ]);
  });
});

describe("fields by mode", () => {
  const nobodys = 'mutation { publishScore(boardId: "b", guestId: "g") { guestId } }';
  const hosts = 'mutation { createThing(title: "t") }';
  test.each([
    ["a public field with the key", "{ echo }", PUBLIC, true],
    ["a public field with a user's token", "{ echo }", HOST, false],
    ["a guest's field with the key", "{ mine }", PUBLIC, false],
    ["a guest's field as guest", "{ mine }", GUEST, true],
    ["a host's field as host", hosts, HOST, true],
    ["a host's field as user without group", hosts, MEMBER, false],
    ["a host's field by the key", hosts, PUBLIC, false],
    ["a host's field by a role without policy", hosts, WORKER, false],
    ["a field of nobody's group as host", nobodys, HOST, false],
    ["a field of nobody's group by a role with a policy", nobodys, WORKER, true],
    ["a field of nobody's group by a role without one", nobodys, STRANGER, false],
    ["a guest's field by a role (no directive)", "{ mine }", WORKER, false],
    ["a type without directive follows the default mode", "{ plain { word } }", MEMBER, true],
  ])("%s: %s", async (_, query, headers, isAllowed) => {
    const { data, errors } = await api.query(query, headers);
    if (isAllowed) return expect(errors).toBeUndefined();
    const name = /\{ (\w+)/.exec(query)?.[1] ?? "";
    expect(data).toEqual({ [name]: null });
    expect(errors).toEqual([
      {
        path: [name],
        data: null,
        errorType: "Unauthorized",
        errorInfo: null,
        locations: [{ line: 1, column: query.indexOf(name) + 1, sourceName: null }],
        message: `Not Authorized to access ${name} on type ${query.startsWith("mutation") ? "Mutation" : "Query"}`,
      },
    ]);
  });

  test("a nested type's directives hold too: null where it may be null", async () => {
    const { data, errors } = await api.query("{ score { guestId secret { word } } }", PUBLIC);
    expect(data.score).toEqual({ guestId: "g1", secret: null });
    expect(errors[0]).toMatchObject({ path: ["score", "secret", "word"], errorType: "Unauthorized" });
  });
});
