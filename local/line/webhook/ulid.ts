import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID: 48 bits of time and 80 random bits in Crockford's base 32, so that ids sort by time. */
export function ulid(nowMs: number): string {
  const random = BigInt(`0x${randomBytes(10).toString("hex")}`);
  let rest = (BigInt(Math.floor(nowMs)) << 80n) | random;
  let text = "";
  for (let place = 0; place < 26; place += 1) {
    text = (ALPHABET[Number(rest & 31n)] ?? "") + text;
    rest >>= 5n;
  }
  return text;
}
