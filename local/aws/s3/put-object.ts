import type { RestResponse } from "../service.ts";
import { checksumHeaders, ownHeaders } from "./object-headers.ts";
import { checkWrite } from "./preconditions.ts";
import { objectArn } from "./rights.ts";
import type { S3Request } from "./s3-request.ts";
import type { ObjectHead } from "./stored-object.ts";

export async function putObject({
  bucket,
  key,
  caller,
  clock,
  headers,
  body,
}: S3Request): Promise<RestResponse> {
  caller.authorize("s3:PutObject", objectArn(bucket.name, key));
  const { bytes, md5, checksum } = body();
  const head: ObjectHead = {
    key,
    sizeBytes: bytes.length,
    etag: `"${md5}"`,
    lastModifiedMs: clock(),
    headers: ownHeaders(headers),
    ...(checksum && { checksum }),
  };
  await bucket.write({ head, body: bytes }, (current) => checkWrite(headers, key, current));
  return {
    status: 200,
    headers: { etag: head.etag, "x-amz-server-side-encryption": "AES256", ...checksumHeaders(head) },
  };
}
