import { randomUUID } from "node:crypto";
import {
  CognitoIdentityProvider,
  type GetUserCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";
import { messagingApi } from "@line/bot-sdk";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { signedHeaders } from "../../functions/shared/aws-signature.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { connect, type Client } from "./appsync-socket.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ worksOffQueues: false });
}, 120_000);
afterAll(() => stack.close());
afterEach(() => stack.faults.set({}));

const local = (path: string, init: RequestInit = {}) =>
  fetch(`${stack.origins.main}/local/faults${path}`, init);
const putPlan = (plan: unknown) => local("", { method: "PUT", body: JSON.stringify(plan) });
const command = async (name: string): Promise<unknown> =>
  (await local(`/${name}`, { method: "POST" })).json();

const boardQuery = () => ({
  query: `query ($id: ID!) { board(boardId: $id) { standings { guestId } } }`,
  variables: { id: stack.endpoints.boardId },
});
const graphql = (
  body: unknown = boardQuery(),
  headers: Record<string, string> = { "x-api-key": stack.endpoints.apiKey },
) => fetch(stack.endpoints.graphqlUrl, { method: "POST", body: JSON.stringify(body), headers });
const tokens = () =>
  stack.services.userPools.signInAs(
    stack.endpoints.userPoolId,
    stack.endpoints.userPoolClientId,
    stack.endpoints.host.username,
  );
/** One row by one resolver, asked for as a function does: signed, without repeating it. */
async function record(): Promise<void> {
  const url = new URL(stack.endpoints.graphqlUrl);
  const query = `mutation ($id: ID!) {
    claimDelivery(deliveryId: $id, kind: "test", recordedAt: 1, expiresAt: 2000000000) { isWon } }`;
  const body = JSON.stringify({ query, variables: { id: randomUUID() } });
  const { accessKeyId, secretAccessKey } = stack.services.identities.administrator;
  const key = { accessKeyId, secretAccessKey, sessionToken: undefined };
  const { region } = stack.endpoints;
  const headers = signedHeaders(
    url,
    { "content-type": "application/json" },
    body,
    { ...key, region, service: "appsync" },
    new Date(),
  );
  const { errors } = (await (await fetch(url, { method: "POST", headers, body })).json()) as {
    errors?: { errorType: string }[];
  };
  if (errors !== undefined) throw new Error(errors.map(({ errorType }) => errorType).join());
}
const records = async () => (await stack.rows("Delivery")).length;

describe("a GraphQL request", () => {
  it("is throttled with 429 and fails with 500", async () => {
    await putPlan({ calls: { "appsync:GraphQL": { throttlePerSecond: 0.001 } } });
    expect((await graphql()).status).toBe(200);
    const throttled = await graphql();
    expect([throttled.status, await throttled.json()]).toMatchObject([
      429,
      { errors: [{ errorType: "TooManyRequestsException" }] },
    ]);
    await putPlan({ calls: { "appsync:*": { failBefore: 1 } } });
    expect((await graphql()).status).toBe(500);
  });

  it("is lost before or after its work", async () => {
    const before = await records();
    await putPlan({ calls: { "appsync:GraphQL": { dropBefore: 1 } } });
    await expect(record()).rejects.toThrow("fetch failed");
    expect(await records()).toBe(before);
    await putPlan({ calls: { "appsync:GraphQL": { dropAfter: 1 } } });
    await expect(record()).rejects.toThrow("fetch failed");
    expect(await records()).toBe(before + 1);
  });

  it.each([
    ["failBefore", "DynamoDB:InternalServerError", 0],
    ["dropBefore", "DynamoDB:InternalServerError", 0],
    ["failAfter", "DynamoDB:InternalServerError", 1],
    ["dropAfter", "DynamoDB:InternalServerError", 1],
  ])("has a table that fails: %s", async (fault, errorType, written) => {
    const before = await records();
    await putPlan({ calls: { "dynamodb:PutItem": { [fault]: 1 } } });
    await expect(record()).rejects.toThrow(errorType);
    expect(await records()).toBe(before + written);
  });

  it("has a table that is throttled, in the words of tables on demand", async () => {
    await putPlan({ calls: { "dynamodb:PutItem": { throttlePerSecond: 0.001 } } });
    await record();
    await expect(record()).rejects.toThrow("DynamoDB:ThrottlingException");
  });

  it("is watched, as are the calls of its data sources", async () => {
    const told: string[] = [];
    const unwatch = stack.faults.watch(({ action, phase, principal }) => {
      told.push(`${phase} ${action} ${principal.replace(/^.*assumed-role\/|-.*$/g, "")}`);
    });
    await graphql();
    unwatch();
    expect(told[0]).toBe("before appsync:GraphQL API_KEY");
    expect(told.at(-1)).toBe("after appsync:GraphQL API_KEY");
    expect(told.some((line) => line.startsWith("before dynamodb:"))).toBe(true);
    expect(told.filter((line) => line.startsWith("before")).length).toBe(told.length / 2);
  });
});

describe("a function's address", () => {
  const webhook = () => stack.line.sendWebhook('{"destination":"U","events":[]}');

  it.each([
    [{ throttlePerSecond: 0.001 }, 429],
    [{ failBefore: 1 }, 502],
    [{ failAfter: 1, status: 503 }, 503],
    [{ dropBefore: 1 }, 0],
    [{ dropAfter: 1 }, 0],
  ])("answers with %j as LINE sees it: %i", async (faults, statusCode) => {
    await putPlan({ calls: { "lambda:InvokeFunctionUrl": faults } });
    if ("throttlePerSecond" in faults) expect((await webhook()).statusCode).toBe(200);
    expect((await webhook()).statusCode).toBe(statusCode);
    await putPlan({});
    expect((await webhook()).statusCode).toBe(200);
  });
});

describe("the CDN", () => {
  const picture = () => fetch(`${stack.origins.cdn}/nothing.jpg`);

  it("is overrun, broken and cut off", async () => {
    await putPlan({ calls: { "cdn:Get": { throttlePerSecond: 0.001 } } });
    expect((await picture()).status).toBe(403);
    expect((await picture()).status).toBe(503);
    await putPlan({ calls: { "cdn:*": { failBefore: 1 } } });
    expect((await picture()).status).toBe(502);
    await putPlan({ calls: { "cdn:*": { dropAfter: 1 } } });
    await expect(picture()).rejects.toThrow("fetch failed");
  });
});

describe("tokens that are ended", () => {
  it("of a chat are counted, and ended for good", async () => {
    const { userId } = stack.line.guests.create({ displayName: "花子", language: "ja" });
    stack.line.guests.follow(userId);
    stack.line.guests.sendText(userId, "こんにちは");
    await stack.line.idle();
    const signIns = stack.services.userPools.expireTokens();
    expect(await command("expire-tokens")).toEqual({ count: 2 + signIns });
    expect(await command("expire-tokens")).toEqual({ count: signIns });
  });

  it("of a host are refused by AppSync and Cognito until they are refreshed", async () => {
    const { AccessToken, IdToken, RefreshToken = "" } = tokens();
    const client = new CognitoIdentityProvider({
      endpoint: stack.endpoints.userPoolEndpoint,
      region: stack.endpoints.region,
      credentials: stack.endpoints.credentials,
    });
    const asked = (Authorization: string) => graphql({ query: "{ __typename }" }, { Authorization });
    const whoAmI = (token: string): Promise<GetUserCommandOutput> => client.getUser({ AccessToken: token });
    expect((await asked(AccessToken)).status).toBe(200);
    expect((await whoAmI(AccessToken)).Username).toBeTruthy();

    await command("expire-tokens");
    for (const token of [AccessToken, IdToken]) {
      const refused = await asked(token);
      expect([refused.status, await refused.json()]).toMatchObject([
        401,
        { errors: [{ errorType: "UnauthorizedException", message: "Token has expired." }] },
      ]);
    }
    await expect(whoAmI(AccessToken)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Access Token has expired",
    });

    const refreshed = await client.initiateAuth({
      AuthFlow: "REFRESH_TOKEN_AUTH",
      ClientId: stack.endpoints.userPoolClientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    });
    const fresh = refreshed.AuthenticationResult?.AccessToken ?? "";
    expect((await asked(fresh)).status).toBe(200);
    expect((await whoAmI(fresh)).Username).toBeTruthy();
  });

  it("of LINE Login are expired where LINE is asked", async () => {
    const { userId } = stack.line.guests.create({ displayName: "次郎", language: "ja" });
    const verdict = async (idToken: string) => {
      const body = new URLSearchParams({ id_token: idToken, client_id: stack.endpoints.loginChannelId });
      return (await fetch(`${stack.origins.line}/oauth2/v2.1/verify`, { method: "POST", body })).json();
    };
    const old = await stack.login.issueIdToken({ userId });
    expect(await verdict(old)).toMatchObject({ sub: userId });
    await command("expire-tokens");
    expect(await verdict(old)).toMatchObject({ error_description: "IdToken expired." });
    expect(await verdict(await stack.login.issueIdToken({ userId }))).toMatchObject({ sub: userId });
  });
});

describe("sockets of subscriptions", () => {
  const join = (): Promise<Client> => {
    const { graphqlUrl, realtimeUrl, apiKey } = stack.endpoints;
    return connect(
      { realtimeUrl },
      { authorization: { "x-api-key": apiKey, host: new URL(graphqlUrl).host } },
    );
  };

  it("are all cut on command, without a closing handshake", async () => {
    const clients = await Promise.all([join(), join(), join()]);
    await Promise.all(clients.map((client) => client.next("connection_ack")));
    expect(await command("cut-sockets")).toEqual({ count: 3 });
    expect(await Promise.all(clients.map((client) => client.closed()))).toEqual([1006, 1006, 1006]);
    expect(await command("cut-sockets")).toEqual({ count: 0 });
  });

  it("are cut at random as often as the plan says, one by one", async () => {
    const clients = await Promise.all(Array.from({ length: 12 }, join));
    await Promise.all(clients.map((client) => client.next("connection_ack")));
    let closed = 0;
    for (const client of clients) void client.closed().then(() => (closed += 1));
    await putPlan({ cutSocketsPerMinute: 60 });
    await vi.waitFor(() => expect(closed).toBeGreaterThan(0), 10_000);
    expect(closed).toBeLessThan(12);
    await putPlan({});
    const { count } = stack.api.connections();
    expect(count).toBeGreaterThan(0);
    expect(await command("cut-sockets")).toEqual({ count });
  });
});

describe("LINE", () => {
  it("is throttled and fails for its own client", async () => {
    const client = new messagingApi.MessagingApiClient({
      channelAccessToken: stack.endpoints.channelAccessToken,
      baseURL: stack.endpoints.lineApiUrl,
    });
    await putPlan({ calls: { "line:getBotInfo": { throttlePerSecond: 0.001 } } });
    await client.getBotInfo();
    await expect(client.getBotInfo()).rejects.toMatchObject({ status: 429 });
    await putPlan({ calls: { "line:*": { failBefore: 1 } } });
    await expect(client.getBotInfo()).rejects.toMatchObject({ status: 500 });
    await putPlan({ calls: { "line:*": { dropBefore: 1 } } });
    await expect(client.getBotInfo()).rejects.toThrow("fetch failed");
  });
});
