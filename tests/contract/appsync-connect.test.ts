import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openChannel, ON_SCORE, type Channel } from "./appsync-channel.ts";
import { EXPIRED_KEY, GUEST, HOST } from "./appsync-harness.ts";
import { connect } from "./appsync-socket.ts";

let channel: Channel;
beforeAll(async () => {
  channel = await openChannel();
});
afterAll(() => channel.close());

test.each(["subprotocol", "query", "headers"] as const)("authorization in the %s", async (carrier) => {
  const client = await channel.open({ carrier });
  expect(client.socket.protocol).toBe("graphql-ws");
  const ack = await client.next("connection_ack");
  expect(ack.payload).toEqual({ connectionTimeoutMs: 300_000 });
});

test.each([
  ["a user's token", HOST],
  ["a user's token with its scheme", { authorization: `Bearer ${HOST.authorization}` }],
  ["a guest's token", { Authorization: GUEST.authorization }],
])("%s opens a connection as well", async (_, authorization) => {
  await (await channel.open({ authorization })).next("connection_ack");
});

test.each([
  ["a wrong key", { "x-api-key": "da2-wrong" }],
  ["an expired key", { "x-api-key": EXPIRED_KEY }],
  ["a guest that is refused", { Authorization: "guest:nobody" }],
])("%s: connection_error, then closed", async (_, authorization) => {
  const client = await channel.open({ authorization });
  expect((await client.next("connection_error")).payload.errors).toEqual([
    {
      errorType: "UnauthorizedException",
      message: "You are not authorized to make this call.",
      errorCode: 401,
    },
  ]);
  await client.closed();
  expect(client.frames.map(({ type }) => type)).toEqual(["connection_error"]);
});

// graphql-dotnet/graphql-client#662, aws-appsync-community#195
test.each([
  ["no credentials", { authorization: {} }, "Required headers are missing."],
  ["no host", { host: null }, "Required headers are missing."],
  ["no credentials among ordinary headers", { carrier: "headers", authorization: {} }, "Required headers"],
  ["another subprotocol", { protocols: [], carrier: "headers" }, "NoProtocolError"],
] as const)("%s: a connection_error without a type", async (_, options, message) => {
  const client = await channel.open(options);
  const { errors } = (await client.next("connection_error")).payload;
  expect(errors).toEqual([{ message: expect.stringContaining(message), errorCode: 400 }]);
  await client.closed();
});

test("host is that of the GraphQL address, no other", async () => {
  const client = await channel.open({ host: "abc.appsync-realtime-api.ap-northeast-1.amazonaws.com" });
  expect((await client.next("connection_error")).payload.errors[0]).toMatchObject({
    errorType: "BadRequestException",
    errorCode: 400,
  });
});

test("an authorization that cannot be read", async () => {
  const client = await channel.open({
    protocols: ["graphql-ws", "header-%%%"],
    carrier: "headers",
    authorization: {},
  });
  expect((await client.next("connection_error")).payload.errors[0].errorCode).toBe(400);
});

test("the authorizer hears of a connect under its own operation name", async () => {
  const client = await channel.open({ authorization: { Authorization: "guest:connects" } });
  await client.next("connection_ack");
  expect(channel.authorizerEvents.at(-1)).toEqual({
    authorizationToken: "guest:connects",
    requestContext: {
      apiId: "abcdefghijklmnopqrstuvwxyz",
      accountId: "123456789012",
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      queryString: "",
      operationName: "DeepDish:Connect",
      variables: {},
    },
    requestHeaders: { authorization: "guest:connects", host: new URL(channel.url).host },
  });
});

test("keep-alives come by themselves, also before anything is said", async () => {
  const client = await channel.open({ isSilent: true });
  await vi.waitFor(() => expect(client.frames.map(({ type }) => type)).toEqual(["ka", "ka"]));
});

test("connection_init may be left out", async () => {
  const client = await channel.open({ isSilent: true });
  expect((await client.start("early", ON_SCORE, undefined, { boardId: "b" })).type).toBe("start_ack");
  expect(client.frames.some(({ type }) => type === "connection_ack")).toBe(false);
});

test("an open connection ends after 24 hours, not before", async () => {
  const own = await openChannel({ keepAliveMs: 20 });
  const client = await connect(own);
  await client.next("connection_ack");
  own.advance(24 * 60 * 60 * 1000 - 1);
  const heard = client.frames.length;
  await vi.waitFor(() => expect(client.frames.length).toBeGreaterThan(heard + 2));
  own.advance(1);
  await client.closed();
  await own.close();
});
