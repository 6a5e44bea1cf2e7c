import { createServer, type Server } from "node:http";
import { Amplify } from "aws-amplify";
import { generateClient } from "aws-amplify/api";
import { afterEach, beforeEach, expect, it } from "vitest";
import { refusalOf } from "./session-refusal.ts";
import { isTokenRefused } from "./token-refusal.ts";

// What the API answers, as Amplify's own client hands it on.
let server: Server;
let answer: { readonly status: number; readonly body: object };

beforeEach(async () => {
  server = createServer((_request, response) => {
    response
      .writeHead(answer.status, { "Content-Type": "application/json" })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  Amplify.configure({
    API: {
      GraphQL: { endpoint: `http://127.0.0.1:${port}/graphql`, defaultAuthMode: "apiKey", apiKey: "k" },
    },
  });
});
afterEach(() => {
  server.close();
});

let thrown: unknown;

async function refused(): Promise<unknown> {
  const call = generateClient().graphql({
    query: "query MyPhoto($photoId: ID!) { myPhoto(photoId: $photoId) { score } }",
    variables: { photoId: "1" },
    authMode: "lambda",
    authToken: "guest:x",
  });
  return Promise.resolve(call).then(
    () => "not refused",
    (error: unknown) => {
      thrown = error;
      return refusalOf(error);
    },
  );
}

const failed = (errorType: string, message: string) => ({
  data: { myPhoto: null },
  errors: [{ path: ["myPhoto"], errorType, message }],
});

it.each([
  [
    "a session that the authorizer does not know",
    401,
    {
      errors: [{ errorType: "UnauthorizedException", message: "You are not authorized to make this call." }],
    },
    "identity",
  ],
  [
    "a banned guest",
    200,
    failed("Unauthorized", "Not Authorized to access myPhoto on type Query"),
    "identity",
  ],
  ["an ID token that does not count", 200, failed("SessionRefused", "token-expired"), "identity"],
  ["a guest without an event", 200, failed("SessionRefused", "no-event"), "nothing-here"],
  ["an event that is over", 200, failed("EventGone", "This event is over."), "event-gone"],
  ["a broken resolver", 200, failed("Lambda:Unhandled", "boom"), undefined],
  ["a broken exchange", 200, failed("SessionFault", "The session could not be started."), undefined],
])("reads the answer to %s", async (_name, status, body, refusal) => {
  answer = { status, body };
  expect(await refused()).toBe(refusal);
});

it("is no refusal when the network fails", async () => {
  server.close();
  expect(await refused()).toBeUndefined();
  expect(refusalOf(new TypeError("Failed to fetch"))).toBeUndefined();
});

it.each([
  ["the token itself", 401, { errors: [{ errorType: "UnauthorizedException", message: "no" }] }, true],
  ["what its owner may not ask for", 200, failed("Unauthorized", "Not Authorized to access queue"), false],
])("tells a refusal of %s", async (_name, status, body, isToken) => {
  answer = { status, body };
  await refused();
  expect(isTokenRefused(thrown)).toBe(isToken);
});
