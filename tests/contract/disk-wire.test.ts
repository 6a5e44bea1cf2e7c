import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, it, onTestFinished } from "vitest";
import { createUserPools } from "../../local/aws/cognito/create-user-pools.ts";
import { createDynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { createS3 } from "../../local/aws/s3/create-s3.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { Disk } from "../../local/faults/disk.ts";
import { Faults } from "../../local/faults/faults.ts";
import { openGateway } from "./open-gateway.ts";

const UserPoolId = "ap-northeast-1_Full";

/** Four services that share a disk, and a call of each that has to write. */
async function openServices() {
  const directory = mkdtempSync(join(tmpdir(), "egao-disk-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const faults = new Faults();
  const disk = new Disk(directory, faults);
  const place = (name: string) => ({ clock: Date.now, disk, directory: join(directory, name) });
  const dynamoDb = await createDynamoDb(place("tables"));
  onTestFinished(() => dynamoDb.close());
  await dynamoDb.ensureTable({
    tableName: "Photo",
    keySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    attributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    globalSecondaryIndexes: [],
  });
  const queues = createQueues(place("queues"));
  onTestFinished(() => queues.close());
  queues.createQueue({ name: "photos" });
  const userPools = createUserPools(place("users"));
  await userPools.createUserPool({ poolId: UserPoolId, clients: [] });
  const s3 = await createS3(place("objects"));
  await s3.ensureBucket("photos");
  const { asAdministrator } = await openGateway({ s3, jsonServices: [dynamoDb, queues, userPools] });
  const clients = {
    s3: new S3Client({ ...asAdministrator, forcePathStyle: true }),
    sqs: new SQSClient(asAdministrator),
    tables: new DynamoDBClient(asAdministrator),
    users: new CognitoIdentityProviderClient(asAdministrator),
  };
  const QueueUrl = "http://x/123456789012/photos";
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    InternalError: () => clients.s3.send(new PutObjectCommand({ Bucket: "photos", Key: "k", Body: "b" })),
    InternalFailure: () => clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" })),
    InternalServerError: () =>
      clients.tables.send(new PutItemCommand({ TableName: "Photo", Item: { id: { S: "1" } } })),
    InternalErrorException: () =>
      clients.users.send(new AdminCreateUserCommand({ UserPoolId, Username: "hanako" })),
  };
  return { calls, faults };
}

it("tells each vendor's client of a full disk in its service's own words, and works when there is room", async () => {
  const { calls, faults } = await openServices();
  faults.set({ diskQuotaBytes: 0 });
  for (const [name, call] of Object.entries(calls))
    await expect(call(), name).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 500 } });
  faults.set({});
  for (const [name, call] of Object.entries(calls)) await expect(call(), name).resolves.toBeDefined();
});

it("counts all stores together, and what was deleted no longer", async () => {
  const directory = mkdtempSync(join(tmpdir(), "egao-disk-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const faults = new Faults({ diskQuotaBytes: 1000 });
  const disk = new Disk(directory, faults);
  disk.replace(join(directory, "a"), Buffer.alloc(600));
  const isFull = expect.objectContaining({ code: "ENOSPC" });
  expect(() => disk.replace(join(directory, "b"), Buffer.alloc(600))).toThrow(isFull);
  rmSync(join(directory, "a"));
  await expect.poll(() => writes(disk, join(directory, "b"))).toBe(true);
});

function writes(disk: Disk, path: string): boolean {
  try {
    disk.replace(path, Buffer.alloc(600));
    return true;
  } catch {
    return false;
  }
}
