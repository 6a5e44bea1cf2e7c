import type { AttributeValue, ReturnValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { describeEngines } from "./dynamodb-engines.ts";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

let table: GuestTable;

describeEngines("items", (engine) => {
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  test("keep every kind of value", async () => {
    const item = {
      nothing: { NULL: true },
      yes: { BOOL: true },
      text: { S: "笑顔 😀" },
      empty: { S: "" },
      number: { N: "12345678901234567890123456789012345678" },
      small: { N: "-0.00000000000000000000000000000000000001234" },
      list: { L: [{ S: "a" }, { NULL: true }, { M: { deep: { L: [] } } }] },
      map: { M: { left: { N: "0.25" }, "a key": { S: "x" } } },
      words: { SS: ["a", "b"] },
      bytes: { B: new Uint8Array([0, 255, 7]) },
    };
    await table.put("g1", item);
    expect(await table.find("g1")).toEqual({ ...key("e1", "g1"), ...item });
  });

  test("more than 38 digits are refused", async () => {
    await expect(table.put("g1", { number: { N: "1".repeat(39) } })).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("38 significant digits"),
    });
  });

  test("a put over another item gives the old one when asked", async () => {
    await table.put("g1", { displayName: { S: "old" } });
    const input = { TableName: "Guest", Item: { ...key("e1", "g1"), displayName: { S: "new" } } };
    const { Attributes } = await table.client.putItem({ ...input, ReturnValues: "ALL_OLD" });
    expect(Attributes?.["displayName"]?.S).toBe("old");
    expect((await table.find("g1"))?.["displayName"]?.S).toBe("new");
  });

  test("delete gives the old item and a second one nothing", async () => {
    await table.put("g1", { score: { N: "1.5" } });
    const remove = () =>
      table.client.deleteItem({ TableName: "Guest", Key: key("e1", "g1"), ReturnValues: "ALL_OLD" });
    expect((await remove()).Attributes?.["score"]?.N).toBe("1.5");
    expect((await remove()).Attributes).toBeUndefined();
    expect(await table.find("g1")).toBeUndefined();
  });

  test("batches write and read", async () => {
    const ids = Array.from({ length: 25 }, (_, at) => `g${at}`);
    await table.client.batchWriteItem({
      RequestItems: { Guest: ids.map((id) => ({ PutRequest: { Item: key("e1", id) } })) },
    });
    const { Responses } = await table.client.batchGetItem({
      RequestItems: { Guest: { Keys: [...ids, "nobody"].map((id) => key("e1", id)) } },
    });
    expect(Responses?.["Guest"]?.map((item) => item["guestId"]?.S).sort()).toEqual([...ids].sort());
  });

  test.each([
    ["no sort key", { eventId: { S: "e1" } }],
    ["a sort key of another type", { eventId: { S: "e1" }, guestId: { N: "1" } }],
    ["an empty sort key", key("e1", "")],
    ["too long a sort key", key("e1", "x".repeat(1025))],
    ["too long a partition key", key("x".repeat(2049), "g1")],
    ["more than 400 KB", { ...key("e1", "g1"), text: { S: "x".repeat(409_600) } }],
    ["33 levels", { ...key("e1", "g1"), deep: nested(33) }],
    ["a number too large", { ...key("e1", "g1"), number: { N: "1e126" } }],
    ["a number that is none", { ...key("e1", "g1"), number: { N: "one" } }],
    ["a set with one element twice", { ...key("e1", "g1"), numbers: { NS: ["1", "1.0"] } }],
  ])("with %s are refused", async (_, Item) => {
    const put = table.client.putItem({ TableName: "Guest", Item });
    await expect(put).rejects.toMatchObject({ name: "ValidationException" });
    expect((await table.client.scan({ TableName: "Guest" })).Count).toBe(0);
  });

  test("say why a key may not be empty", async () => {
    const message =
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: guestId";
    await expect(table.put("")).rejects.toMatchObject({ message });
    await expect(table.find("")).rejects.toMatchObject({ message });
  });

  test("may be as large, as deep and as many as AWS takes", async () => {
    const names = "eventId".length + "e1".length + "guestId".length + "g1".length + "text".length;
    await table.put("g1", { text: { S: "x".repeat(409_600 - names) } });
    await table.put("g2", { deep: nested(32) });
    expect((await table.find("g2"))?.["deep"]).toEqual(nested(32));
    const keys = (count: number) => Array.from({ length: count }, (_, at) => key("e1", `g${at}`));
    const read = (Keys: Record<string, AttributeValue>[]) =>
      table.client.batchGetItem({ RequestItems: { Guest: { Keys } } });
    expect((await read(keys(100))).Responses?.["Guest"]).toHaveLength(2);
    await expect(read(keys(101))).rejects.toMatchObject({ name: "ValidationException" });
    await expect(read([...keys(1), ...keys(1)])).rejects.toMatchObject({ name: "ValidationException" });
    const write = (count: number) =>
      table.client.batchWriteItem({
        RequestItems: { Guest: keys(count).map((Item) => ({ PutRequest: { Item } })) },
      });
    await expect(write(26)).rejects.toMatchObject({ name: "ValidationException" });
    const tooDeep = { PutRequest: { Item: { ...key("e1", "deep"), deep: nested(33) } } };
    await expect(table.client.batchWriteItem({ RequestItems: { Guest: [tooDeep] } })).rejects.toMatchObject({
      name: "ValidationException",
    });
  });

  test("are removed with an answer that deletions know", async () => {
    const remove = (ReturnValues: ReturnValue) =>
      table.client.deleteItem({ TableName: "Guest", Key: key("e1", "g1"), ReturnValues });
    await expect(remove("UPDATED_OLD")).rejects.toMatchObject({ name: "ValidationException" });
    expect((await remove("ALL_OLD")).Attributes).toBeUndefined();
  });

  test("scan pages through everything with a filter", async () => {
    for (let at = 0; at < 7; at += 1) await table.put(`g${at}`, { photos: { N: String(at) } }, `e${at}`);
    const found: (string | undefined)[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await table.client.scan({
        TableName: "Guest",
        Limit: 3,
        FilterExpression: "photos >= :least",
        ExpressionAttributeValues: { ":least": { N: "2" } },
        ...(start && { ExclusiveStartKey: start }),
      });
      found.push(...(page.Items ?? []).map((item) => item["guestId"]?.S));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    expect(found.sort()).toEqual(["g2", "g3", "g4", "g5", "g6"]);
  });
});

describeEngines("races", (engine) => {
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  test("of 50 inserts of one key exactly one wins", async () => {
    const inserts = Array.from({ length: 50 }, (_, at) =>
      table.client.putItem({
        TableName: "Guest",
        Item: { ...key("e1", "g1"), by: { N: String(at) } },
        ConditionExpression: "attribute_not_exists(guestId)",
      }),
    );
    const results = await Promise.allSettled(inserts);
    const winners = results.flatMap(({ status }, at) => (status === "fulfilled" ? [at] : []));
    const losers = results.flatMap((one) => (one.status === "rejected" ? [one.reason.name] : []));
    expect(winners).toHaveLength(1);
    expect(new Set(losers)).toEqual(new Set(["ConditionalCheckFailedException"]));
    expect((await table.find("g1"))?.["by"]?.N).toBe(String(winners[0]));
  });

  test("200 additions at once make 200", async () => {
    const add = () =>
      table.client.updateItem({
        TableName: "Guest",
        Key: key("e1", "g1"),
        UpdateExpression: "ADD photos :one SET rankKey = :rank",
        ExpressionAttributeValues: { ":one": { N: "1" }, ":rank": { S: Math.random().toString() } },
      });
    await Promise.all(Array.from({ length: 200 }, add));
    const item = await table.find("g1");
    expect(item?.["photos"]?.N).toBe("200");
    const { Items } = await table.client.query({ TableName: "Guest", IndexName: "byRank", ...ofEvent() });
    expect(Items).toEqual([item]);
  });
});

/** A list in a list in a list …, so many levels deep. */
function nested(levels: number): AttributeValue {
  return levels === 1 ? { S: "bottom" } : { L: [nested(levels - 1)] };
}
