import type { RestResponse } from "../service.ts";
import { isoTime, S3_NAMESPACE, xmlAnswer } from "./answers.ts";
import type { Bucket } from "./bucket.ts";
import { bucketArn } from "./rights.ts";
import { invalidArgument } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { writeXml, type XmlValue } from "./write-xml.ts";

interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Only what comes behind this key or common prefix. */
  readonly after: string;
}

interface Page {
  readonly keys: readonly string[];
  readonly commonPrefixes: readonly string[];
  /** The last key or common prefix, if something is left behind it. */
  readonly next: string | undefined;
}

export async function listObjectsV2({ bucket, caller, query }: S3Request): Promise<RestResponse> {
  caller.authorize("s3:ListBucket", bucketArn(bucket.name), conditions(query));
  const token = query.get("continuation-token");
  const listing: Listing = {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    maxKeys: readMaxKeys(query.get("max-keys")),
    after: token === null ? (query.get("start-after") ?? "") : readToken(token),
  };
  const page = paged(bucket, listing);
  return xmlAnswer(writeXml("ListBucketResult", describe(bucket, query, listing, page), S3_NAMESPACE));
}

function paged(bucket: Bucket, { prefix, delimiter, maxKeys, after }: Listing): Page {
  const keys: string[] = [];
  const commonPrefixes: string[] = [];
  let last = after;
  const afterBytes = Buffer.from(after);
  for (const key of bucket.keys(prefix)) {
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    const common = end < 0 ? undefined : key.slice(0, end + delimiter.length);
    const isDone =
      Buffer.compare(Buffer.from(key), afterBytes) <= 0 || (common !== undefined && common === last);
    if (isDone) continue;
    if (keys.length + commonPrefixes.length >= maxKeys) {
      return { keys, commonPrefixes, next: maxKeys === 0 ? undefined : last };
    }
    if (common === undefined) keys.push(key);
    else commonPrefixes.push(common);
    last = common ?? key;
  }
  return { keys, commonPrefixes, next: undefined };
}

function describe(
  bucket: Bucket,
  query: URLSearchParams,
  listing: Listing,
  page: Page,
): { readonly [name: string]: XmlValue } {
  const encoded = encoder(query.get("encoding-type"));
  const given = (name: string) => query.get(name) ?? undefined;
  const contents = page.keys.flatMap((key) => {
    const head = bucket.head(key);
    if (head === undefined) return [];
    return {
      Key: encoded(key),
      LastModified: isoTime(head.lastModifiedMs),
      ETag: head.etag,
      ...(head.checksum && {
        ChecksumAlgorithm: head.checksum.algorithm.toUpperCase(),
        ChecksumType: head.checksum.type,
      }),
      Size: head.sizeBytes,
      StorageClass: "STANDARD",
    };
  });
  return {
    Name: bucket.name,
    Prefix: encoded(listing.prefix),
    Delimiter: listing.delimiter === "" ? undefined : encoded(listing.delimiter),
    EncodingType: given("encoding-type"),
    ContinuationToken: given("continuation-token"),
    StartAfter: given("start-after"),
    MaxKeys: listing.maxKeys,
    KeyCount: page.keys.length + page.commonPrefixes.length,
    IsTruncated: page.next !== undefined,
    NextContinuationToken: page.next === undefined ? undefined : Buffer.from(page.next).toString("base64url"),
    Contents: contents,
    CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encoded(prefix) })),
  };
}

function conditions(query: URLSearchParams): Record<string, string> {
  const pairs = ["prefix", "delimiter", "max-keys"].map((name) => [`s3:${name}`, query.get(name)] as const);
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function readMaxKeys(text: string | null): number {
  if (text === null) return 1000;
  if (!/^\d{1,9}$/.test(text))
    throw invalidArgument("Provided max-keys not an integer or within integer range");
  return Math.min(Number(text), 1000);
}

function readToken(token: string): string {
  const text = Buffer.from(token, "base64url").toString();
  if (text === "" || Buffer.from(text).toString("base64url") !== token) {
    throw invalidArgument("The continuation token provided is incorrect");
  }
  return text;
}

function encoder(type: string | null): (text: string) => string {
  if (type === null) return (text) => text;
  if (type !== "url") throw invalidArgument("Invalid Encoding Method specified in Request");
  return (text) => encodeURIComponent(text).replaceAll("%2F", "/");
}
