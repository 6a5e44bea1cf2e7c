import { AwsError, type Caller } from "../service.ts";
import type { Bucket } from "./bucket.ts";
import { noSuchKey } from "./s3-error.ts";

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

export function objectArn(bucket: string, key: string): string {
  return `arn:aws:s3:::${bucket}/${key}`;
}

/** A missing key, told only to who may list the bucket: everybody else gets AccessDenied, as from S3. */
export function missingKey(caller: Caller, bucket: Bucket, key: string): AwsError {
  try {
    caller.authorize("s3:ListBucket", bucketArn(bucket.name));
    return noSuchKey(key);
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}
