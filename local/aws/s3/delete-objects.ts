import { AwsError, type RestResponse } from "../service.ts";
import { S3_NAMESPACE, xmlAnswer } from "./answers.ts";
import { checkWrite } from "./preconditions.ts";
import { readXml } from "./read-xml.ts";
import { objectArn } from "./rights.ts";
import { malformedXml, notImplemented } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { writeXml } from "./write-xml.ts";

export async function deleteObject({ bucket, key, caller, headers }: S3Request): Promise<RestResponse> {
  caller.authorize("s3:DeleteObject", objectArn(bucket.name, key));
  checkWrite(headers, key, bucket.head(key));
  bucket.delete(key);
  return { status: 204 };
}

/** Each key for itself: one that may not be deleted does not stop the others. */
export async function deleteObjects({ bucket, caller, headers, body }: S3Request): Promise<RestResponse> {
  const { bytes, checksum } = body();
  if (checksum === undefined && headers["content-md5"] === undefined) {
    throw new AwsError(
      "InvalidRequest",
      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
    );
  }
  const { keys, isQuiet } = readDelete(bytes);
  const results = keys.map((key) => {
    try {
      caller.authorize("s3:DeleteObject", objectArn(bucket.name, key));
      bucket.delete(key);
      return { Deleted: { Key: key } };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { Error: { Key: key, Code: "AccessDenied", Message: error.message } };
    }
  });
  const deleted = results.flatMap((one) => one.Deleted ?? []);
  const failed = results.flatMap((one) => one.Error ?? []);
  return xmlAnswer(
    writeXml("DeleteResult", { Deleted: isQuiet ? [] : deleted, Error: failed }, S3_NAMESPACE),
  );
}

function readDelete(bytes: Buffer): { readonly keys: readonly string[]; readonly isQuiet: boolean } {
  const root = readXml(bytes.toString("utf8"));
  const objects = root?.all("Object") ?? [];
  if (root?.name !== "Delete" || objects.length === 0 || objects.length > 1000) throw malformedXml();
  const keys = objects.map((object) => {
    const other = object.children.find(({ name }) => name !== "Key");
    if (other !== undefined) throw notImplemented(`DeleteObjects with ${other.name}`);
    const key = object.textOf("Key");
    if (key === undefined || key === "") throw malformedXml();
    return key;
  });
  return { keys, isQuiet: root.textOf("Quiet") === "true" };
}
