import { createHmac, timingSafeEqual } from "node:crypto";

/** LINE's signature of a request body: of its very bytes, before anything is parsed. */
export function signatureOf(channelSecret: string, body: Buffer): string {
  return createHmac("sha256", channelSecret).update(body).digest("base64");
}

/** Compared in constant time. */
export function isSignedBy(channelSecret: string, body: Buffer, signature: string): boolean {
  const expected = Buffer.from(signatureOf(channelSecret, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
