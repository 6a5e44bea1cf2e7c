import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { Amplify } from "aws-amplify";
import * as auth from "aws-amplify/auth";
import { cognitoUserPoolsTokenProvider } from "aws-amplify/auth/cognito";
import { ConsoleLogger } from "aws-amplify/utils";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAuthenticator } from "../../local/aws/gateway/authenticator.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import type { RestRequest } from "../../local/aws/service.ts";
import { ask, LoopbackSocket, watch } from "./amplify-client.ts";
import { API_KEY, openAppSync, type Harness } from "./appsync-harness.ts";
import { API_ID } from "./appsync-example-api.ts";
import { CLIENT_ID, PASSWORD, POOL_ID, startPools } from "./cognito-harness.ts";

const EMAIL = "hanako@example.com";
const ROLE = "arn:aws:iam::123456789012:role/publisher";

/** Signatures are checked as the gateway checks them; the role may publish and listen, nothing else. */
function openRole() {
  const identities = createIdentities();
  const fields = ["Mutation/fields/publishScore", "Subscription/fields/onScore"];
  const Resource = fields.map(
    (field) => `arn:aws:appsync:ap-northeast-1:123456789012:apis/${API_ID}/types/${field}`,
  );
  identities.addRole({
    roleArn: ROLE,
    policies: [
      { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "appsync:GraphQL", Resource }] },
    ],
  });
  const authenticate = createAuthenticator({ clock: Date.now, identities });
  return {
    keys: identities.credentialsFor(ROLE, "contract"),
    mode: {
      type: "AWS_IAM" as const,
      identify: (request: RestRequest) =>
        authenticate(
          { ...request, query: request.query.toString() },
          { dialect: "json", service: "appsync" },
        ),
    },
  };
}

let api: Harness;
let pool: Awaited<ReturnType<typeof startPools>>;
let keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
const stored = new Map<string, string>();

beforeEach(async () => {
  pool = await startPools();
  const user = { UserPoolId: POOL_ID, Username: EMAIL };
  await pool.admin.send(
    new AdminCreateUserCommand({ ...user, TemporaryPassword: "Temporary-1", MessageAction: "SUPPRESS" }),
  );
  await pool.admin.send(new AdminAddUserToGroupCommand({ ...user, GroupName: "hosts" }));
  const role = openRole();
  keys = role.keys;
  api = await openAppSync({
    defaultAuthentication: {
      type: "AMAZON_COGNITO_USER_POOLS",
      verify: (token) => pool.pools.verify(token, POOL_ID),
    },
    additional: [{ type: "API_KEY", keys: [{ id: API_KEY, expiresAt: Date.now() + 1e9 }] }, role.mode],
  });
  vi.stubGlobal("WebSocket", LoopbackSocket);
  ConsoleLogger.LOG_LEVEL = "ERROR"; // it warns of every endpoint that is not AWS's own
  Amplify.configure(
    {
      API: { GraphQL: { endpoint: api.url, region: "ap-northeast-1", defaultAuthMode: "userPool" } },
      Auth: {
        Cognito: { userPoolId: POOL_ID, userPoolClientId: CLIENT_ID, userPoolEndpoint: pool.origin },
      },
    },
    {
      Auth: {
        tokenProvider: cognitoUserPoolsTokenProvider,
        credentialsProvider: {
          getCredentialsAndIdentityId: async () => ({ credentials: keys }),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  );
  stored.clear();
  cognitoUserPoolsTokenProvider.setAuthConfig({
    Cognito: { userPoolId: POOL_ID, userPoolClientId: CLIENT_ID, userPoolEndpoint: pool.origin },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: async (key, value) => void stored.set(key, value),
    getItem: async (key) => stored.get(key) ?? null,
    removeItem: async (key) => void stored.delete(key),
    clear: async () => stored.clear(),
  });
});
afterEach(() => api.close());
afterAll(() => void vi.unstubAllGlobals());

const CREATE = 'mutation { createThing(title: "t") }';
const ON_SCORE = 'subscription { onScore(boardId: "b") { guestId } }';
const PUBLISH =
  'mutation { publishScore(boardId: "b", guestId: "g1", label: "l") { boardId guestId label } }';
const publish = () => ask({ query: PUBLISH, authMode: "iam" });
const running = () => api.appsync.connections().subscriptionCount;

test("a host: invited, own password, SRP, a subscription, refreshed, signed out", async () => {
  // Nobody is signed in: the client itself refuses.
  await expect(ask({ query: CREATE })).rejects.toMatchObject({ name: "NoValidAuthTokens" });

  const { nextStep } = await auth.signIn({ username: EMAIL, password: "Temporary-1" });
  expect(nextStep.signInStep).toBe("CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED");
  expect((await auth.confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn).toBe(true);
  expect((await ask({ query: CREATE })).data).toEqual({ createThing: "t" });

  const scores = watch({ query: ON_SCORE });
  await vi.waitFor(() => expect(running()).toBe(1), 10_000);
  await publish();
  await vi.waitFor(() => expect(scores.events).toEqual([{ onScore: { guestId: "g1" } }]));
  scores.end();
  await vi.waitFor(() => expect(api.appsync.connections().count).toBe(0), 10_000);

  const before = String((await auth.fetchAuthSession()).tokens?.accessToken);
  const after = String((await auth.fetchAuthSession({ forceRefresh: true })).tokens?.accessToken);
  expect(after).not.toBe(before);
  expect((await ask({ query: CREATE })).data).toEqual({ createThing: "t" });

  await auth.signOut();
  await expect(ask({ query: CREATE })).rejects.toMatchObject({ name: "NoValidAuthTokens" });
});

test("a token that is over is refused by the API, and the client says so", async () => {
  await auth.signIn({ username: EMAIL, password: "Temporary-1" });
  await auth.confirmSignIn({ challengeResponse: PASSWORD });
  const token = String((await auth.fetchAuthSession()).tokens?.accessToken);
  pool.passMinutes(61);
  // The stand-in's clock is ahead of the client's, which therefore does not refresh by itself.
  await expect(ask({ query: CREATE })).rejects.toMatchObject({ errors: [{ message: "Unauthorized" }] });
  expect((await api.post(JSON.stringify({ query: CREATE }), { authorization: token })).status).toBe(401);
});

test("a role's signature opens the socket and starts a subscription, and is held to the role's policy", async () => {
  const scores = watch({ query: ON_SCORE, authMode: "iam" });
  await vi.waitFor(() => expect(running()).toBe(1), 10_000);
  await publish();
  await vi.waitFor(() => expect(scores.events).toEqual([{ onScore: { guestId: "g1" } }]));
  await expect(ask({ query: CREATE, authMode: "iam" })).rejects.toMatchObject({
    errors: [{ message: "Not Authorized to access createThing on type Mutation" }],
  });
  scores.end();
});

test.each([
  ["a wrong key", { secretAccessKey: "wrong" }, "InvalidSignatureException"],
  ["an unknown key", { accessKeyId: "AKIAUNKNOWN" }, "UnrecognizedClientException"],
])("a signature with %s opens nothing", async (_, wrong, errorType) => {
  keys = { ...keys, ...wrong };
  await expect(publish()).rejects.toThrow();
  const scores = watch({ query: ON_SCORE, authMode: "iam" });
  await vi.waitFor(() => expect(scores.errors).toHaveLength(1), 10_000);
  expect(JSON.stringify(scores.errors[0])).toContain(errorType);
  expect(running()).toBe(0);
});
