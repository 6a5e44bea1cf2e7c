import { type SigningKey, signedAddress } from "../aws-signature.ts";
import type { ArchiveAddresses } from "../ports/archive-addresses.ts";
import type { Clock } from "../ports/clock.ts";

const VALID_SECONDS = 15 * 60;

/** Signed addresses of archives below the bucket's own address, with which a browser keeps a file instead of showing it. */
export function createArchiveAddresses(bucketUrl: string, key: SigningKey, clock: Clock): ArchiveAddresses {
  return {
    addressOf(archiveKey, fileName) {
      // The first name is for who cannot read the second one: https://www.rfc-editor.org/rfc/rfc6266#section-5
      const disposition = `attachment; filename="photos.zip"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
      return signedAddress(new URL(`${bucketUrl}/${archiveKey}`), key, new Date(clock()), VALID_SECONDS, {
        "response-content-disposition": disposition,
      });
    },
  };
}
