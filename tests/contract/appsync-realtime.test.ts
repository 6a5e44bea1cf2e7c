import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GUEST, HOST, MEMBER, openAppSync, STRANGER, WORKER, type Harness } from "./appsync-harness.ts";
import { connect, type Client } from "./appsync-socket.ts";

let api: Harness;
const clients: Client[] = [];
beforeAll(async () => {
  api = await openAppSync({ keepAliveMs: 50 });
});
afterAll(async () => {
  clients.forEach(({ socket }) => socket.terminate());
  await api.close();
});

const ALL = "boardId guestId points label sentAt faces { left }";
const ON_SCORE = "subscription On($boardId: ID!) { onScore(boardId: $boardId) { boardId guestId points } }";
const PUBLISH = `mutation P($boardId: ID!, $guestId: ID!, $points: Float, $label: String) {
  publishScore(boardId: $boardId, guestId: $guestId, points: $points, label: $label) { ${ALL} } }`;

const publish = (boardId: string, guestId: string, points = 1, query = PUBLISH) =>
  api.query(query, WORKER, { boardId, guestId, points });

async function open(
  ...args: Parameters<typeof connect> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Client> {
  const client = await connect(api, ...args);
  clients.push(client);
  return client;
}

/** What a client got so far for one subscription, once the publisher's own marker event has come through. */
async function eventsOf(client: Client, id: string, count: number): Promise<unknown[]> {
  const all = () => client.frames.filter((frame) => frame.type === "data" && frame.id === id);
  await vi.waitFor(() => expect(all().length).toBeGreaterThanOrEqual(count), { timeout: 5000, interval: 5 });
  return all().map(({ payload }) => payload);
}

describe("connecting", () => {
  test.each(["subprotocol", "query", "headers"] as const)("authorization in the %s", async (carrier) => {
    const client = await open({ carrier });
    expect(client.socket.protocol).toBe("graphql-ws");
    const ack = await client.next("connection_ack");
    expect(ack.payload).toEqual({ connectionTimeoutMs: 300_000 });
  });

  test.each([
    ["a wrong key", { "x-api-key": "da2-wrong" }],
    ["nothing", { host: "127.0.0.1" }],
    ["a guest that is refused", { Authorization: "guest:nobody", host: "127.0.0.1" }],
  ])("%s: connection_error, then closed", async (_, authorization) => {
    const client = await open({ authorization });
    const { payload } = await client.next("connection_error");
    expect(payload.errors[0]).toMatchObject({ errorType: "UnauthorizedException", errorCode: 401 });
    await client.closed();
    expect(client.frames.map(({ type }) => type)).toEqual(["connection_error"]);
  });

  test("an authorization that cannot be read", async () => {
    const client = await open({
      protocols: ["graphql-ws", "header-%%%"],
      carrier: "headers",
      authorization: {},
    });
    expect((await client.next("connection_error")).payload.errors[0].errorCode).toBe(400);
  });

  test("without the subprotocol", async () => {
    const client = await open({ protocols: [], carrier: "query" }).catch(() => undefined);
    if (client)
      expect((await client.next("connection_error")).payload.errors[0].message).toBe("NoProtocolError");
  });

  test("the authorizer hears of a connect under its own operation name", async () => {
    const client = await open({ authorization: { Authorization: "guest:connects", host: "127.0.0.1" } });
    await client.next("connection_ack");
    expect(api.authorizerEvents.at(-1)).toMatchObject({
      authorizationToken: "guest:connects",
      requestContext: { operationName: "DeepDish:Connect", queryString: "", variables: {} },
    });
  });

  test("keep-alives come by themselves", async () => {
    const client = await open();
    await vi.waitFor(() =>
      expect(client.frames.filter(({ type }) => type === "ka").length).toBeGreaterThan(1),
    );
  });

  test("frames before the acknowledgement are ignored", async () => {
    const client = await open({ isSilent: true });
    client.send({ id: "early", type: "start", payload: { data: "{}" } });
    client.send({ type: "connection_init" });
    await client.next("connection_ack");
    expect(client.frames.filter(({ id }) => id === "early")).toEqual([]);
  });

  test("an open connection ends after 24 hours", async () => {
    const own = await openAppSync({ keepAliveMs: 20 });
    const client = await connect(own);
    await client.next("connection_ack");
    own.advance(24 * 60 * 60 * 1000);
    await client.closed();
    await own.close();
  });
});

describe("starting and stopping", () => {
  test("start_ack, data, complete, and nothing afterwards", async () => {
    const client = await open();
    expect(await client.start("s1", ON_SCORE, undefined, { boardId: "stop" })).toEqual({
      id: "s1",
      type: "start_ack",
    });
    await publish("stop", "g1");
    expect(await eventsOf(client, "s1", 1)).toEqual([
      { data: { onScore: { boardId: "stop", guestId: "g1", points: 1 } } },
    ]);
    client.send({ id: "s1", type: "stop" });
    await client.next("complete", "s1");
    await client.start("s2", ON_SCORE, undefined, { boardId: "stop" });
    await publish("stop", "g2");
    await eventsOf(client, "s2", 1);
    expect(await eventsOf(client, "s1", 1)).toHaveLength(1);
  });

  test("one socket holds subscriptions of different modes, each with its own access", async () => {
    const client = await open();
    expect((await client.start("key", ON_SCORE, undefined, { boardId: "modes" })).type).toBe("start_ack");
    expect((await client.start("guest", "subscription { onMyScore { guestId label } }", GUEST)).type).toBe(
      "start_ack",
    );
    expect((await client.start("host", ON_SCORE, HOST, { boardId: "modes" })).type).toBe("start_ack");
    await publish("modes", "g1");
    await Promise.all(["key", "guest", "host"].map((id) => eventsOf(client, id, 1)));
  });

  test.each([
    [
      "a wrong key",
      { "x-api-key": "wrong" },
      "UnauthorizedException",
      "You are not authorized to make this call.",
    ],
    [
      "a refused guest",
      { Authorization: "guest:nobody" },
      "UnauthorizedException",
      "You are not authorized to make this call.",
    ],
    [
      "a user without the group",
      MEMBER,
      "Unauthorized",
      "Not Authorized to access onScore on type Subscription",
    ],
    [
      "a role without a policy",
      STRANGER,
      "Unauthorized",
      "Not Authorized to access onScore on type Subscription",
    ],
    ["no authorization at all", {}, "BadRequestException", "The start message has no authorization"],
  ])("%s is an error of this subscription alone", async (_, authorization, errorType, message) => {
    const client = await open();
    await client.start("good", ON_SCORE, undefined, { boardId: "beside" });
    const refusal = await client.start("bad", ON_SCORE, authorization as Record<string, string>, {
      boardId: "beside",
    });
    expect(refusal).toMatchObject({
      id: "bad",
      type: "error",
      payload: { errors: [{ errorType, message }] },
    });
    await publish("beside", "g1");
    await eventsOf(client, "good", 1);
    expect(client.frames.filter(({ id, type }) => id === "bad" && type === "data")).toEqual([]);
  });

  test("a resolver's refusal is an error too", async () => {
    const client = await open();
    const refusal = await client.start("own", "subscription { onMyScore { guestId } }", {
      Authorization: "guest:",
    });
    expect(refusal.payload.errors).toEqual([
      { errorType: "Unauthorized", message: "Not Authorized to access onMyScore on type Subscription" },
    ]);
  });

  test.each([
    ["an unknown field", "subscription { onScore(boardId: 1) { nope } }", "FieldUndefined"],
    ["a query", "{ echo }", "Only subscriptions"],
    ["two fields", "subscription { onScore(boardId: 1) { guestId } onAnyScore { guestId } }", ""],
    ["a missing variable", ON_SCORE, "has coerced Null value"],
    ["no GraphQL", "nonsense {", ""],
  ])("%s", async (_, query, message) => {
    const client = await open();
    const refusal = await client.start("x", query);
    expect(refusal.type).toBe("error");
    expect(refusal.payload.errors[0].message).toContain(message);
  });

  test("an id that is taken, and too many subscriptions", async () => {
    const client = await open();
    for (let number = 0; number < 200; number += 1) {
      client.send({
        id: `n${number}`,
        type: "start",
        payload: {
          data: JSON.stringify({ query: ON_SCORE, variables: { boardId: "many" } }),
          extensions: { authorization: { "x-api-key": "da2-test" } },
        },
      });
    }
    await client.next("start_ack", "n199");
    expect(api.appsync.connections().subscriptionCount).toBeGreaterThanOrEqual(200);
    expect(
      (await client.start("n201", ON_SCORE, undefined, { boardId: "many" })).payload.errors[0].errorType,
    ).toBe("MaxSubscriptionsReachedError");
    client.send({ id: "n0", type: "start", payload: { data: "{}", extensions: {} } });
    expect((await client.next("error", "n0")).payload.errors[0].errorType).toBe("DuplicatedOperationError");
    client.socket.terminate();
    await vi.waitFor(() => expect(api.appsync.connections().subscriptionCount).toBeLessThan(200));
  });

  test.each(["nonsense", "{}", '{"type":"start","id":"a","payload":{"data":{}}}', '{"type":"dance"}', "[]"])(
    "a malformed frame is an unsupported operation: %s",
    async (text) => {
      const client = await open();
      await client.next("connection_ack");
      client.send(text);
      expect((await client.next("error")).payload.errors).toEqual([
        { errorType: "UnsupportedOperation", message: "unknown not supported through the realtime channel" },
      ]);
    },
  );
});
