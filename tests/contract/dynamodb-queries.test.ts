import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

let table: GuestTable;
beforeEach(async () => {
  table = await openGuestTable();
});

const joinedIn = (condition: string, values: Record<string, string>) => ({
  IndexName: "byJoined",
  KeyConditionExpression: `eventId = :event AND ${condition}`,
  ExpressionAttributeValues: {
    ":event": { S: "e1" },
    ...Object.fromEntries(Object.entries(values).map(([name, N]) => [name, { N }])),
  },
});

describe("queries", () => {
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

  test.each([true, false])(
    "page without a gap or a repetition, also among equal sort keys (forward %s)",
    async (forward) => {
      const ids = Array.from({ length: 60 }, (_, at) => `g${String(at).padStart(2, "0")}`);
      await Promise.all(ids.map((id, at) => table.put(id, { joinedAt: { N: String(at % 2) } })));
      const found: (string | undefined)[] = [];
      let start: Record<string, AttributeValue> | undefined;
      do {
        const page = await table.client.query({
          TableName: "Guest",
          IndexName: "byJoined",
          ...ofEvent(),
          Limit: 7,
          ScanIndexForward: forward,
          ...(start && { ExclusiveStartKey: start }),
        });
        expect(page.Items?.length).toBeLessThanOrEqual(7);
        found.push(...(page.Items ?? []).map((item) => item["guestId"]?.S));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      expect([...found].sort()).toEqual(ids);
      const even = found.slice(0, 30).every((id) => Number(id?.slice(1)) % 2 === (forward ? 0 : 1));
      expect(even).toBe(true);
    },
  );

  test("an index keeps two items apart whose keys share dynalite's short hash", async () => {
    const twins = ["guest-2871", "guest-4645"];
    for (const id of twins) await table.put(id, { joinedAt: { N: "1" } });
    expect((await table.query({ ...ofEvent(), IndexName: "byJoined" })).toSorted()).toEqual(twins);
    await table.client.deleteItem({ TableName: "Guest", Key: key("e1", "guest-2871") });
    expect(await table.query({ ...ofEvent(), IndexName: "byJoined" })).toEqual(["guest-4645"]);
  });

  test("filter after the limit and count what they read", async () => {
    for (let at = 0; at < 6; at += 1) await table.put(`g${at}`, { photos: { N: String(at) } });
    const page = await table.client.query({
      TableName: "Guest",
      ...ofEvent(),
      Limit: 4,
      FilterExpression: "photos > :least AND attribute_not_exists(bannedAt)",
      ExpressionAttributeValues: { ":event": { S: "e1" }, ":least": { N: "1" } },
    });
    expect(page.Items?.map((item) => item["guestId"]?.S)).toEqual(["g2", "g3"]);
    expect(page).toMatchObject({ Count: 2, ScannedCount: 4, LastEvaluatedKey: key("e1", "g3") });
  });

  test("more than a megabyte comes in pages", async () => {
    for (let at = 0; at < 5; at += 1) await table.put(`g${at}`, { text: { S: "x".repeat(300_000) } });
    const page = await table.client.query({ TableName: "Guest", ...ofEvent() });
    expect(page.Items).toHaveLength(4);
    expect(page.LastEvaluatedKey).toEqual(key("e1", "g3"));
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

describe("sparse indexes", () => {
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
});
