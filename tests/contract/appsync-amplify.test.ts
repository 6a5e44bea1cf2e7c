import { Amplify } from "aws-amplify";
import { decodeJWT } from "aws-amplify/auth";
import { CONNECTION_STATE_CHANGE } from "aws-amplify/api";
import { Hub } from "aws-amplify/utils";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask, LoopbackSocket, watch } from "./amplify-client.ts";
import { API_KEY, HOST, openAppSync, type Harness } from "./appsync-harness.ts";

let api: Harness;
const states: string[] = [];

beforeAll(async () => {
  api = await openAppSync();
  vi.stubGlobal("WebSocket", LoopbackSocket);
  const token = decodeJWT(HOST.authorization);
  Amplify.configure(
    {
      API: {
        GraphQL: { endpoint: api.url, region: "ap-northeast-1", defaultAuthMode: "apiKey", apiKey: API_KEY },
      },
      Auth: {
        Cognito: {
          userPoolId: "ap-northeast-1_abcdefghi",
          userPoolClientId: "client",
          identityPoolId: "ap-northeast-1:0",
        },
      },
    },
    {
      Auth: {
        tokenProvider: { getTokens: async () => ({ accessToken: token, idToken: token }) },
        credentialsProvider: {
          getCredentialsAndIdentityId: async () => ({
            credentials: { accessKeyId: "WORKER", secretAccessKey: "secret" },
          }),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  );
  Hub.listen("api", ({ payload }) => {
    if (payload.event === CONNECTION_STATE_CHANGE) {
      states.push((payload.data as { connectionState: string }).connectionState); // as the client documents it
    }
  });
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await api.close();
});

const PUBLISH = `mutation { publishScore(boardId: "b", guestId: "g1", points: 3, label: "l") { boardId guestId points label } }`;
const publish = () => ask({ query: PUBLISH, authMode: "iam" });

const ON_SCORE = 'subscription { onScore(boardId: "b") { guestId points } }';

test("queries and mutations in all four modes", async () => {
  expect((await ask({ query: '{ echo(text: "hi") }' })).data).toEqual({ echo: "hi" });
  expect((await ask({ query: "{ mine }", authMode: "lambda", authToken: "guest:g7" })).data).toEqual({
    mine: "g7",
  });
  const created = await ask({ query: 'mutation { createThing(title: "t") }', authMode: "userPool" });
  expect(created.data).toEqual({ createThing: "t" });
  expect((await publish()).data.publishScore.points).toBe(3);
});

test("a denial and a refusal arrive as the client reports them", async () => {
  await expect(ask({ query: "{ mine }" })).rejects.toMatchObject({
    data: { mine: null },
    errors: [{ errorType: "Unauthorized", message: "Not Authorized to access mine on type Query" }],
  });
  await expect(
    ask({ query: "{ echo }", authMode: "lambda", authToken: "guest:nobody" }),
  ).rejects.toMatchObject({
    errors: [{ message: "Unauthorized" }],
  });
});

test("two subscriptions of different modes share a socket and hear a mutation", async () => {
  const board = watch({ query: ON_SCORE });
  const own = watch({
    query: "subscription { onMyScore { guestId label } }",
    authMode: "lambda",
    authToken: "guest:g1",
  });
  await vi.waitFor(
    () => expect(api.appsync.connections()).toMatchObject({ count: 1, subscriptionCount: 2 }),
    10_000,
  );
  await publish();
  await vi.waitFor(() => expect([board.events.length, own.events.length]).toEqual([1, 1]));
  expect(board.events).toEqual([{ onScore: { guestId: "g1", points: 3 } }]);
  expect(own.events).toEqual([{ onMyScore: { guestId: "g1", label: "l" } }]);
  board.end();
  own.end();
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);
});

test("two subscriptions to one field, each with a filter of its own", async () => {
  const [one, other] = ["b", "c"].map((boardId) =>
    watch({
      query: "subscription On($boardId: ID!) { onScore(boardId: $boardId) { boardId points } }",
      variables: { boardId },
    }),
  );
  await vi.waitFor(
    () => expect(api.appsync.connections()).toMatchObject({ count: 1, subscriptionCount: 2 }),
    10_000,
  );
  await publish();
  await ask({ query: PUBLISH.replace('"b"', '"c"').replace("points: 3", "points: 4"), authMode: "iam" });
  await vi.waitFor(() => expect(other?.events).toHaveLength(1));
  expect(one?.events).toEqual([{ onScore: { boardId: "b", points: 3 } }]);
  expect(other?.events).toEqual([{ onScore: { boardId: "c", points: 4 } }]);
  one?.end();
  other?.end();
});

test("an event that lacks a non-null field tells the page nothing but null", async () => {
  const board = watch({ query: 'subscription { onScore(boardId: "b") { guestId label } }' });
  await vi.waitFor(() => expect(api.appsync.connections().subscriptionCount).toBe(1), 10_000);
  await ask({ query: PUBLISH.replace("points label }", "points }"), authMode: "iam" });
  await publish();
  await vi.waitFor(() => expect(board.events).toHaveLength(2));
  expect(board.events).toEqual([{ onScore: null }, { onScore: { guestId: "g1", label: "l" } }]);
  board.end();
});

test("a rejected subscription ends with an error, and its sibling comes back on a new socket", async () => {
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);
  const board = watch({ query: ON_SCORE });
  await vi.waitFor(() => expect(api.appsync.connections().subscriptionCount).toBe(1), 10_000);
  const refused = watch({ query: "subscription { onMyScore { guestId } }" });
  await vi.waitFor(() => expect(refused.errors).toHaveLength(1), 10_000);
  expect(JSON.stringify(refused.errors[0])).toContain(
    "Not Authorized to access onMyScore on type Subscription",
  );
  // The client itself cuts the shared socket on an authorization error, and reconnects after 5 s.
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);
  await vi.waitFor(() => expect(api.appsync.connections().subscriptionCount).toBe(1), 15_000);
  await publish();
  await vi.waitFor(() => expect(board.events).toHaveLength(1));
  board.end();
});

test("one that is malformed ends alone: its sibling and the socket stay", async () => {
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);
  const board = watch({ query: ON_SCORE });
  await vi.waitFor(() => expect(states.at(-1)).toBe("Connected"), 10_000);
  const malformed = watch({ query: 'subscription { onScore(boardId: "b") { nothing } }' });
  await vi.waitFor(() => expect(malformed.errors).toHaveLength(1), 10_000);
  expect(JSON.stringify(malformed.errors[0])).toContain("FieldUndefined");
  await publish();
  await vi.waitFor(() => expect(board.events).toHaveLength(1));
  expect(api.appsync.connections()).toMatchObject({ count: 1, subscriptionCount: 1 });
  // So the state alone says nothing about whether messages arrive.
  expect(states.at(-1)).toBe("Connecting");
  board.end();
});

test("after a cut the client resubscribes by itself", async () => {
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);
  const board = watch({ query: ON_SCORE });
  await vi.waitFor(() => expect(api.appsync.connections().subscriptionCount).toBe(1), 10_000);
  await vi.waitFor(() => expect(states.at(-1)).toBe("Connected"));
  api.appsync.cutSockets();
  await vi.waitFor(() => expect(states.at(-1)).toBe("ConnectionDisrupted"), 10_000);
  await vi.waitFor(() => expect(api.appsync.connections().subscriptionCount).toBe(1), 15_000);
  await vi.waitFor(() => expect(states.at(-1)).toBe("Connected"), 10_000);
  await publish();
  await vi.waitFor(() => expect(board.events).toHaveLength(1));
  board.end();
});

// The last one: 15 s after a handshake without acknowledgement a forgotten timer of the client calls whatever connection
// there is by then "Disconnected", and gives up on its reconnection.
test("a connection that is refused is an error at once, and is not tried again", async () => {
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);
  const connects = () =>
    api.authorizerEvents.filter(({ requestContext }) => requestContext.operationName === "DeepDish:Connect")
      .length;
  const before = connects();
  const query = "subscription { onMyScore { guestId } }";
  const refused = watch({ query, authMode: "lambda", authToken: "guest:crash" });
  await vi.waitFor(() => expect(refused.errors).toHaveLength(1), 10_000);
  expect(JSON.stringify(refused.errors[0])).toContain("Connection failed: UnauthorizedException");
  // An authorizer's failure is never cached: each try would be heard. The client's first repetition comes after 5 s.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(connects() - before).toBe(1);
});
