import {
  DynamoDB,
  type AttributeDefinition,
  type AttributeValue,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { onTestFinished } from "vitest";
import { createDynamoDb, type DynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { startDynoxide, type Engine } from "./dynamodb-engines.ts";
import { openGateway, type ClientSettings } from "./open-gateway.ts";

export const START_MS = Date.UTC(2026, 10, 20, 9);

type Attributes = Record<string, AttributeValue>;
type Statements =
  Parameters<Awaited<ReturnType<typeof openGateway>>["asRole"]> extends [string, ...infer Rest]
    ? Rest
    : never;

interface Definition {
  readonly tableName: string;
  readonly keySchema: KeySchemaElement[];
  readonly attributeDefinitions: AttributeDefinition[];
  readonly globalSecondaryIndexes: GlobalSecondaryIndex[];
}

/** A table with two indexes of the same hash key: by text and by number. */
export const guests = {
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
} satisfies Definition;

export const key = (eventId: string, guestId: string) => ({
  eventId: { S: eventId },
  guestId: { S: guestId },
});

export const ofEvent = (eventId = "e1") => ({
  KeyConditionExpression: "eventId = :event",
  ExpressionAttributeValues: { ":event": { S: eventId } },
});

export interface GuestTable {
  readonly client: DynamoDB;
  put(guestId: string, attributes?: Attributes, eventId?: string): Promise<unknown>;
  /** Reads consistently. */
  find(guestId: string, eventId?: string): Promise<Attributes | undefined>;
  /** The guests' ids in the order of the answer. */
  query(input: Omit<QueryCommandInput, "TableName">): Promise<(string | undefined)[]>;
}

/** Our stand-in behind a gateway; its client is the administrator's. */
export interface LocalGuestTable extends GuestTable {
  readonly store: DynamoDb;
  advance(ms: number): void;
  asRole(name: string, ...statements: Statements): DynamoDB;
}

/** An empty table `Guest` on the engine; gone when the test is over. */
export async function openGuestTable(engine: Engine): Promise<GuestTable> {
  if (engine === "ours") return openLocalGuestTable();
  const dynoxide = await startDynoxide();
  onTestFinished(() => dynoxide.stop());
  const client = connect(dynoxide.settings);
  await client.createTable({
    TableName: guests.tableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: guests.keySchema,
    AttributeDefinitions: guests.attributeDefinitions,
    GlobalSecondaryIndexes: guests.globalSecondaryIndexes,
  });
  return throughClient(client);
}

export async function openLocalGuestTable(): Promise<LocalGuestTable> {
  let nowMs = START_MS;
  const store = await createDynamoDb({ clock: () => nowMs });
  onTestFinished(() => store.close());
  const gateway = await openGateway({ jsonServices: [store], log: console.error });
  await store.ensureTable(guests);
  return {
    ...throughClient(connect(gateway.asAdministrator)),
    store,
    advance: (ms) => void (nowMs += ms),
    asRole: (name, ...statements) => connect(gateway.asRole(name, ...statements)),
  };
}

function connect(settings: ClientSettings): DynamoDB {
  const client = new DynamoDB(settings);
  onTestFinished(() => client.destroy());
  return client;
}

function throughClient(client: DynamoDB): GuestTable {
  const TableName = guests.tableName;
  return {
    client,
    put: (guestId, attributes = {}, eventId = "e1") =>
      client.putItem({ TableName, Item: { ...key(eventId, guestId), ...attributes } }),
    async find(guestId, eventId = "e1") {
      return (await client.getItem({ TableName, Key: key(eventId, guestId), ConsistentRead: true })).Item;
    },
    async query(input) {
      const { Items = [] } = await client.query({ TableName, ...input });
      return Items.map((item) => item["guestId"]?.S);
    },
  };
}
