import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { differsHere } from "./dynamodb-differences.ts";
import { describeEngines } from "./dynamodb-engines.ts";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

let table: GuestTable;

const joinedIn = (condition: string, values: Record<string, string>) => ({
  IndexName: "byJoined",
  KeyConditionExpression: `eventId = :event AND ${condition}`,
  ExpressionAttributeValues: {
    ":event": { S: "e1" },
    ...Object.fromEntries(Object.entries(values).map(([name, N]) => [name, { N }])),
  },
});

describeEngines("queries", (engine) => {
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  test("of the table's own key are sorted and bounded", async () => {
    for (const id of ["a1", "a3", "a2", "b1", "あ", "😀"]) await table.put(id);
    await table.put("a9", {}, "e2");
    const where = (condition: string, value: string) => ({
      KeyConditionExpression: `eventId = :event AND ${condition}`,
      ExpressionAttributeValues: { ":event": { S: "e1" }, ":value": { S: value } },
      ConsistentRead: true,
    });
    expect(await table.query({ ...ofEvent(), ConsistentRead: true })).toEqual([
      "a1",
      "a2",
      "a3",
      "b1",
      "あ",
      "😀",
    ]);
    expect(await table.query(where("begins_with(guestId, :value)", "a"))).toEqual(["a1", "a2", "a3"]);
    expect(await table.query(where("begins_with(guestId, :value)", "a1"))).toEqual(["a1"]);
    expect(await table.query(where("guestId > :value", "a2"))).toEqual(["a3", "b1", "あ", "😀"]);
    expect(await table.query(where("guestId <= :value", "a2"))).toEqual(["a1", "a2"]);
    expect(await table.query({ ...where("guestId < :value", "b1"), ScanIndexForward: false })).toEqual([
      "a3",
      "a2",
      "a1",
    ]);
  });

  test("of a numeric sort key follow the numbers", async () => {
    const numbers = ["-20", "-3", "-2.5", "0", "0.5", "7", "10", "10.25", "1763600000000", "1763600000001"];
    for (const at of [
      "7",
      "-3",
      "1763600000001",
      "0",
      "10",
      "-20",
      "10.25",
      "0.5",
      "1763600000000",
      "-2.5",
    ]) {
      await table.put(at, { joinedAt: { N: at } });
    }
    expect(await table.query({ ...ofEvent(), IndexName: "byJoined" })).toEqual(numbers);
    expect(
      await table.query({ ...ofEvent(), IndexName: "byJoined", ScanIndexForward: false, Limit: 3 }),
    ).toEqual(numbers.toReversed().slice(0, 3));
    expect(await table.query(joinedIn("joinedAt > :at", { ":at": "10" }))).toEqual(numbers.slice(7));
    expect(await table.query(joinedIn("joinedAt < :at", { ":at": "-2.5" }))).toEqual(["-20", "-3"]);
    expect(await table.query(joinedIn("joinedAt BETWEEN :a AND :b", { ":a": "-3", ":b": "7" }))).toEqual(
      numbers.slice(1, 6),
    );
  });

  test("an index keeps two items apart whose keys share dynalite's short hash", async () => {
    const twins = ["guest-2871", "guest-4645"];
    for (const id of twins) await table.put(id, { joinedAt: { N: "1" } });
    expect((await table.query({ ...ofEvent(), IndexName: "byJoined" })).toSorted()).toEqual(twins);
    await table.client.deleteItem({ TableName: "Guest", Key: key("e1", "guest-2871") });
    expect(await table.query({ ...ofEvent(), IndexName: "byJoined" })).toEqual(["guest-4645"]);
  });

  test.each([
    ["a projection beside a count", { Select: "COUNT", ProjectionExpression: "guestId" }],
    ["a projection beside all attributes", { Select: "ALL_ATTRIBUTES", ProjectionExpression: "guestId" }],
    ["specific attributes that are not named", { Select: "SPECIFIC_ATTRIBUTES" }],
    ["projected attributes of no index", { Select: "ALL_PROJECTED_ATTRIBUTES" }],
    ["an overlap of paths", { ProjectionExpression: "box, box.width" }],
    ["a limit of nothing", { Limit: 0 }],
    ["a filter with a key", { FilterExpression: "guestId = :event" }],
    ["any order of the partitions", { KeyConditionExpression: "eventId > :event" }],
    ["no partition", { KeyConditionExpression: "guestId = :event" }],
    ["an alternative", { KeyConditionExpression: "eventId = :event OR guestId = :event" }],
    ["an attribute that is no key", { KeyConditionExpression: "eventId = :event AND photos = :event" }],
    ["an unknown index", { IndexName: "byNothing" }],
  ] as const)("%s is refused", async (_, input) => {
    await expect(table.query({ ...ofEvent(), ...input })).rejects.toMatchObject({
      name: "ValidationException",
    });
  });

  test("key conditions may stand in any order and compare only with the key's own type", async () => {
    await table.put("g1");
    const withGuest = (KeyConditionExpression: string, guest: AttributeValue) =>
      table.query({
        KeyConditionExpression,
        ExpressionAttributeValues: { ":event": { S: "e1" }, ":guest": guest },
      });
    expect(await withGuest("eventId = :event AND guestId = :guest", { S: "g1" })).toEqual(["g1"]);
    await differsHere(engine, "the order of key conditions", async () => {
      const found = withGuest("guestId = :guest AND eventId = :event", { S: "g1" });
      expect(await found.catch(() => "refused")).toEqual(["g1"]);
    });
    await differsHere(engine, "a sort key of another type in a query", () =>
      expect(withGuest("eventId = :event AND guestId > :guest", { N: "1" })).rejects.toMatchObject({
        name: "ValidationException",
      }),
    );
  });

  test("scans of an index know the rules of queries", async () => {
    await table.put("g1", { rankKey: { S: "r" } });
    await table.put("g2");
    const scan = async (input: object) => (await table.client.scan({ TableName: "Guest", ...input })).Items;
    expect(await scan({ IndexName: "byRank", ProjectionExpression: "guestId" })).toEqual([
      { guestId: { S: "g1" } },
    ]);
    for (const input of [
      { IndexName: "byRank", ConsistentRead: true },
      { Segment: 0 },
      { Select: "SPECIFIC_ATTRIBUTES" },
    ])
      await expect(scan(input)).rejects.toMatchObject({ name: "ValidationException" });
    const halves = [
      await scan({ Segment: 0, TotalSegments: 2 }),
      await scan({ Segment: 1, TotalSegments: 2 }),
    ];
    expect(halves.flatMap((half) => half?.map((item) => item["guestId"]?.S)).sort()).toEqual(["g1", "g2"]);
  });

  test("a consistent read of an index and an unknown index are refused", async () => {
    await expect(table.query({ ...ofEvent(), IndexName: "byRank", ConsistentRead: true })).rejects.toThrow(
      "Consistent reads are not supported on global secondary indexes",
    );
    await expect(table.query({ ...ofEvent(), IndexName: "byNothing" })).rejects.toThrow(
      /does not have the specified index/,
    );
  });
});

describeEngines("sparse indexes", (engine) => {
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  const ranked = () => table.query({ ...ofEvent(), IndexName: "byRank", ScanIndexForward: false });
  const setRank = (id: string, rankKey?: AttributeValue) =>
    table.client.updateItem({
      TableName: "Guest",
      Key: key("e1", id),
      UpdateExpression: rankKey ? "SET rankKey = :rank" : "REMOVE rankKey",
      ...(rankKey && { ExpressionAttributeValues: { ":rank": rankKey } }),
    });

  test("hold only items with the key, follow its changes and forget deleted ones", async () => {
    await table.put("low", { rankKey: { S: "100" } });
    await table.put("high", { rankKey: { S: "300" } });
    await table.put("none");
    expect(await ranked()).toEqual(["high", "low"]);
    await setRank("none", { S: "200" });
    expect(await ranked()).toEqual(["high", "none", "low"]);
    await setRank("low", { S: "400" });
    expect(await ranked()).toEqual(["low", "high", "none"]);
    await setRank("high");
    await table.put("none");
    expect(await ranked()).toEqual(["low"]);
    await table.client.deleteItem({ TableName: "Guest", Key: key("e1", "low") });
    expect(await ranked()).toEqual([]);
  });

  test.each([
    ["NULL", { NULL: true }, /Expected: S Actual: NULL IndexName: byRank/],
    ["a number", { N: "1" }, /Expected: S Actual: N IndexName: byRank/],
    ["an empty string", { S: "" }, /empty string value/],
  ] as const)("%s as an index key is refused and nothing changes", async (_, value, message) => {
    await table.put("g1", { rankKey: { S: "100" } });
    for (const attempt of [
      () => table.put("g1", { rankKey: value }),
      () => setRank("g1", value),
      () => setRank("new", value),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        name: "ValidationException",
        message: expect.stringMatching(message),
      });
    }
    expect(await ranked()).toEqual(["g1"]);
    expect(await table.find("new")).toBeUndefined();
  });

  test("a key that is too long for an index is refused", async () => {
    await table.put("g1", { rankKey: { S: "x".repeat(1024) } });
    await differsHere(engine, "too long an index key", () =>
      expect(table.put("g1", { rankKey: { S: "x".repeat(1025) } })).rejects.toMatchObject({
        name: "ValidationException",
      }),
    );
  });
});
