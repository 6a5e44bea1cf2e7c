import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventsOf } from "./appsync-channel.ts";
import { group, openFilterChannel, rule, startWith, type FilterChannel } from "./appsync-filter-api.ts";
import { PUBLIC } from "./appsync-harness.ts";

let channel: FilterChannel;
beforeAll(async () => {
  channel = await openFilterChannel();
});
afterAll(() => channel.close());

/** Ids of the events that come through a filter, in order. */
async function heard(filter: object, events: readonly object[]): Promise<string[]> {
  const client = await channel.open();
  expect((await startWith(client, "filtered", filter)).type).toBe("start_ack");
  await startWith(client, "all");
  for (const [index, event] of events.entries()) await channel.publishEvent({ id: String(index), ...event });
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
    await channel.publishEvent({ id: "unselected", service: "s" }, "id");
    await channel.publishEvent({ id: "selected", service: "s" });
    await eventsOf(client, "all", 2);
    expect(await eventsOf(client, "one", 1)).toEqual([{ data: { onEvent: { id: "selected" } } }]);
  });
});

describe("basic filtering, by the client's arguments", () => {
  async function heardWith(args: string, variables: object, events: readonly object[]): Promise<string[]> {
    const client = await channel.open();
    await client.start("mine", `subscription P${args}`, undefined, variables);
    await startWith(client, "all");
    for (const [index, event] of events.entries())
      await channel.publishEvent({ id: String(index), ...event });
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
    await channel.publishEvent({ id: "1", service: "s" });
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
    await channel.publishEvent({ id: "after" });
    await eventsOf(staying, "other", 1);
    await eventsOf(staying, "without", 1);
    expect(gone.frames.filter(({ type }) => type === "data")).toEqual([]);
    expect(staying.frames.filter(({ type }) => type === "complete")).toEqual([]);
  });
});
