import type { RestResponse } from "../service.ts";
import { getBucketLocation, headBucket } from "./bucket-operations.ts";
import { completeMultipartUpload } from "./complete-multipart-upload.ts";
import { copyObject } from "./copy-object.ts";
import { deleteObject, deleteObjects } from "./delete-objects.ts";
import { getObject, headObject } from "./get-object.ts";
import { listObjectsV2 } from "./list-objects.ts";
import { abortMultipartUpload, createMultipartUpload, listParts, uploadPart } from "./multipart-upload.ts";
import { putObject } from "./put-object.ts";
import { notImplemented } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

type Operation = (request: S3Request) => Promise<RestResponse>;

/** The operation that a request to an existing bucket means. Throws NotImplemented with what it lacks. */
export function routeRequest(request: S3Request): Operation {
  const operation = request.key === "" ? onBucket(request) : onObject(request);
  if (operation !== undefined) return operation;
  const parameters = [...request.query.keys()].filter((name) => name !== "x-id");
  const what =
    request.query.get("x-id") ?? `${request.method} on ${request.key === "" ? "a bucket" : "an object"}`;
  throw notImplemented(parameters.length === 0 ? what : `${what} with ?${parameters.join("&")}`);
}

function onBucket({ method, query }: S3Request): Operation | undefined {
  if (method === "HEAD") return headBucket;
  if (method === "GET" && query.has("location")) return getBucketLocation;
  if (method === "GET" && query.get("list-type") === "2") return listObjectsV2;
  return method === "POST" && query.has("delete") ? deleteObjects : undefined;
}

function onObject({ method, query, headers }: S3Request): Operation | undefined {
  const isPart = query.has("uploadId");
  const isCopy = "x-amz-copy-source" in headers;
  switch (method) {
    case "HEAD":
      return headObject;
    case "GET":
      return isPart ? listParts : getObject;
    case "PUT":
      if (isPart) return isCopy ? undefined : uploadPart;
      return isCopy ? copyObject : putObject;
    case "DELETE":
      return isPart ? abortMultipartUpload : deleteObject;
    case "POST":
      if (isPart) return completeMultipartUpload;
      return query.has("uploads") ? createMultipartUpload : undefined;
    default:
      return undefined;
  }
}
