import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventsOf, openChannel, type Channel } from "./appsync-channel.ts";
import { exampleResolvers } from "./appsync-example-api.ts";
import { PUBLIC, type Loose } from "./appsync-harness.ts";
import type { Client } from "./appsync-socket.ts";

/** Subscriptions whose filters a test gives as an argument, and a mutation that publishes what a test gives. */
const SCHEMA = /* GraphQL */ `
  type Query {
    nothing: String @aws_api_key
  }
  type Event @aws_api_key {
    id: ID!
    service: String
    severity: Int
    price: Float
    isUrgent: Boolean
    seats: [Int]
    tags: [String]
    place: Place
  }
  type Place @aws_api_key {
    name: String
    inner: Place
  }
  type Mutation {
    publish(event: AWSJSON!): Event @aws_api_key
    publishList(events: AWSJSON!): [Event] @aws_api_key
    end(payload: AWSJSON!): String @aws_api_key
  }
  type Subscription {
    onEvent(filter: AWSJSON, until: AWSJSON): Event @aws_subscribe(mutations: ["publish"]) @aws_api_key
    onPlain(service: String, severity: Int, tags: [String]): Event
      @aws_subscribe(mutations: ["publish"])
      @aws_api_key
    onList(filter: AWSJSON): [Event] @aws_subscribe(mutations: ["publishList"]) @aws_api_key
    onAnswering: Event @aws_subscribe(mutations: ["publish"]) @aws_api_key
  }
`;

const SET_FILTERS = `if (ctx.args.filter) extensions.setSubscriptionFilter(ctx.args.filter);
  if (ctx.args.until) extensions.setSubscriptionInvalidationFilter(ctx.args.until);
  return null;`;

let channel: Channel;
beforeAll(async () => {
  channel = await openChannel({
    schema: SCHEMA,
    queryDepthLimit: 0,
    ...exampleResolvers({
      "Mutation.publish": ["{ payload: ctx.args.event }", "return ctx.result;"],
      "Mutation.publishList": ["{ payload: ctx.args.events }", "return ctx.result;"],
      "Mutation.end": [
        "{ payload: null }",
        `extensions.invalidateSubscriptions({ subscriptionField: "onEvent", payload: ctx.args.payload }); return "done";`,
      ],
      "Subscription.onEvent": ["{ payload: null }", SET_FILTERS],
      "Subscription.onList": ["{ payload: null }", SET_FILTERS],
      "Subscription.onAnswering": ["{ payload: null }", "return { id: 'at once' };"],
    }),
  });
});
afterAll(() => channel.close());

const NAMES = "{ name inner { name inner { name inner { name } } } }";
const SELECTED = `id service severity price isUrgent seats tags place ${NAMES}`;
const ON_EVENT =
  "subscription E($filter: AWSJSON, $until: AWSJSON) { onEvent(filter: $filter, until: $until) { id } }";
const json = (value: unknown) => (value === undefined ? {} : JSON.stringify(value));

const publish = (event: object, selected = SELECTED) =>
  channel.query(`mutation P($event: AWSJSON!) { publish(event: $event) { ${selected} } }`, PUBLIC, {
    event: JSON.stringify(event),
  });

interface Rule {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}
const rule = (fieldName: string, operator: string, value: unknown): Rule => ({ fieldName, operator, value });
/** Rules of one filter are in one list. */
const group = (...filters: readonly Rule[][]) => ({
  filterGroup: filters.map((rules) => ({ filters: rules })),
});

async function startWith(client: Client, id: string, filter?: object, until?: object): Promise<Loose> {
  return client.start(id, ON_EVENT, undefined, {
    ...(filter && { filter: json(filter) }),
    ...(until && { until: json(until) }),
  });
}

/** Ids of the events that come through a filter, in order. */
async function heard(filter: object, events: readonly object[]): Promise<string[]> {
  const client = await channel.open();
  expect((await startWith(client, "filtered", filter)).type).toBe("start_ack");
  await startWith(client, "all");
  for (const [index, event] of events.entries()) await publish({ id: String(index), ...event });
  await eventsOf(client, "all", events.length);
  client.socket.terminate();
  const mine = client.frames.filter(({ id, type }) => id === "filtered" && type === "data");
  return mine.map(({ payload }) => payload.data.onEvent.id);
}

describe("the operators, with the examples of AWS's reference", () => {
  test.each<[string, unknown, string, object[], string]>([
    ["eq", "AWS AppSync", "service", [{ service: "AWS AppSync" }, { service: "aws appsync" }], "0"],
    ["eq", true, "isUrgent", [{ isUrgent: true }, { isUrgent: false }, {}], "0"],
    ["eq", 5, "severity", [{ severity: 5 }, { severity: 6 }], "0"],
    ["ne", "AWS AppSync", "service", [{ service: "AWS AppSync" }, { service: "S3" }], "1"],
    ["le", 5, "severity", [{ severity: 4 }, { severity: 5 }, { severity: 6 }], "0,1"],
    ["lt", 5, "severity", [{ severity: 4 }, { severity: 5 }], "0"],
    ["ge", 5, "severity", [{ severity: 4 }, { severity: 5 }, { severity: 6 }], "1,2"],
    ["gt", 45.75, "price", [{ price: 45.75 }, { price: 45.8 }], "1"],
    ["gt", "b", "service", [{ service: "a" }, { service: "c" }], "1"],
    ["contains", 10, "seats", [{ seats: [9, 10] }, { seats: [100] }, { seats: [] }], "0"],
    ["contains", "launch", "service", [{ service: "prelaunching" }, { service: "Launch" }], "0"],
    ["contains", 5, "severity", [{ severity: 5 }, { severity: 55 }], "0"],
    ["notContains", 10, "seats", [{ seats: [9, 10] }, { seats: [11] }], "1"],
    ["notContains", "launch", "service", [{ service: "launch" }, { service: "land" }], "1"],
    ["beginsWith", "AWS", "service", [{ service: "AWS AppSync" }, { service: "The AWS" }], "0"],
    ["in", [1, 2, 3], "severity", [{ severity: 3 }, { severity: 4 }], "0"],
    ["notIn", [1, 2, 3], "severity", [{ severity: 3 }, { severity: 4 }], "1"],
    ["between", [1, 5], "severity", [0, 1, 4, 5, 6].map((severity) => ({ severity })), "1,2,3"],
    ["between", ["b", "d"], "service", [{ service: "a" }, { service: "c" }], "1"],
    ["containsAny", [10, 15], "seats", [{ seats: [10, 11] }, { seats: [15, 20, 30] }, { seats: [1] }], "0,1"],
  ])("%s %j", async (operator, value, field, events, expected) => {
    expect((await heard(group([rule(field, operator, value)]), events)).join()).toBe(expected);
  });

  test("no operator turns a text into a number or a flag", async () => {
    const events = [{ service: "5" }, { service: "true" }];
    for (const value of [5, true])
      expect(await heard(group([rule("service", "eq", value)]), events)).toEqual([]);
    expect(await heard(group([rule("service", "ge", 1)]), events)).toEqual([]);
  });

  test("null and missing fields satisfy only what denies", async () => {
    const nothing = [{ service: null }, {}];
    const passed = [];
    for (const [operator, value] of Object.entries({
      eq: "a",
      ne: "a",
      lt: "a",
      ge: "a",
      contains: "a",
      notContains: "a",
      beginsWith: "a",
      in: ["a"],
      notIn: ["a"],
      between: ["a", "b"],
      containsAny: ["a"],
    })) {
      if ((await heard(group([rule("service", operator, value)]), nothing)).length === 2)
        passed.push(operator);
    }
    expect(passed).toEqual(["ne", "notContains", "notIn"]);
  });
});

describe("how rules combine", () => {
  const both = [
    { service: "s", severity: 1 },
    { service: "s", severity: 2 },
    { service: "t", severity: 1 },
  ];

  test("within a filter by AND, filters by OR", async () => {
    expect(await heard(group([rule("service", "eq", "s"), rule("severity", "eq", 1)]), both)).toEqual(["0"]);
    expect(await heard(group([rule("service", "eq", "t")], [rule("severity", "eq", 2)]), both)).toEqual([
      "1",
      "2",
    ]);
  });

  test("five levels deep", async () => {
    const deep = (name: string) => ({ place: { inner: { inner: { inner: { name } } } } });
    const at = rule("place.inner.inner.inner.name", "eq", "x");
    expect(await heard(group([at]), [deep("x"), deep("y"), {}])).toEqual(["0"]);
  });

  test("an empty group is no filter", async () => {
    expect(await heard({ filterGroup: [] }, both)).toHaveLength(3);
  });

  test("fields that the mutation did not select are missing", async () => {
    const client = await channel.open();
    await startWith(client, "one", group([rule("service", "eq", "s")]));
    await startWith(client, "all");
    await publish({ id: "unselected", service: "s" }, "id");
    await publish({ id: "selected", service: "s" });
    await eventsOf(client, "all", 2);
    expect(await eventsOf(client, "one", 1)).toEqual([{ data: { onEvent: { id: "selected" } } }]);
  });
});

describe("filters that AppSync does not take: the subscription does not begin", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => i);
  test.each<[string, object, string]>([
    [
      "more than five values of in",
      group([rule("severity", "in", many(6))]),
      "subscription exceeds maximum value limit 5 for operator `in`.",
    ],
    [
      "more than five values of notIn",
      group([rule("severity", "notIn", many(6))]),
      "limit 5 for operator `notIn`.",
    ],
    [
      "more than twenty values of containsAny",
      group([rule("seats", "containsAny", many(21))]),
      "limit 20 for operator `containsAny`.",
    ],
    [
      "more than five fields",
      group(
        ["id", "service", "severity", "price", "isUrgent", "place.name"].map((name) => rule(name, "ne", "x")),
      ),
      "Filters exceed maximum attributes limit 5 for subscription.",
    ],
    [
      "a field twice",
      group([rule("severity", "gt", 1), rule("severity", "lt", 3)]),
      "subscription filter uses same fieldName multiple time",
    ],
    [
      "more than ten filters",
      group(...many(11).map((i) => [rule("severity", "eq", i)])),
      "Filters combination exceed maximum limit 10 for subscription.",
    ],
    [
      "more than ten with the values of in counted",
      group([rule("severity", "in", many(4)), rule("service", "in", ["a", "b", "c"])]),
      "Filters combination exceed maximum limit 10 for subscription.",
    ],
    ["more than five levels", group([rule("a.b.c.d.e.f", "eq", 1)]), "deeper than 5 levels"],
    ["a text of more than 256 characters", group([rule("service", "eq", "x".repeat(257))]), "256 characters"],
    ["an unknown operator", group([rule("service", "like", "x")]), "unknown operator like of service"],
    ["an operator in another case", group([rule("service", "EQ", "x")]), "unknown operator EQ of service"],
    ["a comparison with null", group([rule("service", "eq", null)]), "does not fit the operator eq"],
    ["a flag that is ordered", group([rule("isUrgent", "gt", true)]), "does not fit the operator gt"],
    [
      "a prefix that is no text",
      group([rule("severity", "beginsWith", 1)]),
      "does not fit the operator beginsWith",
    ],
    ["a list for one value", group([rule("severity", "eq", [1])]), "does not fit the operator eq"],
    ["one value for a list", group([rule("severity", "in", 1)]), "does not fit the operator in"],
    ["a pair of three", group([rule("severity", "between", [1, 2, 3])]), "does not fit the operator between"],
    [
      "a pair of two kinds",
      group([rule("severity", "between", [1, "2"])]),
      "does not fit the operator between",
    ],
    ["no group", {}, "no filterGroup"],
    ["a group without filters", { filterGroup: [{}] }, "no filters"],
  ])("%s", async (_, filter, message) => {
    const client = await channel.open();
    const refusal = await startWith(client, "bad", filter);
    expect(refusal).toEqual({
      id: "bad",
      type: "error",
      payload: { errors: [{ message: expect.stringContaining(message), errorCode: 400 }] },
    });
    expect((await startWith(client, "bad")).type).toBe("error");
    expect((await startWith(client, "good", group([rule("severity", "in", many(5))]))).type).toBe(
      "start_ack",
    );
  });

  test("as an invalidation filter neither", async () => {
    const client = await channel.open();
    const refusal = await startWith(client, "bad", undefined, group([rule("severity", "in", many(6))]));
    expect(refusal.payload.errors[0].message).toContain("maximum value limit 5");
  });

  test("on a subscription that delivers lists", async () => {
    const client = await channel.open();
    const query = "subscription L($filter: AWSJSON) { onList(filter: $filter) { id } }";
    const refusal = await client.start("list", query, undefined, {
      filter: json(group([rule("id", "eq", "1")])),
    });
    expect(refusal.payload.errors[0].message).toContain("a list");
    expect((await client.start("free", query)).type).toBe("start_ack");
    await channel.query(
      'mutation { publishList(events: "[{\\"id\\":\\"1\\"},{\\"id\\":\\"2\\"}]") { id } }',
      PUBLIC,
    );
    expect(await eventsOf(client, "free", 1)).toEqual([{ data: { onList: [{ id: "1" }, { id: "2" }] } }]);
  });
});

describe("extensions where AWS does not take them", () => {
  const filter = "extensions.setSubscriptionFilter({ filterGroup: [] });";
  const end = 'extensions.invalidateSubscriptions({ subscriptionField: "onEvent", payload: {} });';

  test.each([
    ["a filter in a query", "Query.nothing", filter, "{ nothing }", "filtered only in the response handler"],
    [
      "an end in a query",
      "Query.nothing",
      end,
      "{ nothing }",
      "ended only in the response handler of a mutation",
    ],
    ["a filter in a mutation", "Mutation.end", filter, 'mutation { end(payload: "{}") }', "filtered only in"],
  ])("%s", async (_, name, code, query, message) => {
    const own = await openChannel({
      schema: SCHEMA,
      ...exampleResolvers({ [name]: ["{ payload: null }", `${code} return null;`] }),
    });
    const { errors } = await own.query(query, PUBLIC);
    await own.close();
    expect(errors).toMatchObject([{ errorType: "Code", message: expect.stringContaining(message) }]);
  });

  test("a filter in a request handler", async () => {
    const resolver = {
      typeName: "Subscription",
      fieldName: "onEvent",
      kind: "UNIT" as const,
      functions: [],
      dataSource: "none",
      code: `import { extensions } from "@aws-appsync/utils";
        export function request() { ${filter} return { payload: null }; }
        export function response() { return null; }`,
    };
    const own = await openChannel({ schema: SCHEMA, functions: {}, resolvers: [resolver] });
    const refusal = await (await own.open()).start("early", "subscription { onEvent { id } }");
    await own.close();
    expect(refusal.payload.errors[0].message).toContain("filtered only in the response handler");
  });
});

test("a subscription's resolver that answers with something is an error", async () => {
  const client = await channel.open();
  const refusal = await client.start("answering", "subscription { onAnswering { id } }");
  expect(refusal.payload.errors[0].message).toBe("The resolver of a subscription must return null");
});

describe("basic filtering, by the client's arguments", () => {
  async function heardWith(args: string, variables: object, events: readonly object[]): Promise<string[]> {
    const client = await channel.open();
    await client.start("mine", `subscription P${args}`, undefined, variables);
    await startWith(client, "all");
    for (const [index, event] of events.entries()) await publish({ id: String(index), ...event });
    await eventsOf(client, "all", events.length);
    const mine = client.frames.filter(({ id, type }) => id === "mine" && type === "data");
    return mine.map(({ payload }) => payload.data.onPlain.id);
  }
  const events = [
    { service: "s", severity: 1, tags: ["a", "b"] },
    { service: "s", severity: 2, tags: ["b", "a"] },
    { service: null, severity: 1 },
    { severity: 1 },
  ];

  test.each([
    ["no argument: everything", "{ onPlain { id } }", {}, "0,1,2,3"],
    ["all arguments must fit", '{ onPlain(service: "s", severity: 1) { id } }', {}, "0"],
    ["an explicit null asks for null", "{ onPlain(service: null, severity: 1) { id } }", {}, "2,3"],
    ["a variable asks for its value", "($s: String) { onPlain(service: $s) { id } }", { s: "s" }, "0,1"],
    ["a variable that is null, too", "($s: String) { onPlain(service: $s) { id } }", { s: null }, "2,3"],
    ["a list must be equal as a whole", '{ onPlain(tags: ["a", "b"]) { id } }', {}, "0"],
  ])("%s", async (_, args, variables, expected) => {
    expect((await heardWith(args, variables, events)).join()).toBe(expected);
  });

  test("an enhanced filter takes the place of the arguments", async () => {
    const client = await channel.open();
    // `filter` is an argument as well, and no field of the payload.
    await startWith(client, "enhanced", group([rule("service", "eq", "s")]));
    await publish({ id: "1", service: "s" });
    expect(await eventsOf(client, "enhanced", 1)).toEqual([{ data: { onEvent: { id: "1" } } }]);
  });
});

describe("invalidation", () => {
  const end = (payload: object) =>
    channel.query("mutation E($payload: AWSJSON!) { end(payload: $payload) }", PUBLIC, {
      payload: JSON.stringify(payload),
    });
  const of = (service: string, severity: number) =>
    group([rule("service", "eq", service), rule("severity", "eq", severity)]);

  test("completes the subscriptions that it fits and closes their connection", async () => {
    const [gone, staying] = [await channel.open(), await channel.open()];
    await startWith(gone, "named", undefined, of("s", 1));
    await startWith(gone, "beside");
    const all = group([rule("id", "ne", "")]);
    await startWith(staying, "other", all, of("s", 2));
    await startWith(staying, "without");
    await end({ service: "s", severity: 1 });
    await gone.next("complete", "named");
    expect(await gone.closed()).toBe(1000);
    await end({ service: "s" });
    await publish({ id: "after" });
    await eventsOf(staying, "other", 1);
    await eventsOf(staying, "without", 1);
    expect(gone.frames.filter(({ type }) => type === "data")).toEqual([]);
    expect(staying.frames.filter(({ type }) => type === "complete")).toEqual([]);
  });
});
