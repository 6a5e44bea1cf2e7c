import {
  CopyObjectCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { Fault } from "../fault.ts";
import { copyKeysOf, originalKeys } from "../picture-keys.ts";
import type { PhotoStore } from "../ports/photo-store.ts";

/** A copy may be seen for this long after it was deleted: no cache may keep it longer. */
const COPY_CACHE_CONTROL = "public, max-age=60";

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 20_000 };
/** A photo asks five things of the store: one that fails twice or three times must not bring the photo back. */
const MOST_ATTEMPTS = 5;

/** Region and credentials come from the environment unless `config` says otherwise. */
export function createPhotoStore(bucket: string, config: S3ClientConfig = {}): PhotoStore {
  const client = new S3Client({ requestHandler, maxAttempts: MOST_ATTEMPTS, ...config });
  const put = async (key: string, bytes: Uint8Array, type: string): Promise<void> => {
    await orFault(() =>
      client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: type })),
    );
  };
  const publish = async (from: string, to: string): Promise<void> => {
    await orFault(() =>
      client.send(
        new CopyObjectCommand({
          Bucket: bucket,
          CopySource: `${bucket}/${from}`,
          Key: to,
          MetadataDirective: "REPLACE",
          ContentType: "image/jpeg",
          CacheControl: COPY_CACHE_CONTROL,
        }),
      ),
    );
  };
  const remove = async (key: string): Promise<void> => {
    await orFault(() => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
  };

  return {
    putOriginal: (key, bytes, contentType) => put(key, bytes, contentType),
    async putCopies(photo, { display, thumbnail }) {
      const keys = copyKeysOf(photo);
      await Promise.all([
        put(keys.display, display, "image/jpeg"),
        put(keys.thumbnail, thumbnail, "image/jpeg"),
      ]);
    },
    async publishCopies(photo, image) {
      const [from, to] = [copyKeysOf(photo), publicKeysOf(image)];
      await Promise.all([publish(from.display, to.display), publish(from.thumbnail, to.thumbnail)]);
    },
    async withdrawCopies(image) {
      await Promise.all(Object.values(publicKeysOf(image)).map(remove));
    },
    async deletePictures(photo) {
      await Promise.all([...originalKeys(photo), ...Object.values(copyKeysOf(photo))].map(remove));
    },
  };
}

const publicKeysOf = (image: string) => ({
  display: `public/${image}.jpg`,
  thumbnail: `public/${image}-s.jpg`,
});

async function orFault<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Fault("photo-store-failed", error);
  }
}
