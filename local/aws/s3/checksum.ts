import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { notImplemented } from "./s3-error.ts";

/** As in the header's name, in lower case. */
export type ChecksumAlgorithm = "crc32" | "crc32c" | "sha1" | "sha256";

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; of several parts with `-COUNT` behind it. */
  readonly value: string;
  readonly type: "FULL_OBJECT" | "COMPOSITE";
}

/** Throws NotImplemented for CRC64NVME and what else there is. */
export function toChecksumAlgorithm(name: string): ChecksumAlgorithm {
  const lower = name.toLowerCase();
  if (lower === "crc32" || lower === "crc32c" || lower === "sha1" || lower === "sha256") return lower;
  throw notImplemented(`The checksum algorithm ${name}`);
}

/** Base64. */
export function checksumOf(algorithm: ChecksumAlgorithm, bytes: Buffer): string {
  if (algorithm === "sha1" || algorithm === "sha256")
    return createHash(algorithm).update(bytes).digest("base64");
  const value = Buffer.alloc(4);
  value.writeUInt32BE(algorithm === "crc32" ? crc32(bytes) : crc32c(bytes));
  return value.toString("base64");
}

/** The checksum of the parts' checksums. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly string[]): Checksum {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part, "base64")));
  return { algorithm, value: `${checksumOf(algorithm, bytes)}-${parts.length}`, type: "COMPOSITE" };
}

/** `ChecksumCRC32` and so on: the name in XML. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm.toUpperCase()}`;
}

const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0x82_f6_3b_78 : rest >>> 1;
  return rest >>> 0;
});

function crc32c(bytes: Buffer): number {
  let rest = 0xff_ff_ff_ff;
  for (const byte of bytes) rest = (castagnoli[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return (rest ^ 0xff_ff_ff_ff) >>> 0;
}
