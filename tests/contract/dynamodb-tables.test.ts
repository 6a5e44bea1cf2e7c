import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { differsHere } from "./dynamodb-differences.ts";
import { describeEngines } from "./dynamodb-engines.ts";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

describeEngines("tables", (engine) => {
  let table: GuestTable;
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  test("are made with an index on demand and get another one later", async () => {
    const created = await table.client.createTable({
      TableName: "Later",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    });
    expect(created.TableDescription?.TableArn).toMatch(/^arn:aws:dynamodb:.*:table\/Later$/);
    await table.client.putItem({ TableName: "Later", Item: { id: { S: "1" }, board: { S: "b" } } });
    await table.client.putItem({ TableName: "Later", Item: { id: { S: "2" } } });
    await table.client.updateTable({
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
    const { Table } = await table.client.describeTable({ TableName: "Later" });
    expect(Table?.GlobalSecondaryIndexes?.[0]).toMatchObject({ IndexName: "byBoard", IndexStatus: "ACTIVE" });
    const { Items } = await table.client.query({
      TableName: "Later",
      IndexName: "byBoard",
      KeyConditionExpression: "board = :board",
      ExpressionAttributeValues: { ":board": { S: "b" } },
    });
    expect(Items).toEqual([{ id: { S: "1" }, board: { S: "b" } }]);
    await table.client.deleteTable({ TableName: "Later" });
    await expect(table.client.describeTable({ TableName: "Later" })).rejects.toThrow(
      /Table: Later not found/,
    );
  });

  test("that are not there are missed by name", async () => {
    const calls: readonly (() => Promise<unknown>)[] = [
      () => table.client.getItem({ TableName: "Nothing", Key: key("e1", "g1") }),
      () => table.client.query({ TableName: "Nothing", ...ofEvent() }),
      () => table.client.putItem({ TableName: "Nothing", Item: key("e1", "g1") }),
      () => table.client.describeTable({ TableName: "Nothing" }),
      () => table.client.deleteTable({ TableName: "Nothing" }),
      () => table.client.describeTimeToLive({ TableName: "Nothing" }),
    ];
    for (const call of calls)
      await expect(call()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("are listed in pages", async () => {
    for (const TableName of ["First", "Second"]) await table.client.createTable({ ...hashOnly, TableName });
    const first = await table.client.listTables({ Limit: 2 });
    expect(first).toMatchObject({ TableNames: ["First", "Guest"], LastEvaluatedTableName: "Guest" });
    const next = await table.client.listTables({ ExclusiveStartTableName: "Guest" });
    expect(next.TableNames).toEqual(["Second"]);
    expect(next.LastEvaluatedTableName).toBeUndefined();
    await expect(table.client.listTables({ Limit: 0 })).rejects.toMatchObject({
      name: "ValidationException",
    });
  });

  test("are refused twice, with attributes that are no key, and without throughput when it is provisioned", async () => {
    const create = (input: object) => table.client.createTable({ ...hashOnly, TableName: "Other", ...input });
    await expect(create({ TableName: "Guest" })).rejects.toMatchObject({ name: "ResourceInUseException" });
    const extra = { AttributeName: "extra", AttributeType: "S" };
    const AttributeDefinitions = [...hashOnly.AttributeDefinitions, extra];
    await expect(create({ AttributeDefinitions })).rejects.toMatchObject({ name: "ValidationException" });
    await differsHere(engine, "a provisioned table without throughput", () =>
      expect(create({ BillingMode: undefined })).rejects.toMatchObject({ name: "ValidationException" }),
    );
  });

  test("have a time to live that can be switched on and off, once", async () => {
    const { client } = table;
    const set = (Enabled: boolean) =>
      client.updateTimeToLive({
        TableName: "Guest",
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled },
      });
    const described = async () =>
      (await client.describeTimeToLive({ TableName: "Guest" })).TimeToLiveDescription;
    expect(await described()).toEqual({ TimeToLiveStatus: "DISABLED" });
    await set(true);
    expect(await described()).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" });
    await differsHere(engine, "switching time to live twice", () =>
      expect(set(true)).rejects.toMatchObject({ name: "ValidationException" }),
    );
    await set(false);
    expect(await described()).toMatchObject({ TimeToLiveStatus: "DISABLED" });
  });
});

const hashOnly: Omit<CreateTableCommandInput, "TableName"> & { AttributeDefinitions: object[] } = {
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
};
