import { DynamoDBClient, ListTablesCommand, paginateScan } from "@aws-sdk/client-dynamodb";
import { ListBucketsCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  type QueueAttributeName,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import type { StackAddress } from "../stack-address.ts";
import { plainItem } from "./plain-item.ts";

export interface QueueDepths {
  /** Messages that can be worked on now, are being worked on (or failed a moment ago), and wait for their time. */
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** In the dead-letter queues. */
  readonly dead: number;
}

/** Looks into a stack with the vendor's own clients and the local administrator's rights. */
export interface Administrator {
  /** All rows of a model's table. */
  rows(model: string): Promise<readonly Record<string, unknown>[]>;
  /** All keys of the photos' bucket. */
  objectKeys(): Promise<readonly string[]>;
  depths(): Promise<QueueDepths>;
  /** Sends dead letters back to where they failed; returns how many. */
  redriveDeadLetters(): Promise<number>;
  close(): void;
}

export function openAdministrator(address: StackAddress): Administrator {
  const { region, credentials, awsEndpointUrl: endpoint } = address;
  const config = { region, credentials, endpoint };
  const dynamoDb = new DynamoDBClient(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const sqs = new SQSClient(config);
  return {
    async rows(model) {
      const { TableNames = [] } = await dynamoDb.send(new ListTablesCommand({}));
      const TableName = only(TableNames, (name) => name.startsWith(`${model}-`), `table ${model}`);
      const rows: Record<string, unknown>[] = [];
      const pages = paginateScan({ client: dynamoDb }, { TableName, ConsistentRead: true });
      for await (const { Items = [] } of pages) rows.push(...Items.map(plainItem));
      return rows;
    },
    async objectKeys() {
      const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
      const names = Buckets.flatMap(({ Name }) => Name ?? []);
      const Bucket = only(names, (name) => name.startsWith("photos"), "bucket of photos");
      const keys: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
        keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      return keys;
    },
    async depths() {
      const sum = { visible: 0, inFlight: 0, delayed: 0, dead: 0 };
      for (const queue of await attributesOfQueues(sqs)) {
        const count = (name: "" | "NotVisible" | "Delayed"): number =>
          Number(queue[`ApproximateNumberOfMessages${name}`] ?? 0);
        if (isForDeadLetters(queue)) {
          sum.dead += count("") + count("NotVisible");
          continue;
        }
        sum.visible += count("");
        sum.inFlight += count("NotVisible");
        sum.delayed += count("Delayed");
      }
      return sum;
    },
    async redriveDeadLetters() {
      let redriven = 0;
      for (const queue of (await attributesOfQueues(sqs)).filter(isForDeadLetters)) {
        const count = Number(queue.ApproximateNumberOfMessages ?? 0);
        redriven += count;
        if (count > 0) await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: queue.QueueArn }));
      }
      return redriven;
    },
    close() {
      for (const client of [dynamoDb, s3, sqs]) client.destroy();
    },
  };
}

type QueueAttributes = Partial<Record<QueueAttributeName, string>>;

/** Only the queues whose failed messages go somewhere else are worked off. */
const isForDeadLetters = (queue: QueueAttributes): boolean => queue.RedrivePolicy === undefined;

async function attributesOfQueues(sqs: SQSClient): Promise<readonly QueueAttributes[]> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const asked = QueueUrls.map((QueueUrl) =>
    sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] })),
  );
  return (await Promise.all(asked)).flatMap(({ Attributes }) => Attributes ?? []);
}

function only(names: readonly string[], isIt: (name: string) => boolean, what: string): string {
  const [name, ...others] = names.filter(isIt);
  if (name === undefined || others.length > 0) throw new Error(`the stack has ${others.length + 1} ${what}`);
  return name;
}
