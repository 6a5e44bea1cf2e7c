import { type SigningKey, signedAddress } from "../aws-signature.ts";
import { copyKeysOf } from "../picture-keys.ts";
import type { Clock } from "../ports/clock.ts";
import type { PictureAddresses } from "../ports/picture-addresses.ts";

const TERM_MS = 30 * 60_000;
/** As long as an address stays the same, and as long again. */
const VALID_SECONDS = (2 * TERM_MS) / 1_000;

/**
 * Signed addresses of private copies below the bucket's own address. They change every half hour only, so that browsers
 * keep what they fetched.
 */
export function createPictureAddresses(bucketUrl: string, key: SigningKey, clock: Clock): PictureAddresses {
  const sign = (objectKey: string): string => {
    const now = new Date(Math.floor(clock() / TERM_MS) * TERM_MS);
    return signedAddress(new URL(`${bucketUrl}/${objectKey}`), key, now, VALID_SECONDS);
  };
  return {
    addressesOf(photo) {
      const { display, thumbnail } = copyKeysOf(photo);
      return { display: sign(display), thumbnail: sign(thumbnail) };
    },
  };
}
