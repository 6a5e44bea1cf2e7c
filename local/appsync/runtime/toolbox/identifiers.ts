import { randomBytes, randomUUID } from "node:crypto";
import { current } from "../invocation.ts";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const KSUID_EPOCH_SECONDS = 1_400_000_000;

function inBase(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let rest = value;
  let text = "";
  for (let position = 0; position < length; position += 1) {
    text = (alphabet[Number(rest % base)] ?? "") + text;
    rest /= base;
  }
  return text;
}

function bytesAsNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString("hex")}`);
}

export const identifiers = {
  autoId: () => randomUUID(),
  autoUlid: () =>
    inBase(BigInt(current().clock()), CROCKFORD, 10) + inBase(bytesAsNumber(randomBytes(10)), CROCKFORD, 16),
  autoKsuid() {
    const stamp = Buffer.alloc(4);
    stamp.writeUInt32BE(Math.floor(current().clock() / 1000) - KSUID_EPOCH_SECONDS);
    return inBase(bytesAsNumber(Buffer.concat([stamp, randomBytes(16)])), BASE62, 27);
  },
};
