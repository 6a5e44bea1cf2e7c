import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventsOf, openChannel } from "./appsync-channel.ts";
import { exampleResolvers } from "./appsync-example-api.ts";
import {
  FILTER_SCHEMA,
  group,
  openFilterChannel,
  rule,
  startWith,
  type FilterChannel,
} from "./appsync-filter-api.ts";
import { PUBLIC } from "./appsync-harness.ts";

let channel: FilterChannel;
beforeAll(async () => {
  channel = await openFilterChannel();
});
afterAll(() => channel.close());

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
      filter: JSON.stringify(group([rule("id", "eq", "1")])),
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
      schema: FILTER_SCHEMA,
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
    const own = await openChannel({ schema: FILTER_SCHEMA, functions: {}, resolvers: [resolver] });
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
