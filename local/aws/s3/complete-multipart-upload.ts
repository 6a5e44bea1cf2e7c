import { AwsError, type RestResponse } from "../service.ts";
import { S3_NAMESPACE, xmlAnswer } from "./answers.ts";
import { checksumElement, checksumOf, compositeChecksum, type Checksum } from "./checksum.ts";
import { checksumElements } from "./object-headers.ts";
import { checkWrite, matches } from "./preconditions.ts";
import { readXml, type XmlElement } from "./read-xml.ts";
import { objectArn } from "./rights.ts";
import { malformedXml } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import type { ObjectHead, StoredObject } from "./stored-object.ts";
import { endUpload, findUpload, multipartEtag, readParts, type Upload } from "./upload-store.ts";
import { writeXml } from "./write-xml.ts";

const MIN_PART_BYTES = 5 * 1024 * 1024;

export async function completeMultipartUpload(request: S3Request): Promise<RestResponse> {
  const { bucket, key, caller, clock, query, headers } = request;
  caller.authorize("s3:PutObject", objectArn(bucket.name, key));
  const id = query.get("uploadId") ?? "";
  const upload = await findUpload(bucket, id, key);
  // The checksum in the headers is that of the whole object here, not of the list of parts.
  const list = readXml(request.wire.toString("utf8"));
  if (list?.name !== "CompleteMultipartUpload" || list.all("Part").length === 0) throw malformedXml();
  const parts = chosenParts(list.all("Part"), await readParts(bucket, id));
  const body = Buffer.concat(parts.map((part) => part.body));
  const checksum = checksumOfWhole(upload, parts, body);
  checkClaimed(headers, checksum);
  const head: ObjectHead = {
    key,
    sizeBytes: body.length,
    etag: multipartEtag(parts),
    lastModifiedMs: clock(),
    headers: upload.headers,
    ...(checksum && { checksum }),
  };
  await bucket.write({ head, body }, (current) => checkWrite(headers, key, current));
  await endUpload(bucket, id);
  const result = { Location: `/${bucket.name}/${key}`, Bucket: bucket.name, Key: key, ETag: head.etag };
  return xmlAnswer(
    writeXml("CompleteMultipartUploadResult", { ...result, ...checksumElements(head) }, S3_NAMESPACE),
  );
}

/** The stored parts that the client names, in rising order. Throws InvalidPart, InvalidPartOrder, EntityTooSmall. */
function chosenParts(named: readonly XmlElement[], stored: readonly StoredObject[]): readonly StoredObject[] {
  const parts = named.map((one) => {
    const part = stored.find(({ head }) => head.key === one.textOf("PartNumber"));
    if (part === undefined || !isAsNamed(part, one)) {
      throw new AwsError("InvalidPart", "One or more of the specified parts could not be found.");
    }
    return part;
  });
  const isRising = parts.every(
    (part, at) => at === 0 || Number(part.head.key) > Number(parts[at - 1]?.head.key),
  );
  if (!isRising) throw new AwsError("InvalidPartOrder", "The list of parts was not in ascending order.");
  const tooSmall = parts.slice(0, -1).find(({ body }) => body.length < MIN_PART_BYTES);
  if (tooSmall !== undefined) {
    const message = "Your proposed upload is smaller than the minimum allowed size";
    const members = {
      PartNumber: tooSmall.head.key,
      ProposedSize: tooSmall.body.length,
      MinSizeAllowed: MIN_PART_BYTES,
    };
    throw new AwsError("EntityTooSmall", message, 400, members);
  }
  return parts;
}

function isAsNamed({ head }: StoredObject, named: XmlElement): boolean {
  if (!matches(named.textOf("ETag") ?? "", head.etag)) return false;
  const claimed = named.children.find(({ name }) => name.startsWith("Checksum"));
  if (claimed === undefined) return true;
  const { checksum } = head;
  return (
    checksum !== undefined &&
    claimed.name === checksumElement(checksum.algorithm) &&
    claimed.text === checksum.value
  );
}

function checksumOfWhole(upload: Upload, parts: readonly StoredObject[], body: Buffer): Checksum | undefined {
  if (upload.checksum === undefined) return undefined;
  const { algorithm, type } = upload.checksum;
  if (type === "FULL_OBJECT") return { algorithm, value: checksumOf(algorithm, body), type };
  const values = parts.map(({ head, body: bytes }) => head.checksum?.value ?? checksumOf(algorithm, bytes));
  return compositeChecksum(algorithm, values);
}

function checkClaimed(headers: S3Request["headers"], checksum: Checksum | undefined): void {
  if (checksum === undefined) return;
  const claimed = headers[`x-amz-checksum-${checksum.algorithm}`];
  if (claimed === undefined || claimed === checksum.value) return;
  throw new AwsError(
    "BadDigest",
    `The ${checksum.algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
  );
}
