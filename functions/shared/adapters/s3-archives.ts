import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { Readable } from "node:stream";
import { Fault } from "../fault.ts";
import type { ArchiveStore } from "../ports/archive-store.ts";

/** So much is held in memory, twice: while one part goes out the next one fills. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 20_000 };
const MOST_ATTEMPTS = 5;

/** Region and credentials come from the environment unless `config` says otherwise. */
export function createArchiveStore(bucket: string, config: S3ClientConfig = {}): ArchiveStore {
  const client = new S3Client({ requestHandler, maxAttempts: MOST_ATTEMPTS, ...config });
  return {
    stored: (key) =>
      orFault(async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (Body === undefined) throw new Error("an answer without a body");
        return Body.transformToByteArray();
      }),
    async putArchive(key, zip) {
      const source = counted(zip);
      const body = Readable.from(source.bytes());
      const upload = new Upload({
        client,
        params: {
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: "application/zip",
        },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      });
      try {
        await upload.done();
      } catch (error) {
        // What was sent so far is taken away by the upload itself or, if that fails too, by the bucket's lifecycle.
        throw source.error() ?? new Fault("photo-store-failed", error);
      } finally {
        body.destroy();
      }
      return source.size();
    },
    putRows: (key, rows) =>
      orFault(async () => {
        const object = { Bucket: bucket, Key: key, Body: rows, ContentType: "application/x-ndjson" };
        await client.send(new PutObjectCommand(object));
      }),
    deleteArchive: (key) =>
      orFault(async () => void (await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })))),
  };
}

/** A stream that knows how much it brought, and what was wrong with it. */
function counted(stream: AsyncIterable<Uint8Array>) {
  let size = 0;
  let failure: unknown;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        yield chunk;
      }
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  return { bytes, size: () => size, error: () => failure };
}

async function orFault<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Fault("photo-store-failed", error);
  }
}
