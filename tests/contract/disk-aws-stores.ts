import * as z from "zod";
import { createUserPools } from "../../local/aws/cognito/create-user-pools.ts";
import { createDynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { createS3 } from "../../local/aws/s3/create-s3.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { caller, clock, contentOf, type Store } from "./disk-store.ts";

export const queue: Store = {
  writesToRead: true,
  fullDisk: "InternalFailure",
  async open(directory, disk) {
    const queues = createQueues({ clock, directory, ...(disk && { disk }) });
    queues.createQueue({ name: "photos", attributes: { VisibilityTimeout: 0 } });
    const receive = async (max: number) => queues.queue("photos").receive({ max, waitMs: 0 });
    return {
      async write(id, content) {
        const MessageBody = `${id} ${content}`;
        await queues.call("SendMessage", { QueueUrl: "photos", MessageBody }, caller);
      },
      async remove(id) {
        const all = await queues.queue("photos").receive({ max: Infinity, waitMs: 0 });
        const found = all.find(({ message }) => message.body.startsWith(`${id} `));
        queues.queue("photos").delete(found?.receiptHandle ?? "");
      },
      async contents() {
        return new Map((await receive(Infinity)).map(({ message }) => split(message.body)));
      },
      close: async () => queues.close(),
    };
  },
};

function split(body: string): [string, string] {
  const space = body.indexOf(" ");
  return [body.slice(0, space), body.slice(space + 1)];
}

/** S3 by its own calls; `put` says how an object comes to be. */
function objectStore(put: (call: S3Call, path: string, body: Buffer) => Promise<void>): Store {
  return {
    fullDisk: "InternalError",
    async open(directory, disk) {
      const s3 = await createS3({ clock, directory, ...(disk && { disk }) });
      await s3.ensureBucket("photos");
      const call: S3Call = async (method, target, body = Buffer.alloc(0)) => {
        const { pathname: path, searchParams: query } = new URL(target, "http://s3");
        const answer = await s3.handle({ method, path, query, headers: {}, body }, caller);
        return { ...answer, text: String(answer.body ?? "") };
      };
      return {
        write: (id, content) => put(call, `/photos/${id}`, Buffer.from(content)),
        remove: async (id) => void (await call("DELETE", `/photos/${id}`)),
        async contents() {
          const { text } = await call("GET", "/photos?list-type=2&max-keys=1000");
          if (text.includes("<IsTruncated>true")) throw new Error("more objects than one page");
          const found = new Map<string, string>();
          for (const [, key = "", size] of text.matchAll(/<Key>(.+?)<\/Key>.*?<Size>(\d+)<\/Size>/gs)) {
            const object = await s3.getObject("photos", key);
            if (object?.body.length !== Number(size)) throw new Error(`half of ${key}`);
            found.set(key, object.body.toString());
          }
          return found;
        },
        close: async () => {},
      };
    },
  };
}

type S3Call = (
  method: string,
  target: string,
  body?: Buffer,
) => Promise<{ readonly text: string; readonly headers?: Readonly<Record<string, string>> }>;

async function upload(call: S3Call, path: string, body: Buffer): Promise<void> {
  const { text } = await call("POST", `${path}?uploads`);
  const id = /<UploadId>(.+)<\/UploadId>/.exec(text)?.[1];
  const part = await call("PUT", `${path}?partNumber=1&uploadId=${id}`, body);
  const etag = part.headers?.["etag"];
  // The part is there as a whole as soon as it is accepted.
  const listed = await call("GET", `${path}?uploadId=${id}`);
  if (!listed.text.includes(`<Size>${body.length}</Size>`)) throw new Error("half of a part");
  const list = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${etag}</ETag></Part></CompleteMultipartUpload>`;
  await call("POST", `${path}?uploadId=${id}`, Buffer.from(list));
}

const scanned = z.object({
  Items: z.array(z.object({ id: z.object({ S: z.string() }), content: z.object({ S: z.string() }) })),
  LastEvaluatedKey: z.unknown().optional(),
});

export const table: Store = {
  fullDisk: "InternalServerError",
  async open(directory, disk) {
    const dynamoDb = await createDynamoDb({ clock, directory, ...(disk && { disk }) });
    await dynamoDb.ensureTable({
      tableName: "Photo",
      keySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      attributeDefinitions: [
        { AttributeName: "id", AttributeType: "S" },
        { AttributeName: "event", AttributeType: "S" },
      ],
      globalSecondaryIndexes: [
        {
          IndexName: "byEvent",
          KeySchema: [{ AttributeName: "event", KeyType: "HASH" }],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    });
    const call = (operation: string, input: object) =>
      dynamoDb.call(operation, { TableName: "Photo", ...input }, caller);
    const all = async (operation: string, input: object): Promise<Map<string, string>> => {
      const found = new Map<string, string>();
      let ExclusiveStartKey: unknown;
      do {
        const page = scanned.parse(await call(operation, { ...input, ExclusiveStartKey }));
        for (const { id, content } of page.Items) found.set(id.S, content.S);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      return found;
    };
    return {
      async write(id, content) {
        await call("PutItem", { Item: { id: { S: id }, event: { S: "party" }, content: { S: content } } });
      },
      remove: async (id) => void (await call("DeleteItem", { Key: { id: { S: id } } })),
      async contents() {
        const items = await all("Scan", {});
        const index = await all("Query", {
          IndexName: "byEvent",
          KeyConditionExpression: "event = :party",
          ExpressionAttributeValues: { ":party": { S: "party" } },
        });
        if (JSON.stringify([...items].sort()) !== JSON.stringify([...index].sort()))
          throw new Error("the index is not what the table is");
        return items;
      },
      close: () => dynamoDb.close(),
    };
  },
};

export const users: Store = {
  fullDisk: "InternalErrorException",
  async open(directory, disk) {
    const pools = createUserPools({ clock, directory, ...(disk && { disk }) });
    const UserPoolId = "ap-northeast-1_Crash";
    await pools.createUserPool({ poolId: UserPoolId, clients: [] });
    const call = (operation: string, input: object) =>
      pools.call(operation, { UserPoolId, ...input }, caller);
    return {
      async write(id, content) {
        const UserAttributes = [{ Name: "profile", Value: content.slice(0, 2000) }];
        await call("AdminCreateUser", { Username: id, UserAttributes, MessageAction: "SUPPRESS" });
      },
      remove: async (id) => void (await call("AdminDeleteUser", { Username: id })),
      async contents() {
        const found = new Map<string, string>();
        for (const { Username, Attributes } of await listUsers(call)) {
          const cut = Attributes.find(({ Name }) => Name === "profile")?.Value ?? "";
          const whole = contentOf(Username);
          found.set(Username, cut === whole.slice(0, 2000) ? whole : cut);
        }
        return found;
      },
      close: async () => {},
    };
  },
};

const listed = z.object({
  Users: z.array(
    z.object({
      Username: z.string(),
      Attributes: z.array(z.object({ Name: z.string(), Value: z.string() })),
    }),
  ),
  PaginationToken: z.string().optional(),
});

async function listUsers(call: (operation: string, input: object) => Promise<unknown>) {
  const all: z.output<typeof listed>["Users"] = [];
  let PaginationToken: string | undefined;
  do {
    const page = listed.parse(await call("ListUsers", { PaginationToken }));
    all.push(...page.Users);
    ({ PaginationToken } = page);
  } while (PaginationToken !== undefined);
  return all;
}

export const objects = objectStore(async (call, path, body) => void (await call("PUT", path, body)));
export const uploads = objectStore(upload);
