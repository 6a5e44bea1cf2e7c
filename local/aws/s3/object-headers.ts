import { checksumElement } from "./checksum.ts";
import type { ObjectHead } from "./stored-object.ts";

type Headers = Readonly<Record<string, string>>;

const OWN = ["cache-control", "content-disposition", "content-language", "expires"];

/** What is kept of a write's headers and given to every reader. */
export function ownHeaders(headers: Headers): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => OWN.includes(name) || name.startsWith("x-amz-meta-"),
  );
  const encoding = (headers["content-encoding"] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== "aws-chunked")
    .join(",");
  return {
    ...Object.fromEntries(kept),
    "content-type": headers["content-type"] ?? "binary/octet-stream",
    ...(encoding !== "" && { "content-encoding": encoding }),
  };
}

/** What every answer about an object says, without its length. */
export function describeObject(head: ObjectHead): Record<string, string> {
  return {
    ...head.headers,
    etag: head.etag,
    "last-modified": new Date(head.lastModifiedMs).toUTCString(),
    "accept-ranges": "bytes",
    "x-amz-server-side-encryption": "AES256",
  };
}

export function checksumHeaders({ checksum }: Pick<ObjectHead, "checksum">): Record<string, string> {
  if (checksum === undefined) return {};
  return { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value, "x-amz-checksum-type": checksum.type };
}

/** `ChecksumCRC32` and `ChecksumType` for an XML answer. */
export function checksumElements({ checksum }: Pick<ObjectHead, "checksum">): Record<string, string> {
  if (checksum === undefined) return {};
  return { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: checksum.type };
}
