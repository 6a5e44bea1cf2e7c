import { ConditionalCheckFailedException, type AttributeValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import type { Caller } from "../../local/aws/service.ts";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

let table: GuestTable;
beforeEach(async () => {
  table = await openGuestTable();
});

describe("items", () => {
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

describe("updates", () => {
  const update = (UpdateExpression: string, values?: Record<string, AttributeValue>, more: object = {}) =>
    table.client.updateItem({
      TableName: "Guest",
      Key: key("e1", "g1"),
      UpdateExpression,
      ...(values && { ExpressionAttributeValues: values }),
      ReturnValues: "ALL_NEW",
      ...more,
    });

  test("SET, REMOVE, ADD and if_not_exists in one expression", async () => {
    await table.put("g1", { displayName: { S: "old" }, bannedAt: { N: "1" }, photos: { N: "2" } });
    const { Attributes } = await update(
      "SET displayName = :name, firstSeen = if_not_exists(firstSeen, :now), #l = list_append(:none, :one) REMOVE bannedAt ADD photos :plus, faces :plus",
      {
        ":name": { S: "new" },
        ":now": { N: "7" },
        ":none": { L: [] },
        ":one": { L: [{ S: "x" }] },
        ":plus": { N: "1" },
      },
      { ExpressionAttributeNames: { "#l": "language" } },
    );
    const expected = {
      ...key("e1", "g1"),
      displayName: { S: "new" },
      firstSeen: { N: "7" },
      language: { L: [{ S: "x" }] },
      photos: { N: "3" },
      faces: { N: "1" },
    };
    expect(Attributes).toEqual(expected);
    expect(await table.find("g1")).toEqual(expected);
  });

  test("if_not_exists keeps what is there", async () => {
    await table.put("g1", { firstSeen: { N: "3" } });
    const { Attributes } = await update("SET firstSeen = if_not_exists(firstSeen, :now)", {
      ":now": { N: "7" },
    });
    expect(Attributes?.["firstSeen"]?.N).toBe("3");
  });

  test("positions in a list mean the list as it was", async () => {
    await table.put("g1", { letters: { L: ["a", "b", "c", "d"].map((S) => ({ S })) } });
    const { Attributes } = await update("REMOVE letters[0], letters[2] SET letters[1] = :new", {
      ":new": { S: "B" },
    });
    expect(Attributes?.["letters"]?.L?.map(({ S }) => S)).toEqual(["B", "d"]);
  });

  test("copying an attribute that is changed too is refused by name instead of going wrong", async () => {
    await table.put("g1", { photos: { N: "2" } });
    await expect(update("SET photosBefore = photos ADD photos :one", { ":one": { N: "1" } })).rejects.toThrow(
      /not available in the local DynamoDB/,
    );
  });

  test("a version condition lets the first and every next write through and no other", async () => {
    const save = (seen: string, next: string) =>
      update(
        "SET version = :next",
        { ":seen": { N: seen }, ":next": { N: next } },
        {
          ConditionExpression: "attribute_not_exists(guestId) OR version = :seen",
        },
      );
    await save("0", "1");
    await save("1", "2");
    await expect(save("1", "3")).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect((await table.find("g1"))?.["version"]?.N).toBe("2");
    await save("2.0", "3");
    expect((await table.find("g1"))?.["version"]?.N).toBe("3");
  });

  test("a failed condition gives the item only when asked", async () => {
    await table.put("g1", { version: { N: "4" } });
    const refused = {
      ConditionExpression: "version = :seen",
      ExpressionAttributeValues: { ":seen": { N: "1" } },
    };
    const input = { TableName: "Guest", ...refused };
    const item = { ...key("e1", "g1"), version: { N: "4" } };
    const asked = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
    const failures = [
      () => table.client.putItem({ ...input, ...asked, Item: key("e1", "g1") }),
      () => table.client.deleteItem({ ...input, ...asked, Key: key("e1", "g1") }),
      () =>
        table.client.updateItem({
          ...input,
          ...asked,
          Key: key("e1", "g1"),
          UpdateExpression: "REMOVE displayName",
        }),
    ];
    for (const failure of failures) {
      await expect(failure()).rejects.toMatchObject({ name: "ConditionalCheckFailedException", Item: item });
    }
    const silent = await table.client
      .deleteItem({ ...input, Key: key("e1", "g1") })
      .catch((error: unknown) => error);
    expect(silent).toBeInstanceOf(ConditionalCheckFailedException);
    expect(silent).not.toHaveProperty("Item", item);
    const missing = table.client
      .putItem({ ...input, ...asked, Item: key("e1", "nobody") })
      .catch((error: unknown) => error);
    expect(await missing).toMatchObject({ name: "ConditionalCheckFailedException" });
    expect(await missing).not.toHaveProperty("Item", expect.anything());
  });

  test("comparing with a map is refused by name instead of never matching", async () => {
    await table.put("g1", { box: { M: { left: { N: "1" } } } });
    const condition = { ConditionExpression: "box = :box OR attribute_exists(guestId)" };
    await expect(update("SET a = :box", { ":box": { M: {} } }, condition)).rejects.toThrow(/list or a map/);
  });
});

describe("a caller inside the process", () => {
  test("gets objects like any other", async () => {
    const { store } = table;
    const Key = key("e1", "g1");
    const update = {
      Key,
      UpdateExpression: "SET faces = :faces",
      ExpressionAttributeValues: { ":faces": { L: [{ M: { left: { N: "1" } } }] } },
      ReturnValues: "ALL_NEW",
    };
    const projection = { ...ofEvent(), ProjectionExpression: "faces" };
    const faces = { L: [{ M: { left: { N: "1" } } }] };
    const call = (operation: string, input: object) =>
      store.call(operation, { TableName: "Guest", ...input }, nobody);
    expect(await call("UpdateItem", update)).toStrictEqual({
      Attributes: { ...Key, faces },
      ConsumedCapacity: undefined,
    });
    expect(await call("Query", projection)).toMatchObject({ Items: [{ faces }] });
    const answer = await call("Query", projection);
    expect(prototypesOf(answer)).not.toContain(null);
    expect(update.ExpressionAttributeValues).toStrictEqual({ ":faces": faces });
  });
});

const nobody: Caller = { arn: "test", authorize() {} };

function prototypesOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return [Object.getPrototypeOf(value), ...Object.values(value).flatMap(prototypesOf)];
}

describe("races", () => {
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
