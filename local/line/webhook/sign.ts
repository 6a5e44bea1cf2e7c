import { createHmac } from "node:crypto";

/** `x-line-signature`: HMAC-SHA256 over the raw bytes, keyed with the channel secret, in base64. */
export function sign(body: Buffer | string, channelSecret: string): string {
  return createHmac("sha256", channelSecret).update(body).digest("base64");
}
