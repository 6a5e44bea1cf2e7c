import { randomUUID } from "node:crypto";
import { ACCOUNT_ID, REGION, type Clock } from "../service.ts";
import type { SecondaryIndex, Table } from "./table.ts";
import type { TableInput } from "./table-input.ts";

export function tableArn(tableName: string): string {
  return `arn:aws:dynamodb:${REGION}:${ACCOUNT_ID}:table/${tableName}`;
}

/** A new table's description. Tables are ready at once. */
export function newTable(input: TableInput, clock: Clock): Table {
  const { TableName: name, BillingMode: billing = "PROVISIONED" } = input;
  const describe = (index: SecondaryIndex) => describeIndex(name, index);
  return {
    TableName: name,
    TableArn: tableArn(name),
    TableId: randomUUID(),
    TableStatus: "ACTIVE",
    CreationDateTime: clock() / 1000,
    KeySchema: input.KeySchema,
    AttributeDefinitions: input.AttributeDefinitions,
    BillingModeSummary: { BillingMode: billing },
    ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    TableSizeBytes: 0,
    ItemCount: 0,
    DeletionProtectionEnabled: false,
    ...(input.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: input.GlobalSecondaryIndexes.map(describe),
    }),
    ...(input.LocalSecondaryIndexes && { LocalSecondaryIndexes: input.LocalSecondaryIndexes.map(describe) }),
  };
}

export function describeIndex(tableName: string, index: SecondaryIndex): SecondaryIndex {
  const described = {
    ...index,
    IndexArn: `${tableArn(tableName)}/index/${index.IndexName}`,
    IndexStatus: "ACTIVE",
    IndexSizeBytes: 0,
    ItemCount: 0,
  };
  return described;
}
