import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppSync } from "../../local/appsync/appsync.ts";
import { createAppSync } from "../../local/appsync/appsync.ts";
import type { AppSyncOptions, LambdaAuthorizerEvent } from "../../local/appsync/options.ts";
import { AwsError, type Caller } from "../../local/aws/service.ts";
import { API_ID, exampleResolvers, SCHEMA } from "./appsync-example-api.ts";

export const API_KEY = "da2-test";
export const EXPIRED_KEY = "da2-old";

/** A token of the form that the stand-in can tell from a Lambda token; its signature is what `verify` says. */
export function jwt(claims: Record<string, unknown>, signature = "good"): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256", kid: "1" })}.${part(claims)}.${signature}`;
}

function claimsOf(token: string): Record<string, unknown> {
  const [, payload = "", signature] = token.split(".");
  if (signature !== "good") throw new Error("forged");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
}

/** Answers are looked at as they come. */
export type Loose = ReturnType<typeof JSON.parse>;

export interface Harness {
  readonly appsync: AppSync;
  readonly url: string;
  /** `ws://…/graphql/realtime`. */
  readonly realtimeUrl: string;
  readonly log: string[];
  readonly authorizerEvents: LambdaAuthorizerEvent[];
  advance(ms: number): void;
  post(
    body: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Loose; headers: Headers }>;
  query(query: string, headers?: Record<string, string>, variables?: unknown): Promise<Loose>;
  close(): Promise<void>;
}

/** Callers by the access key of a pretended signature: `may` lists the fields it has a policy for. */
function identify(
  mayCall: Readonly<Record<string, readonly string[]>>,
): (request: { headers: Readonly<Record<string, string>> }) => Caller {
  return ({ headers }) => {
    const key = /Credential=(\w+)\//.exec(headers["authorization"] ?? "")?.[1] ?? "";
    const fields = mayCall[key];
    if (!fields) throw new AwsError("UnrecognizedClientException", "The security token is invalid.", 403);
    return {
      arn: `arn:aws:sts::123456789012:assumed-role/${key}/session`,
      authorize(action, resource) {
        const isAllowed =
          action === "appsync:GraphQL" &&
          fields.some((field) => resource.endsWith(`:apis/${API_ID}/types/${field}`));
        if (!isAllowed)
          throw new AwsError("AccessDeniedException", `${key} may not ${action} ${resource}`, 403);
      },
    };
  };
}

export const WORKER = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=WORKER/20261120/ap-northeast-1/appsync/aws4_request, SignedHeaders=host, Signature=0",
};
export const STRANGER = { authorization: WORKER.authorization.replace("WORKER", "STRANGER") };
export const PUBLIC = { "x-api-key": API_KEY };
export const HOST = {
  authorization: jwt({ sub: "s1", iss: "pool", "cognito:username": "hana", "cognito:groups": ["hosts"] }),
};
export const MEMBER = { authorization: jwt({ sub: "s2", iss: "pool", username: "taro" }) };
export const GUEST = { authorization: "guest:g1" };

/** What the authorizer denies to some guests. */
const DENIED_TO: Readonly<Record<string, readonly string[]>> = {
  limited: [
    "Score.points",
    `arn:aws:appsync:ap-northeast-1:123456789012:apis/${API_ID}/types/Secret/fields/word`,
  ],
  deaf: ["Subscription.onScore"],
};

function optionsOf(nowMs: () => number, seen: LambdaAuthorizerEvent[]): Omit<AppSyncOptions, "log"> {
  return {
    clock: nowMs,
    apiId: API_ID,
    schema: SCHEMA,
    defaultAuthentication: { type: "AMAZON_COGNITO_USER_POOLS", verify: async (token) => claimsOf(token) },
    additional: [
      {
        type: "API_KEY",
        keys: [
          { id: API_KEY, expiresAt: nowMs() + 1e9 },
          { id: EXPIRED_KEY, expiresAt: nowMs() - 1 },
        ],
      },
      {
        type: "AWS_IAM",
        identify: identify({
          WORKER: [
            "Mutation/fields/publishScore",
            "Mutation/fields/failScore",
            "Mutation/fields/endSubscriptions",
            "Query/fields/context",
          ],
          STRANGER: [],
        }),
      },
      {
        type: "AWS_LAMBDA",
        ttlSeconds: 60,
        identityValidationExpression: "guest:.*",
        async authorize(event) {
          seen.push(event);
          const guestId = event.authorizationToken.slice("guest:".length);
          if (guestId === "crash") throw new Error("the authorizer broke");
          if (guestId === "silent") return {};
          if (guestId === "nested") return { isAuthorized: true, resolverContext: { a: { b: 1 } } };
          const deniedFields = DENIED_TO[guestId] ?? [];
          const ttl = guestId === "fresh" ? { ttlOverride: 0 } : {};
          return { isAuthorized: guestId !== "nobody", resolverContext: { guestId }, deniedFields, ...ttl };
        },
      },
    ],
    dataSources: { none: { type: "NONE" } },
    ...exampleResolvers(),
    environment: { STAGE: "test" },
    introspection: false,
    queryDepthLimit: 4,
    resolverCountLimit: 3,
  };
}

/** An API on a free port; `overrides` replace options. */
export async function openAppSync(overrides: Partial<AppSyncOptions> = {}): Promise<Harness> {
  let now = Date.UTC(2026, 10, 20);
  const log: string[] = [];
  const authorizerEvents: LambdaAuthorizerEvent[] = [];
  const options = optionsOf(() => now, authorizerEvents);
  const appsync = createAppSync({ ...options, log: (line) => void log.push(line), ...overrides });
  const server = createServer((request, response) => void appsync.httpHandler(request, response));
  server.on("upgrade", appsync.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const url = `http://127.0.0.1:${port}/graphql`;
  const post: Harness["post"] = async (body, headers = PUBLIC) => {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  };
  return {
    appsync,
    url,
    realtimeUrl: `${url.replace("http", "ws")}/realtime`,
    log,
    authorizerEvents,
    advance(ms) {
      now += ms;
    },
    post,
    query: async (query, headers, variables) =>
      (await post(JSON.stringify({ query, variables }), headers)).body,
    async close() {
      await appsync.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
