import { randomUUID } from "node:crypto";
import { GetObjectCommand, PutObjectCommand, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { Fault } from "../fault.ts";
import type { RehearsalBucket } from "../ports/rehearsal-calls.ts";
import { callKey, pictureKeyOf } from "./s3-rehearsal-keys.ts";

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 20_000 };
const MOST_ATTEMPTS = 5;

/** `bucketUrl` is the bucket's own address: no other is ever asked. */
export function createRehearsalBucket(
  bucket: string,
  bucketUrl: string,
  config: S3ClientConfig = {},
): RehearsalBucket {
  const client = new S3Client({ requestHandler, maxAttempts: MOST_ATTEMPTS, ...config });
  return {
    async pictureAt(url, maxBytes) {
      const key = pictureKeyOf(bucketUrl, url);
      if (key === undefined) return { kind: "gone" };
      return orFault(async () => {
        const { Body, ContentLength = 0 } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key }),
        );
        if (Body === undefined) throw new Error("an answer without a body");
        if (ContentLength > maxBytes) return { kind: "too-large" };
        return { kind: "content", bytes: await Body.transformToByteArray() };
      });
    },
    note: (eventId, note) =>
      orFault(async () => {
        const key = callKey(eventId, note, randomUUID());
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: "" }));
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
