import type { RestResponse } from "../service.ts";
import { checksumHeaders, describeObject } from "./object-headers.ts";
import { isNotModified } from "./preconditions.ts";
import { readRange } from "./range.ts";
import { missingKey, objectArn } from "./rights.ts";
import type { S3Request } from "./s3-request.ts";
import type { ObjectHead } from "./stored-object.ts";

export async function getObject(request: S3Request): Promise<RestResponse> {
  const { bucket, key, caller, headers } = request;
  caller.authorize("s3:GetObject", objectArn(bucket.name, key));
  const object = await bucket.read(key);
  if (object === undefined) throw missingKey(caller, bucket, key);
  const described = describe(request, object.head);
  if (isNotModified(headers, object.head)) return { status: 304, headers: described };
  const range = readRange(headers["range"], object.body.length);
  if (range === undefined) {
    return { status: 200, headers: { ...described, ...checksums(request, object.head) }, body: object.body };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: { ...described, "content-range": `bytes ${start}-${end - 1}/${object.body.length}` },
    body: object.body.subarray(start, end),
  };
}

export async function headObject(request: S3Request): Promise<RestResponse> {
  const { bucket, key, caller, headers } = request;
  caller.authorize("s3:GetObject", objectArn(bucket.name, key));
  const head = bucket.head(key);
  if (head === undefined) throw missingKey(caller, bucket, key);
  const described = describe(request, head);
  if (isNotModified(headers, head)) return { status: 304, headers: described };
  const range = readRange(headers["range"], head.sizeBytes);
  if (range === undefined) {
    const length = { "content-length": String(head.sizeBytes) };
    return { status: 200, headers: { ...described, ...checksums(request, head), ...length } };
  }
  const { start, end } = range;
  const part = {
    "content-range": `bytes ${start}-${end - 1}/${head.sizeBytes}`,
    "content-length": String(end - start),
  };
  return { status: 206, headers: { ...described, ...part } };
}

function checksums({ headers }: S3Request, head: ObjectHead): Record<string, string> {
  return headers["x-amz-checksum-mode"]?.toUpperCase() === "ENABLED" ? checksumHeaders(head) : {};
}

/** With what a URL like `?response-content-disposition=attachment` wants instead of the object's own headers. */
function describe({ query }: S3Request, head: ObjectHead): Record<string, string> {
  const overrides = [...query].filter(([name]) => name.startsWith("response-"));
  const renamed = overrides.map(([name, value]): [string, string] => [name.slice("response-".length), value]);
  return { ...describeObject(head), ...Object.fromEntries(renamed) };
}
