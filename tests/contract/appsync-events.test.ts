import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ALL, eventsOf, ON_SCORE, openChannel, PUBLISH, type Channel } from "./appsync-channel.ts";
import { exampleResolvers } from "./appsync-example-api.ts";
import { HOST, WORKER } from "./appsync-harness.ts";

let channel: Channel;
beforeAll(async () => {
  channel = await openChannel();
});
afterAll(() => channel.close());

test("an enhanced filter lets only its own through, in order", async () => {
  const client = await channel.open();
  await client.start("f", ON_SCORE, undefined, { boardId: "mine" });
  for (let points = 0; points < 20; points += 1)
    await channel.publish(points % 2 ? "mine" : "other", "g1", points);
  const events = await eventsOf(client, "f", 10);
  expect(events.map((event) => event.data.onScore.points)).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
});

test("without one the arguments must equal the payload", async () => {
  const client = await channel.open();
  const query =
    "subscription On($guestId: ID, $label: String) { onAnyScore(guestId: $guestId, label: $label) { guestId label } }";
  await client.start("given", 'subscription { onAnyScore(guestId: "ga") { guestId } }');
  await client.start("none", "subscription { onAnyScore { guestId } }");
  await client.start("both", query, undefined, { guestId: "ga", label: "other" });
  await channel.publish("x", "gb");
  await channel.publish("x", "ga");
  await eventsOf(client, "none", 2);
  expect(await eventsOf(client, "given", 1)).toEqual([{ data: { onAnyScore: { guestId: "ga" } } }]);
  expect(client.frames.filter(({ id, type }) => id === "both" && type === "data")).toEqual([]);
});

test("a subscriber gets only what the mutation selected: null where allowed", async () => {
  const client = await channel.open();
  await client.start("part", 'subscription { onScore(boardId: "part") { guestId points sentAt } }');
  await channel.publish("part", "g1", 4, PUBLISH.replace(ALL, "boardId guestId label"));
  expect(await eventsOf(client, "part", 1)).toEqual([
    { data: { onScore: { guestId: "g1", points: null, sentAt: null } } },
  ]);
});

test("and no event at all, but errors, where it is not", async () => {
  const client = await channel.open();
  await client.start("full", 'subscription { onScore(boardId: "lack") { guestId label } }');
  await channel.publish("lack", "g1", 4, PUBLISH.replace(ALL, "boardId guestId"));
  expect(await eventsOf(client, "full", 1)).toEqual([
    {
      data: { onScore: null },
      errors: [
        {
          path: ["onScore", "label"],
          locations: null,
          message:
            "Cannot return null for non-nullable type: 'String' within parent 'Score' (/onScore/label)",
        },
      ],
    },
  ]);
});

test("up to the whole of data, where the subscription itself may not be null", async () => {
  const own = await openChannel({
    schema: /* GraphQL */ `
      type Query {
        a: Int
      }
      type Score @aws_api_key {
        boardId: ID!
        label: String!
      }
      type Mutation {
        publishScore(boardId: ID!): Score @aws_api_key
      }
      type Subscription {
        onScore(boardId: ID!): Score! @aws_subscribe(mutations: ["publishScore"]) @aws_api_key
      }
    `,
    ...exampleResolvers({
      "Mutation.publishScore": [
        "{ payload: { boardId: ctx.args.boardId, label: 'l' } }",
        "return ctx.result;",
      ],
    }),
  });
  const client = await own.open();
  await client.start("must", 'subscription { onScore(boardId: "b") { label } }');
  await own.query('mutation { publishScore(boardId: "b") { boardId } }');
  expect(await eventsOf(client, "must", 1)).toMatchObject([
    { data: null, errors: [{ path: ["onScore", "label"] }] },
  ]);
  await own.close();
});

test("a filter sees only selected fields as well", async () => {
  const client = await channel.open();
  await client.start("blind", ON_SCORE, undefined, { boardId: "blind" });
  await channel.publish("blind", "unseen", 4, PUBLISH.replace(ALL, "guestId"));
  await channel.publish("blind", "seen", 4);
  const events = await eventsOf(client, "blind", 1);
  expect(events.map((event) => event.data.onScore.guestId)).toEqual(["seen"]);
});

test("aliases on both sides", async () => {
  const client = await channel.open();
  await client.start(
    "alias",
    'subscription { hit: onScore(boardId: "alias") { who: guestId eyes: faces { x: left } } }',
  );
  const query = PUBLISH.replace("publishScore", "did: publishScore").replace(
    ALL,
    "b: boardId boardId g: guestId guestId f: faces { l: left }",
  );
  await channel.publish("alias", "g1", 1, query);
  expect(await eventsOf(client, "alias", 1)).toEqual([{ data: { hit: { who: "g1", eyes: [{ x: 0.5 }] } } }]);
});

test("fields that the subscriber may not read are null with an error", async () => {
  const client = await channel.open();
  await client.start("deny", 'subscription { onScore(boardId: "deny") { guestId secret { word } } }');
  await channel.query(
    'mutation { publishScore(boardId: "deny", guestId: "g1", word: "w") { boardId guestId secret { word } } }',
    WORKER,
  );
  const [event] = await eventsOf(client, "deny", 1);
  expect(event.data.onScore).toEqual({ guestId: "g1", secret: null });
  expect(event.errors[0]).toMatchObject({
    errorType: "Unauthorized",
    message: "Not Authorized to access word on type Secret",
  });
});

test("so are those that the authorizer denied to the subscriber", async () => {
  const client = await channel.open();
  const query = 'subscription { onScore(boardId: "denied") { guestId points } }';
  await client.start("denied", query, { Authorization: "guest:limited" });
  await client.start("free", query, { Authorization: "guest:g1" });
  await channel.publish("denied", "g1", 7);
  const [event] = await eventsOf(client, "denied", 1);
  expect(event.data.onScore).toEqual({ guestId: "g1", points: null });
  expect(event.errors).toMatchObject([{ path: ["onScore", "points"], errorType: "Unauthorized" }]);
  expect(await eventsOf(client, "free", 1)).toEqual([{ data: { onScore: { guestId: "g1", points: 7 } } }]);
});

test("a failed mutation publishes nothing", async () => {
  const client = await channel.open();
  await client.start("fail", ON_SCORE, undefined, { boardId: "fail" });
  await channel.query('mutation { failScore(boardId: "fail") { boardId guestId } }', WORKER);
  await channel.query('mutation { publishScore(boardId: "fail", guestId: "no") { guestId } }', HOST);
  await channel.publish("fail", "after");
  expect(await eventsOf(client, "fail", 1)).toHaveLength(1);
});

test("more than 240 KB are dropped without a word", async () => {
  const client = await channel.open();
  await client.start("big", 'subscription { onScore(boardId: "big") { label } }');
  await channel.query(PUBLISH, WORKER, { boardId: "big", guestId: "g", label: "x".repeat(250_000) });
  await channel.query(PUBLISH, WORKER, { boardId: "big", guestId: "g", label: "small" });
  expect(await eventsOf(client, "big", 1)).toEqual([{ data: { onScore: { label: "small" } } }]);
});

test("an invalidation completes the subscriptions that it names", async () => {
  const client = await channel.open();
  await client.start("end", 'subscription { onEnding(boardId: "e1") { guestId } }');
  await client.start("stay", 'subscription { onEnding(boardId: "e2") { guestId } }');
  await channel.query('mutation { endSubscriptions(boardId: "e1") }', WORKER);
  await client.next("complete", "end");
  expect(client.frames.filter(({ id, type }) => id === "stay" && type === "complete")).toEqual([]);
});

test("cut sockets leave nothing behind", async () => {
  const own = await openChannel();
  const client = await own.open();
  await client.start("cut", ON_SCORE, undefined, { boardId: "cut" });
  expect(own.appsync.connections()).toMatchObject({ count: 1, subscriptionCount: 1 });
  own.appsync.cutSockets();
  expect(await client.closed()).toBe(1006);
  await vi.waitFor(() => expect(own.appsync.connections().count).toBe(0));
  await own.query(PUBLISH, WORKER, { boardId: "cut", guestId: "g" });
  await own.close();
});
