import { DeleteObjectCommand, ListObjectsV2Command, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { Fault } from "../fault.ts";
import type { EventFiles } from "../ports/event-files.ts";
import { together } from "../together.ts";

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 20_000 };
const MOST_ATTEMPTS = 5;
const AT_ONCE = 10;

/** Region and credentials come from the environment unless `config` says otherwise. */
export function createEventFiles(bucket: string, config: S3ClientConfig = {}): EventFiles {
  const client = new S3Client({ requestHandler, maxAttempts: MOST_ATTEMPTS, ...config });
  return {
    keys: (prefix, after) =>
      orFault(async () => {
        const listed = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, StartAfter: after });
        const { Contents = [] } = await client.send(listed);
        return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
      }),
    async remove(keys) {
      for (let first = 0; first < keys.length; first += AT_ONCE) {
        const some = keys.slice(first, first + AT_ONCE);
        await together(
          some.map((key) =>
            orFault(() => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))),
          ),
        );
      }
    },
  };
}

async function orFault<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Fault("photo-store-failed", error);
  }
}
