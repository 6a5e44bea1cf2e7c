import { AwsError, type RestResponse } from "../service.ts";
import { isoTime, S3_NAMESPACE, xmlAnswer } from "./answers.ts";
import { checksumElements, ownHeaders } from "./object-headers.ts";
import { checkWrite } from "./preconditions.ts";
import { missingKey, objectArn } from "./rights.ts";
import { invalidArgument, notImplemented } from "./s3-error.ts";
import { decodePath, type S3Request } from "./s3-request.ts";
import type { ObjectHead } from "./stored-object.ts";
import { writeXml } from "./write-xml.ts";

export async function copyObject(request: S3Request): Promise<RestResponse> {
  const { bucket, key, caller, clock, headers } = request;
  const source = readSource(headers["x-amz-copy-source"] ?? "");
  const replaces = readDirective(headers["x-amz-metadata-directive"]) === "REPLACE";
  const sourceBucket = request.bucketOf(source.bucketName);
  caller.authorize("s3:GetObject", objectArn(source.bucketName, source.key));
  caller.authorize("s3:PutObject", objectArn(bucket.name, key));
  const object = await sourceBucket.read(source.key);
  if (object === undefined) throw missingKey(caller, sourceBucket, source.key);
  if (sourceBucket === bucket && source.key === key && !replaces) {
    const message =
      "This copy request is illegal because it is trying to copy an object to itself without changing it.";
    throw new AwsError("InvalidRequest", message);
  }
  const head: ObjectHead = {
    ...object.head,
    key,
    lastModifiedMs: clock(),
    headers: replaces ? ownHeaders(headers) : object.head.headers,
  };
  await bucket.write({ head, body: object.body }, (current) => checkWrite(headers, key, current));
  const result = { ETag: head.etag, LastModified: isoTime(head.lastModifiedMs), ...checksumElements(head) };
  return xmlAnswer(writeXml("CopyObjectResult", result, S3_NAMESPACE));
}

function readSource(header: string): { readonly bucketName: string; readonly key: string } {
  const [path = "", version] = header.split("?");
  if (version !== undefined) throw notImplemented("CopyObject of a version");
  const [, bucketName, key] = /^\/?([^/]+)\/(.+)$/s.exec(decodePath(path)) ?? [];
  if (bucketName === undefined || key === undefined) throw invalidArgument("Invalid copy source object key");
  return { bucketName, key };
}

function readDirective(directive = "COPY"): "COPY" | "REPLACE" {
  if (directive === "COPY" || directive === "REPLACE") return directive;
  throw invalidArgument("Unknown metadata directive.");
}
