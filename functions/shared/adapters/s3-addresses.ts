import { GetObjectCommand, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { copyKeysOf } from "../picture-keys.ts";
import type { Clock } from "../ports/clock.ts";
import type { PictureAddresses } from "../ports/picture-addresses.ts";

const TERM_MS = 30 * 60_000;
/** As long as an address stays the same, and as long again. */
const VALID_SECONDS = (2 * TERM_MS) / 1_000;

/** Signed addresses of private copies. They change every half hour only, so that browsers keep what they fetched. */
export function createPictureAddresses(
  bucket: string,
  clock: Clock,
  config: S3ClientConfig = {},
): PictureAddresses {
  const client = new S3Client(config);
  const sign = (key: string): Promise<string> => {
    const signingDate = new Date(Math.floor(clock() / TERM_MS) * TERM_MS);
    const command = new GetObjectCommand({ Bucket: bucket, Key: key });
    return getSignedUrl(client, command, { expiresIn: VALID_SECONDS, signingDate });
  };
  return {
    async addressesOf(photo) {
      const keys = copyKeysOf(photo);
      const [display, thumbnail] = await Promise.all([sign(keys.display), sign(keys.thumbnail)]);
      return { display, thumbnail };
    },
  };
}
