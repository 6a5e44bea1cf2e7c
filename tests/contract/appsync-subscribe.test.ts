import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { eventsOf, ON_SCORE, openChannel, type Channel } from "./appsync-channel.ts";
import { GUEST, HOST, MEMBER, STRANGER } from "./appsync-harness.ts";

let channel: Channel;
beforeAll(async () => {
  channel = await openChannel();
});
afterAll(() => channel.close());

test("start_ack, data, complete, and nothing afterwards", async () => {
  const client = await channel.open();
  expect(await client.start("s1", ON_SCORE, undefined, { boardId: "stop" })).toEqual({
    id: "s1",
    type: "start_ack",
  });
  await channel.publish("stop", "g1");
  expect(await eventsOf(client, "s1", 1)).toEqual([
    { data: { onScore: { boardId: "stop", guestId: "g1", points: 1 } } },
  ]);
  client.send({ id: "s1", type: "stop" });
  await client.next("complete", "s1");
  await client.start("s2", ON_SCORE, undefined, { boardId: "stop" });
  await channel.publish("stop", "g2");
  await eventsOf(client, "s2", 1);
  expect(await eventsOf(client, "s1", 1)).toHaveLength(1);
});

test("one socket holds subscriptions of different modes, each with its own access", async () => {
  const client = await channel.open();
  expect((await client.start("key", ON_SCORE, undefined, { boardId: "modes" })).type).toBe("start_ack");
  expect((await client.start("guest", "subscription { onMyScore { guestId label } }", GUEST)).type).toBe(
    "start_ack",
  );
  expect((await client.start("host", ON_SCORE, HOST, { boardId: "modes" })).type).toBe("start_ack");
  await channel.publish("modes", "g1");
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
  const client = await channel.open();
  await client.start("good", ON_SCORE, undefined, { boardId: "beside" });
  const refusal = await client.start("bad", ON_SCORE, authorization as Record<string, string>, {
    boardId: "beside",
  });
  expect(refusal).toMatchObject({
    id: "bad",
    type: "error",
    payload: { errors: [{ errorType, message }] },
  });
  await channel.publish("beside", "g1");
  await eventsOf(client, "good", 1);
  expect(client.frames.filter(({ id, type }) => id === "bad" && type === "data")).toEqual([]);
});

test("a resolver's refusal is an error too", async () => {
  const client = await channel.open();
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
  const client = await channel.open();
  const refusal = await client.start("x", query);
  expect(refusal.type).toBe("error");
  expect(refusal.payload.errors[0].message).toContain(message);
});

test("a field that the authorizer denies cannot be subscribed to", async () => {
  const client = await channel.open();
  const refusal = await client.start("denied", ON_SCORE, { Authorization: "guest:deaf" }, { boardId: "b" });
  expect(refusal.payload.errors).toEqual([
    { errorType: "Unauthorized", message: "Not Authorized to access onScore on type Subscription" },
  ]);
});

test("an id that is taken: the second start fails, the first goes on", async () => {
  const client = await channel.open();
  await client.start("twice", ON_SCORE, undefined, { boardId: "twice" });
  client.send({
    id: "twice",
    type: "start",
    payload: { data: JSON.stringify({ query: ON_SCORE, variables: { boardId: "other" } }), extensions: {} },
  });
  expect((await client.next("error", "twice")).payload.errors[0].errorType).toBe("DuplicatedOperationError");
  await channel.publish("other", "g1");
  await channel.publish("twice", "g2");
  expect(await eventsOf(client, "twice", 1)).toEqual([
    { data: { onScore: { boardId: "twice", guestId: "g2", points: 1 } } },
  ]);
  // Once it is stopped the id is free again.
  client.send({ id: "twice", type: "stop" });
  await client.next("complete", "twice");
  client.frames.length = 0;
  expect((await client.start("twice", ON_SCORE, undefined, { boardId: "b" })).type).toBe("start_ack");
});

test("a stop of what does not run is an error", async () => {
  const client = await channel.open();
  client.send({ id: "never", type: "stop" });
  expect((await client.next("error", "never")).payload.errors[0].errorType).toBe("UnknownOperationError");
});

test("no more than 200 subscriptions on one connection", async () => {
  const client = await channel.open();
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
  expect(channel.appsync.connections().subscriptionCount).toBeGreaterThanOrEqual(200);
  expect(
    (await client.start("n201", ON_SCORE, undefined, { boardId: "many" })).payload.errors[0].errorType,
  ).toBe("MaxSubscriptionsReachedError");
  client.send({ id: "n0", type: "stop" });
  await client.next("complete", "n0");
  expect((await client.start("n202", ON_SCORE, undefined, { boardId: "many" })).type).toBe("start_ack");
  client.socket.terminate();
  await vi.waitFor(() => expect(channel.appsync.connections().subscriptionCount).toBeLessThan(200));
});

test.each([
  ["nonsense", undefined],
  ["{}", undefined],
  ["[]", undefined],
  ['{"type":"dance"}', undefined],
  ['{"type":"start","id":"a","payload":{"data":{"query":"subscription { onAnyScore { guestId } }"}}}', "a"],
  ['{"type":"start","id":"b"}', "b"],
])("a malformed frame is an unsupported operation: %s", async (text, id) => {
  const client = await channel.open();
  await client.next("connection_ack");
  client.send(text);
  const error = await client.next("error");
  expect(error.id).toBe(id);
  expect(error.payload.errors).toEqual([
    { errorType: "UnsupportedOperation", message: "unknown not supported through the realtime channel" },
  ]);
});
