import { AwsError, REGION, type Caller, type Clock, type RestResponse } from "../service.ts";
import { isoTime, S3_NAMESPACE, xmlAnswer } from "./answers.ts";
import type { BucketStore } from "./bucket-store.ts";
import { readXml } from "./read-xml.ts";
import { bucketArn } from "./rights.ts";
import { malformedXml } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { writeXml } from "./write-xml.ts";

export async function headBucket({ bucket, caller }: S3Request): Promise<RestResponse> {
  caller.authorize("s3:ListBucket", bucketArn(bucket.name));
  return { status: 200, headers: { "x-amz-bucket-region": REGION } };
}

export async function getBucketLocation({ bucket, caller }: S3Request): Promise<RestResponse> {
  caller.authorize("s3:GetBucketLocation", bucketArn(bucket.name));
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="${S3_NAMESPACE}">${REGION}</LocationConstraint>`;
  return xmlAnswer(body);
}

export function listBuckets(store: BucketStore, caller: Caller): RestResponse {
  caller.authorize("s3:ListAllMyBuckets", "arn:aws:s3:::*");
  const buckets = store
    .all()
    .map(({ name, createdAtMs }) => ({ Name: name, CreationDate: isoTime(createdAtMs) }));
  return xmlAnswer(writeXml("ListAllMyBucketsResult", { Buckets: { Bucket: buckets } }, S3_NAMESPACE));
}

export async function createBucket(
  store: BucketStore,
  name: string,
  caller: Caller,
  body: Buffer,
  clock: Clock,
): Promise<RestResponse> {
  caller.authorize("s3:CreateBucket", bucketArn(name));
  checkLocation(body);
  if (store.find(name) !== undefined) {
    const message = "Your previous request to create the named bucket succeeded and you already own it.";
    throw new AwsError("BucketAlreadyOwnedByYou", message, 409, { BucketName: name });
  }
  await store.create(name, clock());
  return { status: 200, headers: { location: `/${name}` } };
}

function checkLocation(body: Buffer): void {
  if (body.length === 0) return;
  const root = readXml(body.toString("utf8"));
  if (root?.name !== "CreateBucketConfiguration") throw malformedXml();
  const location = root.textOf("LocationConstraint");
  if (location === undefined || location === REGION) return;
  const message = `The ${location} location constraint is incompatible for the region specific endpoint this request was sent to.`;
  throw new AwsError("IllegalLocationConstraintException", message);
}
