import { beforeEach, describe, expect, test } from "vitest";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { ACCOUNT_ID, REGION, type Caller } from "../../local/aws/service.ts";
import {
  guests,
  key,
  ofEvent,
  openLocalGuestTable,
  START_MS,
  type LocalGuestTable,
} from "./dynamodb-harness.ts";

const START_SECONDS = START_MS / 1000;
const guestTable = `arn:aws:dynamodb:${REGION}:${ACCOUNT_ID}:table/Guest`;
const administrator = createIdentities().administrator.caller;

let table: LocalGuestTable;
beforeEach(async () => {
  table = await openLocalGuestTable();
});

describe("tables", () => {
  test("ensured again keep their items and follow the definition's indexes", async () => {
    await table.put("g1", { rankKey: { S: "1" }, photos: { N: "1" } });
    const [byRank] = guests.globalSecondaryIndexes;
    if (byRank === undefined) throw new Error("the definition has two indexes");
    const byPhotos = {
      IndexName: "byPhotos",
      KeySchema: [{ AttributeName: "photos", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    };
    await table.store.ensureTable({
      ...guests,
      attributeDefinitions: [...guests.attributeDefinitions, { AttributeName: "photos", AttributeType: "N" }],
      globalSecondaryIndexes: [byRank, byPhotos],
    });
    const inIndex = table.query({
      IndexName: "byPhotos",
      KeyConditionExpression: "photos = :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
    });
    expect(await inIndex).toEqual(["g1"]);
    const { Table } = await table.client.describeTable({ TableName: "Guest" });
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(["byRank", "byPhotos"]);
    const otherKey = table.store.ensureTable({ ...guests, keySchema: guests.keySchema.slice(0, 1) });
    await expect(otherKey).rejects.toThrow(/Table Guest is there with another key/);
  });

  test("what is missing says its name", async () => {
    const write = table.client.transactWriteItems({
      TransactItems: [{ Put: { TableName: "Guest", Item: key("e1", "g1") } }],
    });
    await expect(write).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: "DynamoDB TransactWriteItems is not available locally",
    });
    await expect(
      table.client.updateTable({ TableName: "Guest", StreamSpecification: { StreamEnabled: true } }),
    ).rejects.toThrow("UpdateTable with StreamSpecification is not available in the local DynamoDB");
  });

  test.each([
    ["Expected", { Expected: { guestId: { Exists: false } } }],
    ["ConditionalOperator", { ConditionalOperator: "OR" }],
    ["FutureMember", { FutureMember: true }],
  ])("PutItem with %s is refused by name, and nothing is written", async (name, more) => {
    const put = table.store.call(
      "PutItem",
      { TableName: "Guest", Item: key("e1", "g1"), ...more },
      administrator,
    );
    await expect(put).rejects.toMatchObject({
      code: "ValidationException",
      message: `PutItem with ${name} is not available in the local DynamoDB`,
    });
    expect(await table.find("g1")).toBeUndefined();
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

describe("time to live", () => {
  test("items go when the clock says so, and only those", async () => {
    await table.client.updateTimeToLive({
      TableName: "Guest",
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
    const { TimeToLiveDescription } = await table.client.describeTimeToLive({ TableName: "Guest" });
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" });
    await table.put("soon", { expiresAt: { N: String(START_SECONDS + 60) }, rankKey: { S: "1" } });
    await table.put("later", { expiresAt: { N: String(START_SECONDS + 3600) }, rankKey: { S: "2" } });
    await table.put("text", { expiresAt: { S: "1" } });
    await table.put("never");
    expect(await table.store.sweepExpired()).toBe(0);
    table.advance(61_000);
    expect(await table.store.sweepExpired()).toBe(1);
    expect(await table.query(ofEvent())).toEqual(["later", "never", "text"]);
    expect(await table.query({ ...ofEvent(), IndexName: "byRank" })).toEqual(["later"]);
  });

  test("a table without it loses nothing", async () => {
    await table.put("g1", { expiresAt: { N: "1" } });
    expect(await table.store.sweepExpired()).toBe(0);
    expect(await table.find("g1")).toBeDefined();
  });
});

describe("rights", () => {
  test("a role reads what its policies name and nothing else", async () => {
    await table.put("g1", { rankKey: { S: "1" } });
    const guestReader = table.asRole(
      "guest-reader",
      { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: guestTable },
      { Effect: "Allow", Action: "dynamodb:Query", Resource: `${guestTable}/index/byRank` },
    );
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
    expect(await table.find("g2")).toBeUndefined();
  });
});
