import type { WireRequest } from "./wire-request.ts";

/** `lambda:InvokeFunction` and the like: what a REST call is named in a fault plan. */
export function lambdaAction({ method, path }: WireRequest): string {
  if (path.endsWith("/invocations")) return "lambda:InvokeFunction";
  const isOne = /\/functions\/[^/]+$/.test(path);
  return method === "GET" ? `lambda:${isOne ? "GetFunction" : "ListFunctions"}` : "lambda:Unknown";
}

export function cloudFrontAction({ method, path }: WireRequest): string {
  if (!path.includes("/invalidation")) return "cloudfront:Unknown";
  return `cloudfront:${method === "POST" ? "CreateInvalidation" : "GetInvalidation"}`;
}

type Rule = readonly [method: string, action: string, mark?: string];

/** The first rule whose mark, a member of the query or a header, the request has. */
const onBucket: readonly Rule[] = [
  ["HEAD", "HeadBucket"],
  ["GET", "GetBucketLocation", "location"],
  ["GET", "ListObjectsV2", "list-type"],
  ["GET", "ListObjects"],
  ["POST", "DeleteObjects", "delete"],
  ["PUT", "CreateBucket"],
];
const onObject: readonly Rule[] = [
  ["HEAD", "HeadObject"],
  ["GET", "ListParts", "uploadId"],
  ["GET", "GetObject"],
  ["PUT", "UploadPart", "uploadId"],
  ["PUT", "CopyObject", "x-amz-copy-source"],
  ["PUT", "PutObject"],
  ["DELETE", "AbortMultipartUpload", "uploadId"],
  ["DELETE", "DeleteObject"],
  ["POST", "CompleteMultipartUpload", "uploadId"],
  ["POST", "CreateMultipartUpload", "uploads"],
];

/** All that a fault plan can name of the services that speak REST, and of those that the gateway only carries. */
export const restOperations: Readonly<Record<string, readonly string[]>> = {
  lambda: ["InvokeFunction", "InvokeFunctionUrl", "GetFunction", "ListFunctions"],
  cloudfront: ["CreateInvalidation", "GetInvalidation"],
  s3: ["ListBuckets", ...[...onBucket, ...onObject].map(([, operation]) => operation)],
  appsync: ["GraphQL"],
  cdn: ["Get"],
};

/** By the names of S3's API (`s3:ListObjectsV2`); rights are named otherwise in places. */
export function s3Action({ method, path, query, headers }: WireRequest): string {
  const [, bucket = "", key = ""] = path.split("/");
  if (bucket === "") return "s3:ListBuckets";
  const members = new URLSearchParams(query);
  const found = (key === "" ? onBucket : onObject).find(
    ([wanted, , mark]) => wanted === method && (mark === undefined || members.has(mark) || mark in headers),
  );
  return `s3:${found?.[1] ?? "Unknown"}`;
}
