import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { Fault } from "../fault.ts";
import type { RehearsalFiles } from "../ports/rehearsal-files.ts";
import { callOf, callPrefix, picturePrefix } from "./s3-rehearsal-keys.ts";

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 20_000 };
const MOST_ATTEMPTS = 5;

/** `bucketUrl` is the bucket's own address. */
export function createRehearsalFiles(
  bucket: string,
  bucketUrl: string,
  config: S3ClientConfig = {},
): RehearsalFiles {
  const client = new S3Client({ requestHandler, maxAttempts: MOST_ATTEMPTS, ...config });
  const keyOf = (eventId: string, name: string): string => `${picturePrefix(eventId)}${name}.jpg`;

  async function* keys(prefix: string): AsyncGenerator<readonly string[]> {
    let after: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(after !== undefined && { ContinuationToken: after }),
        }),
      );
      yield (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
      after = page.NextContinuationToken;
    } while (after !== undefined);
  }

  async function clear(prefix: string): Promise<void> {
    for await (const page of keys(prefix)) {
      if (page.length === 0) continue;
      const Objects = page.map((Key) => ({ Key }));
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors.length > 0) throw new Error(`${Errors.length} objects were not deleted`);
    }
  }

  return {
    putPicture: (eventId, name, bytes) =>
      orFault(async () => {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(eventId, name),
            Body: bytes,
            ContentType: "image/jpeg",
          }),
        );
      }),
    pictureUrl: (eventId, name) => `${bucketUrl}/${keyOf(eventId, name)}`,
    calls: (eventId) =>
      orFault(async () => {
        const pages: (readonly string[])[] = [];
        for await (const page of keys(callPrefix(eventId))) pages.push(page);
        return pages.flat().flatMap((key) => callOf(eventId, key) ?? []);
      }),
    clear: (eventId) =>
      orFault(async () => {
        await clear(picturePrefix(eventId));
        await clear(callPrefix(eventId));
      }),
  };
}

async function orFault<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Fault("photo-store-failed", error);
  }
}
