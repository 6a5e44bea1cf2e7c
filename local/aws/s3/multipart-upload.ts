import { AwsError, type RestResponse } from "../service.ts";
import { isoTime, S3_NAMESPACE, xmlAnswer } from "./answers.ts";
import { checksumElement, toChecksumAlgorithm } from "./checksum.ts";
import { checksumElements, checksumHeaders, ownHeaders } from "./object-headers.ts";
import { objectArn } from "./rights.ts";
import { invalidArgument } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { endUpload, findUpload, readParts, savePart, startUpload, type Upload } from "./upload-store.ts";
import { writeXml } from "./write-xml.ts";

export async function createMultipartUpload({
  bucket,
  key,
  caller,
  headers,
}: S3Request): Promise<RestResponse> {
  caller.authorize("s3:PutObject", objectArn(bucket.name, key));
  const checksum = readChecksum(headers);
  const id = await startUpload(bucket, { key, headers: ownHeaders(headers), ...(checksum && { checksum }) });
  const result = { Bucket: bucket.name, Key: key, UploadId: id };
  return xmlAnswer(writeXml("InitiateMultipartUploadResult", result, S3_NAMESPACE), {
    ...(checksum && {
      "x-amz-checksum-algorithm": checksum.algorithm.toUpperCase(),
      "x-amz-checksum-type": checksum.type,
    }),
  });
}

function readChecksum(headers: S3Request["headers"]): Upload["checksum"] {
  const name = headers["x-amz-checksum-algorithm"];
  if (name === undefined) return undefined;
  const type = headers["x-amz-checksum-type"] ?? "COMPOSITE";
  if (type !== "COMPOSITE" && type !== "FULL_OBJECT")
    throw invalidArgument("Value for x-amz-checksum-type header is invalid.");
  return { algorithm: toChecksumAlgorithm(name), type };
}

export async function uploadPart({
  bucket,
  key,
  caller,
  clock,
  query,
  body,
}: S3Request): Promise<RestResponse> {
  caller.authorize("s3:PutObject", objectArn(bucket.name, key));
  const number = readPartNumber(query.get("partNumber"));
  const id = query.get("uploadId") ?? "";
  const upload = await findUpload(bucket, id, key);
  const { bytes, md5, checksum } = body();
  if (
    checksum !== undefined &&
    upload.checksum !== undefined &&
    checksum.algorithm !== upload.checksum.algorithm
  ) {
    const expected = checksumElement(upload.checksum.algorithm);
    throw new AwsError(
      "InvalidRequest",
      `Checksum Type mismatch occurred, expected checksum Type: ${expected}`,
    );
  }
  const head = {
    key: String(number),
    sizeBytes: bytes.length,
    etag: `"${md5}"`,
    lastModifiedMs: clock(),
    headers: {},
    checksum,
  };
  await savePart(bucket, id, { head, body: bytes });
  const { "x-amz-checksum-type": _, ...checksums } = checksumHeaders(head);
  return {
    status: 200,
    headers: { etag: head.etag, "x-amz-server-side-encryption": "AES256", ...checksums },
  };
}

export async function abortMultipartUpload({ bucket, key, caller, query }: S3Request): Promise<RestResponse> {
  caller.authorize("s3:AbortMultipartUpload", objectArn(bucket.name, key));
  const id = query.get("uploadId") ?? "";
  await findUpload(bucket, id, key);
  await endUpload(bucket, id);
  return { status: 204 };
}

export async function listParts({ bucket, key, caller, query }: S3Request): Promise<RestResponse> {
  caller.authorize("s3:ListMultipartUploadParts", objectArn(bucket.name, key));
  const id = query.get("uploadId") ?? "";
  await findUpload(bucket, id, key);
  const after = Number(query.get("part-number-marker") ?? 0);
  const maxParts = Math.min(Number(query.get("max-parts") ?? 1000), 1000);
  if (!Number.isInteger(after) || !Number.isInteger(maxParts))
    throw invalidArgument("max-parts must be an integer");
  const left = (await readParts(bucket, id)).filter(({ head }) => Number(head.key) > after);
  const page = left.slice(0, maxParts);
  const result = {
    Bucket: bucket.name,
    Key: key,
    UploadId: id,
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.head.key ?? after,
    MaxParts: maxParts,
    IsTruncated: left.length > page.length,
    StorageClass: "STANDARD",
    Part: page.map(({ head }) => {
      const { ChecksumType: _, ...checksums } = checksumElements(head);
      const described = { PartNumber: head.key, LastModified: isoTime(head.lastModifiedMs), ETag: head.etag };
      return { ...described, Size: head.sizeBytes, ...checksums };
    }),
  };
  return xmlAnswer(writeXml("ListPartsResult", result, S3_NAMESPACE));
}

function readPartNumber(text: string | null): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number;
  throw invalidArgument("Part number must be an integer between 1 and 10000, inclusive");
}
