import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { Fault } from "../fault.ts";
import type { PhotoStore } from "../ports/photo-store.ts";

/** A copy may be seen for this long after it was deleted: no cache may keep it longer. */
const COPY_CACHE_CONTROL = "public, max-age=60";

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 20_000 };

/** Region and credentials come from the environment unless `config` says otherwise. */
export function createPhotoStore(bucket: string, config: S3ClientConfig = {}): PhotoStore {
  const client = new S3Client({ requestHandler, ...config });
  const put = async (key: string, bytes: Uint8Array, type: string, cacheControl?: string): Promise<void> => {
    await orFault(() =>
      client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: type,
          ...(cacheControl !== undefined && { CacheControl: cacheControl }),
        }),
      ),
    );
  };
  const remove = async (key: string): Promise<void> => {
    await orFault(() => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
  };

  return {
    putOriginal: (key, bytes, contentType) => put(key, bytes, contentType),
    original: (key) => orFault(() => read(client, bucket, key)),
    async putCopies(image, { display, thumbnail }) {
      const [displayKey, thumbnailKey] = copyKeys(image);
      await Promise.all([
        put(displayKey, display, "image/jpeg", COPY_CACHE_CONTROL),
        put(thumbnailKey, thumbnail, "image/jpeg", COPY_CACHE_CONTROL),
      ]);
    },
    deleteOriginals: async (keys) => void (await Promise.all(keys.map(remove))),
    deleteCopies: async (image) => void (await Promise.all(copyKeys(image).map(remove))),
  };
}

const copyKeys = (image: string): readonly [string, string] => [
  `public/${image}.jpg`,
  `public/${image}-s.jpg`,
];

async function read(client: S3Client, bucket: string, key: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body && Buffer.from(await Body.transformToByteArray());
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function orFault<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Fault("photo-store-failed", error);
  }
}
