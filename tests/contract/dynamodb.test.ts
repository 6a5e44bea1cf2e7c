import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  ConditionalCheckFailedException,
  DynamoDB,
  type AttributeValue,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDynamoDb, type DynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { createGateway, type Gateway } from "../../local/aws/gateway/gateway.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { ACCOUNT_ID, REGION, type RestService } from "../../local/aws/service.ts";

const START_MS = Date.UTC(2026, 10, 20, 9);
const START_SECONDS = START_MS / 1000;
const guestTable = `arn:aws:dynamodb:${REGION}:${ACCOUNT_ID}:table/Guest`;
const guestReaderArn = `arn:aws:iam::${ACCOUNT_ID}:role/guest-reader`;

const absent: RestService = {
  handle: () => Promise.reject(new Error("not part of this test")),
  renderError: ({ status, message }) => ({ status, body: message }),
};

let now = START_MS;
let store: DynamoDb;
let gateway: Gateway;
let client: DynamoDB;
let guestReader: DynamoDB;
const identities = createIdentities();

beforeAll(async () => {
  store = await createDynamoDb({ clock: () => now });
  gateway = createGateway({
    clock: Date.now,
    identities,
    log: console.error,
    jsonServices: [store],
    lambda: absent,
    cloudFront: absent,
    s3: absent,
  });
  const { origin } = await gateway.listen(0);
  const connect = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
    new DynamoDB({ endpoint: origin, region: REGION, credentials, maxAttempts: 1 });
  client = connect(identities.administrator);
  identities.addRole({
    roleArn: guestReaderArn,
    policies: [
      {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: guestTable },
          { Effect: "Allow", Action: "dynamodb:Query", Resource: `${guestTable}/index/byRank` },
        ],
      },
    ],
  });
  guestReader = connect(identities.credentialsFor(guestReaderArn));
});

afterAll(async () => {
  client?.destroy();
  guestReader?.destroy();
  await gateway?.close();
  await store?.close();
});

const guests = {
  tableName: "Guest",
  keySchema: [
    { AttributeName: "eventId", KeyType: "HASH" },
    { AttributeName: "guestId", KeyType: "RANGE" },
  ],
  attributeDefinitions: [
    { AttributeName: "eventId", AttributeType: "S" },
    { AttributeName: "guestId", AttributeType: "S" },
    { AttributeName: "rankKey", AttributeType: "S" },
    { AttributeName: "joinedAt", AttributeType: "N" },
  ],
  globalSecondaryIndexes: [
    {
      IndexName: "byRank",
      KeySchema: [
        { AttributeName: "eventId", KeyType: "HASH" },
        { AttributeName: "rankKey", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    },
    {
      IndexName: "byJoined",
      KeySchema: [
        { AttributeName: "eventId", KeyType: "HASH" },
        { AttributeName: "joinedAt", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    },
  ],
};

const key = (eventId: string, guestId: string) => ({ eventId: { S: eventId }, guestId: { S: guestId } });

async function fresh(): Promise<void> {
  if ((await client.listTables({})).TableNames?.includes("Guest"))
    await client.deleteTable({ TableName: "Guest" });
  await store.ensureTable(guests);
}

function put(guestId: string, attributes: Record<string, AttributeValue> = {}, eventId = "e1") {
  return client.putItem({ TableName: "Guest", Item: { ...key(eventId, guestId), ...attributes } });
}

async function find(guestId: string, eventId = "e1") {
  return (await client.getItem({ TableName: "Guest", Key: key(eventId, guestId), ConsistentRead: true }))
    .Item;
}

async function query(input: Omit<QueryCommandInput, "TableName">): Promise<(string | undefined)[]> {
  const { Items = [] } = await client.query({ TableName: "Guest", ...input });
  return Items.map((item) => item["guestId"]?.S);
}

const ofEvent = (eventId = "e1") => ({
  KeyConditionExpression: "eventId = :event",
  ExpressionAttributeValues: { ":event": { S: eventId } },
});

const joinedIn = (condition: string, values: Record<string, string>) => ({
  IndexName: "byJoined",
  KeyConditionExpression: `eventId = :event AND ${condition}`,
  ExpressionAttributeValues: {
    ":event": { S: "e1" },
    ...Object.fromEntries(Object.entries(values).map(([name, N]) => [name, { N }])),
  },
});

beforeEach(async () => {
  now = START_MS;
  await fresh();
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
    await put("g1", item);
    expect(await find("g1")).toEqual({ ...key("e1", "g1"), ...item });
  });

  test("more than 38 digits are refused", async () => {
    await expect(put("g1", { number: { N: "1".repeat(39) } })).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("38 significant digits"),
    });
  });

  test("a put over another item gives the old one when asked", async () => {
    await put("g1", { displayName: { S: "old" } });
    const input = { TableName: "Guest", Item: { ...key("e1", "g1"), displayName: { S: "new" } } };
    const { Attributes } = await client.putItem({ ...input, ReturnValues: "ALL_OLD" });
    expect(Attributes?.["displayName"]?.S).toBe("old");
    expect((await find("g1"))?.["displayName"]?.S).toBe("new");
  });

  test("delete gives the old item and a second one nothing", async () => {
    await put("g1", { score: { N: "1.5" } });
    const remove = () =>
      client.deleteItem({ TableName: "Guest", Key: key("e1", "g1"), ReturnValues: "ALL_OLD" });
    expect((await remove()).Attributes?.["score"]?.N).toBe("1.5");
    expect((await remove()).Attributes).toBeUndefined();
    expect(await find("g1")).toBeUndefined();
  });

  test("batches write and read", async () => {
    const ids = Array.from({ length: 25 }, (_, at) => `g${at}`);
    await client.batchWriteItem({
      RequestItems: { Guest: ids.map((id) => ({ PutRequest: { Item: key("e1", id) } })) },
    });
    const { Responses } = await client.batchGetItem({
      RequestItems: { Guest: { Keys: [...ids, "nobody"].map((id) => key("e1", id)) } },
    });
    expect(Responses?.["Guest"]?.map((item) => item["guestId"]?.S).sort()).toEqual([...ids].sort());
  });

  test("scan pages through everything with a filter", async () => {
    for (let at = 0; at < 7; at += 1) await put(`g${at}`, { photos: { N: String(at) } }, `e${at}`);
    const found: (string | undefined)[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.scan({
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
    client.updateItem({
      TableName: "Guest",
      Key: key("e1", "g1"),
      UpdateExpression,
      ...(values && { ExpressionAttributeValues: values }),
      ReturnValues: "ALL_NEW",
      ...more,
    });

  test("SET, REMOVE, ADD and if_not_exists in one expression", async () => {
    await put("g1", { displayName: { S: "old" }, bannedAt: { N: "1" }, photos: { N: "2" } });
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
    expect(await find("g1")).toEqual(expected);
  });

  test("if_not_exists keeps what is there", async () => {
    await put("g1", { firstSeen: { N: "3" } });
    const { Attributes } = await update("SET firstSeen = if_not_exists(firstSeen, :now)", {
      ":now": { N: "7" },
    });
    expect(Attributes?.["firstSeen"]?.N).toBe("3");
  });

  test("positions in a list mean the list as it was", async () => {
    await put("g1", { letters: { L: ["a", "b", "c", "d"].map((S) => ({ S })) } });
    const { Attributes } = await update("REMOVE letters[0], letters[2] SET letters[1] = :new", {
      ":new": { S: "B" },
    });
    expect(Attributes?.["letters"]?.L?.map(({ S }) => S)).toEqual(["B", "d"]);
  });

  test("copying an attribute that is changed too is refused by name instead of going wrong", async () => {
    await put("g1", { photos: { N: "2" } });
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
    expect((await find("g1"))?.["version"]?.N).toBe("2");
    await save("2.0", "3");
    expect((await find("g1"))?.["version"]?.N).toBe("3");
  });

  test("a failed condition gives the item only when asked", async () => {
    await put("g1", { version: { N: "4" } });
    const refused = {
      ConditionExpression: "version = :seen",
      ExpressionAttributeValues: { ":seen": { N: "1" } },
    };
    const input = { TableName: "Guest", ...refused };
    const item = { ...key("e1", "g1"), version: { N: "4" } };
    const asked = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
    const failures = [
      () => client.putItem({ ...input, ...asked, Item: key("e1", "g1") }),
      () => client.deleteItem({ ...input, ...asked, Key: key("e1", "g1") }),
      () =>
        client.updateItem({
          ...input,
          ...asked,
          Key: key("e1", "g1"),
          UpdateExpression: "REMOVE displayName",
        }),
    ];
    for (const failure of failures) {
      await expect(failure()).rejects.toMatchObject({ name: "ConditionalCheckFailedException", Item: item });
    }
    const silent = await client
      .deleteItem({ ...input, Key: key("e1", "g1") })
      .catch((error: unknown) => error);
    expect(silent).toBeInstanceOf(ConditionalCheckFailedException);
    expect(silent).not.toHaveProperty("Item", item);
    const missing = client
      .putItem({ ...input, ...asked, Item: key("e1", "nobody") })
      .catch((error: unknown) => error);
    expect(await missing).toMatchObject({ name: "ConditionalCheckFailedException" });
    expect(await missing).not.toHaveProperty("Item", expect.anything());
  });

  test("comparing with a map is refused by name instead of never matching", async () => {
    await put("g1", { box: { M: { left: { N: "1" } } } });
    const condition = { ConditionExpression: "box = :box OR attribute_exists(guestId)" };
    await expect(update("SET a = :box", { ":box": { M: {} } }, condition)).rejects.toThrow(/list or a map/);
  });
});

describe("races", () => {
  test("of 50 inserts of one key exactly one wins", async () => {
    const inserts = Array.from({ length: 50 }, (_, at) =>
      client.putItem({
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
    expect((await find("g1"))?.["by"]?.N).toBe(String(winners[0]));
  });

  test("200 additions at once make 200", async () => {
    const add = () =>
      client.updateItem({
        TableName: "Guest",
        Key: key("e1", "g1"),
        UpdateExpression: "ADD photos :one SET rankKey = :rank",
        ExpressionAttributeValues: { ":one": { N: "1" }, ":rank": { S: Math.random().toString() } },
      });
    await Promise.all(Array.from({ length: 200 }, add));
    const item = await find("g1");
    expect(item?.["photos"]?.N).toBe("200");
    const { Items } = await client.query({ TableName: "Guest", IndexName: "byRank", ...ofEvent() });
    expect(Items).toEqual([item]);
  });
});

describe("queries", () => {
  test("of the table's own key are sorted and bounded", async () => {
    for (const id of ["a1", "a3", "a2", "b1", "あ", "😀"]) await put(id);
    await put("a9", {}, "e2");
    const where = (condition: string, value: string) => ({
      KeyConditionExpression: `eventId = :event AND ${condition}`,
      ExpressionAttributeValues: { ":event": { S: "e1" }, ":value": { S: value } },
      ConsistentRead: true,
    });
    expect(await query({ ...ofEvent(), ConsistentRead: true })).toEqual(["a1", "a2", "a3", "b1", "あ", "😀"]);
    expect(await query(where("begins_with(guestId, :value)", "a"))).toEqual(["a1", "a2", "a3"]);
    expect(await query(where("begins_with(guestId, :value)", "a1"))).toEqual(["a1"]);
    expect(await query(where("guestId > :value", "a2"))).toEqual(["a3", "b1", "あ", "😀"]);
    expect(await query(where("guestId <= :value", "a2"))).toEqual(["a1", "a2"]);
    expect(await query({ ...where("guestId < :value", "b1"), ScanIndexForward: false })).toEqual([
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
      await put(at, { joinedAt: { N: at } });
    }
    expect(await query({ ...ofEvent(), IndexName: "byJoined" })).toEqual(numbers);
    expect(await query({ ...ofEvent(), IndexName: "byJoined", ScanIndexForward: false, Limit: 3 })).toEqual(
      numbers.toReversed().slice(0, 3),
    );
    expect(await query(joinedIn("joinedAt > :at", { ":at": "10" }))).toEqual(numbers.slice(7));
    expect(await query(joinedIn("joinedAt < :at", { ":at": "-2.5" }))).toEqual(["-20", "-3"]);
    expect(await query(joinedIn("joinedAt BETWEEN :a AND :b", { ":a": "-3", ":b": "7" }))).toEqual(
      numbers.slice(1, 6),
    );
  });

  test.each([true, false])(
    "page without a gap or a repetition, also among equal sort keys (forward %s)",
    async (forward) => {
      const ids = Array.from({ length: 60 }, (_, at) => `g${String(at).padStart(2, "0")}`);
      await Promise.all(ids.map((id, at) => put(id, { joinedAt: { N: String(at % 2) } })));
      const found: (string | undefined)[] = [];
      let start: Record<string, AttributeValue> | undefined;
      do {
        const page = await client.query({
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
    for (const id of twins) await put(id, { joinedAt: { N: "1" } });
    expect((await query({ ...ofEvent(), IndexName: "byJoined" })).toSorted()).toEqual(twins);
    await client.deleteItem({ TableName: "Guest", Key: key("e1", "guest-2871") });
    expect(await query({ ...ofEvent(), IndexName: "byJoined" })).toEqual(["guest-4645"]);
  });

  test("filter after the limit and count what they read", async () => {
    for (let at = 0; at < 6; at += 1) await put(`g${at}`, { photos: { N: String(at) } });
    const page = await client.query({
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
    for (let at = 0; at < 5; at += 1) await put(`g${at}`, { text: { S: "x".repeat(300_000) } });
    const page = await client.query({ TableName: "Guest", ...ofEvent() });
    expect(page.Items).toHaveLength(4);
    expect(page.LastEvaluatedKey).toEqual(key("e1", "g3"));
  });

  test("a consistent read of an index and an unknown index are refused", async () => {
    await expect(query({ ...ofEvent(), IndexName: "byRank", ConsistentRead: true })).rejects.toThrow(
      "Consistent reads are not supported on global secondary indexes",
    );
    await expect(query({ ...ofEvent(), IndexName: "byNothing" })).rejects.toThrow(
      /does not have the specified index/,
    );
  });
});

describe("sparse indexes", () => {
  const ranked = () => query({ ...ofEvent(), IndexName: "byRank", ScanIndexForward: false });
  const setRank = (id: string, rankKey?: AttributeValue) =>
    client.updateItem({
      TableName: "Guest",
      Key: key("e1", id),
      UpdateExpression: rankKey ? "SET rankKey = :rank" : "REMOVE rankKey",
      ...(rankKey && { ExpressionAttributeValues: { ":rank": rankKey } }),
    });

  test("hold only items with the key, follow its changes and forget deleted ones", async () => {
    await put("low", { rankKey: { S: "100" } });
    await put("high", { rankKey: { S: "300" } });
    await put("none");
    expect(await ranked()).toEqual(["high", "low"]);
    await setRank("none", { S: "200" });
    expect(await ranked()).toEqual(["high", "none", "low"]);
    await setRank("low", { S: "400" });
    expect(await ranked()).toEqual(["low", "high", "none"]);
    await setRank("high");
    await put("none");
    expect(await ranked()).toEqual(["low"]);
    await client.deleteItem({ TableName: "Guest", Key: key("e1", "low") });
    expect(await ranked()).toEqual([]);
  });

  test.each([
    ["NULL", { NULL: true }, /Expected: S Actual: NULL IndexName: byRank/],
    ["a number", { N: "1" }, /Expected: S Actual: N IndexName: byRank/],
    ["an empty string", { S: "" }, /empty string value/],
  ] as const)("%s as an index key is refused and nothing changes", async (_, value, message) => {
    await put("g1", { rankKey: { S: "100" } });
    for (const attempt of [
      () => put("g1", { rankKey: value }),
      () => setRank("g1", value),
      () => setRank("new", value),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        name: "ValidationException",
        message: expect.stringMatching(message),
      });
    }
    expect(await ranked()).toEqual(["g1"]);
    expect(await find("new")).toBeUndefined();
  });
});

describe("tables", () => {
  test("are made with an index on demand and get another one later", async () => {
    const table = await client.createTable({
      TableName: "Later",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    });
    expect(table.TableDescription?.TableArn).toBe(`arn:aws:dynamodb:${REGION}:${ACCOUNT_ID}:table/Later`);
    await client.putItem({ TableName: "Later", Item: { id: { S: "1" }, board: { S: "b" } } });
    await client.putItem({ TableName: "Later", Item: { id: { S: "2" } } });
    await client.updateTable({
      TableName: "Later",
      AttributeDefinitions: [{ AttributeName: "board", AttributeType: "S" }],
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: "byBoard",
            KeySchema: [{ AttributeName: "board", KeyType: "HASH" }],
            Projection: { ProjectionType: "KEYS_ONLY" },
          },
        },
      ],
    });
    const { Table } = await client.describeTable({ TableName: "Later" });
    expect(Table?.GlobalSecondaryIndexes?.[0]).toMatchObject({ IndexName: "byBoard", IndexStatus: "ACTIVE" });
    const { Items } = await client.query({
      TableName: "Later",
      IndexName: "byBoard",
      KeyConditionExpression: "board = :board",
      ExpressionAttributeValues: { ":board": { S: "b" } },
    });
    expect(Items).toEqual([{ id: { S: "1" }, board: { S: "b" } }]);
    await client.deleteTable({ TableName: "Later" });
    await expect(client.describeTable({ TableName: "Later" })).rejects.toThrow(/Table: Later not found/);
  });

  test("ensured again keep their items and follow the definition's indexes", async () => {
    await put("g1", { rankKey: { S: "1" }, photos: { N: "1" } });
    const [byRank] = guests.globalSecondaryIndexes;
    if (byRank === undefined) throw new Error("the definition has two indexes");
    const byPhotos = {
      IndexName: "byPhotos",
      KeySchema: [{ AttributeName: "photos", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    };
    await store.ensureTable({
      ...guests,
      attributeDefinitions: [...guests.attributeDefinitions, { AttributeName: "photos", AttributeType: "N" }],
      globalSecondaryIndexes: [byRank, byPhotos],
    });
    const inIndex = query({
      IndexName: "byPhotos",
      KeyConditionExpression: "photos = :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
    });
    expect(await inIndex).toEqual(["g1"]);
    const { Table } = await client.describeTable({ TableName: "Guest" });
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(["byRank", "byPhotos"]);
    const otherKey = store.ensureTable({ ...guests, keySchema: guests.keySchema.slice(0, 1) });
    await expect(otherKey).rejects.toThrow(/Table Guest is there with another key/);
  });

  test("what is missing says its name", async () => {
    const write = client.transactWriteItems({
      TransactItems: [{ Put: { TableName: "Guest", Item: key("e1", "g1") } }],
    });
    await expect(write).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: "DynamoDB TransactWriteItems is not available locally",
    });
    await expect(
      client.updateTable({ TableName: "Guest", StreamSpecification: { StreamEnabled: true } }),
    ).rejects.toThrow("UpdateTable with StreamSpecification is not available in the local DynamoDB");
    await expect(client.getItem({ TableName: "Nothing", Key: key("e1", "g1") })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });
});

describe("time to live", () => {
  test("items go when the clock says so, and only those", async () => {
    await client.updateTimeToLive({
      TableName: "Guest",
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
    const { TimeToLiveDescription } = await client.describeTimeToLive({ TableName: "Guest" });
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" });
    await put("soon", { expiresAt: { N: String(START_SECONDS + 60) }, rankKey: { S: "1" } });
    await put("later", { expiresAt: { N: String(START_SECONDS + 3600) }, rankKey: { S: "2" } });
    await put("text", { expiresAt: { S: "1" } });
    await put("never");
    expect(await store.sweepExpired()).toBe(0);
    now += 61_000;
    expect(await store.sweepExpired()).toBe(1);
    expect(await query(ofEvent())).toEqual(["later", "never", "text"]);
    expect(await query({ ...ofEvent(), IndexName: "byRank" })).toEqual(["later"]);
  });

  test("a table without it loses nothing", async () => {
    await put("g1", { expiresAt: { N: "1" } });
    expect(await store.sweepExpired()).toBe(0);
    expect(await find("g1")).toBeDefined();
  });
});

describe("rights", () => {
  test("a role reads what its policies name and nothing else", async () => {
    await put("g1", { rankKey: { S: "1" } });
    expect((await guestReader.getItem({ TableName: "Guest", Key: key("e1", "g1") })).Item).toBeDefined();
    expect((await guestReader.query({ TableName: "Guest", IndexName: "byRank", ...ofEvent() })).Count).toBe(
      1,
    );
    const denied = (action: string, resource: string) => ({
      name: "AccessDeniedException",
      message: expect.stringContaining(`is not authorized to perform: ${action} on resource: ${resource}`),
    });
    await expect(
      guestReader.query({ TableName: "Guest", IndexName: "byJoined", ...ofEvent() }),
    ).rejects.toMatchObject(denied("dynamodb:Query", `${guestTable}/index/byJoined`));
    await expect(guestReader.putItem({ TableName: "Guest", Item: key("e1", "g2") })).rejects.toMatchObject(
      denied("dynamodb:PutItem", guestTable),
    );
    await expect(
      guestReader.batchGetItem({ RequestItems: { Guest: { Keys: [key("e1", "g1")] } } }),
    ).rejects.toMatchObject(denied("dynamodb:BatchGetItem", guestTable));
    expect(await find("g2")).toBeUndefined();
  });
});

describe("on disk", () => {
  test("every acknowledged item and its index entry survive a kill", async () => {
    const directory = await mkdtemp(join(tmpdir(), "egao-dynamodb-"));
    try {
      const acknowledged = await writeUntilKilled(directory, 300);
      const reopened = await createDynamoDb({ clock: () => now, directory });
      try {
        const administrator = identities.administrator.caller;
        const stored = await reopened.call("Query", { TableName: "Guest", ...ofEvent() }, administrator);
        const indexed = await reopened.call(
          "Query",
          { TableName: "Guest", IndexName: "byRank", ...ofEvent() },
          administrator,
        );
        const ids = idsOf(stored);
        expect(acknowledged.length).toBeGreaterThanOrEqual(300);
        expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
        expect(idsOf(indexed)).toEqual(ids);
        await expect(createDynamoDb({ clock: () => now, directory })).rejects.toThrow(/is it in use/);
      } finally {
        await reopened.close();
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

function idsOf(answer: unknown): Set<string> {
  // The test's own table: every item has a text `guestId`.
  const { Items } = answer as { Items: { guestId: { S: string } }[] };
  return new Set(Items.map((item) => item.guestId.S));
}

/** Starts a writer, kills it in the middle of its work after `count` acknowledged items, returns these. */
async function writeUntilKilled(directory: string, count: number): Promise<string[]> {
  const program = `
    const { createDynamoDb } = await import(${JSON.stringify(new URL("../../local/aws/dynamodb/create-dynamo-db.ts", import.meta.url).href)});
    const store = await createDynamoDb({ clock: Date.now, directory: ${JSON.stringify(directory)} });
    await store.ensureTable(${JSON.stringify(guests)});
    const caller = { arn: "test", authorize() {} };
    for (let at = 0; ; at += 1) {
      const Item = { eventId: { S: "e1" }, guestId: { S: "g" + at }, rankKey: { S: "r" + at } };
      await store.call("PutItem", { TableName: "Guest", Item }, caller);
      process.stdout.write("g" + at + "\\n");
    }`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill("SIGKILL");
  }
  await ended;
  return acknowledged;
}
