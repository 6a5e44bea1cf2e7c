import type { Caller, Clock, RestRequest } from "../service.ts";
import { AwsError } from "../service.ts";
import type { Bucket } from "./bucket.ts";
import { readBody, type VerifiedBody } from "./read-body.ts";

/** What an operation on a bucket gets to see. */
export interface S3Request {
  readonly caller: Caller;
  readonly clock: Clock;
  readonly bucket: Bucket;
  /** Empty for operations on the bucket itself. */
  readonly key: string;
  readonly method: string;
  readonly query: URLSearchParams;
  /** Names in lower case; with the `x-amz-…` parameters that a presigned URL carries in their place. */
  readonly headers: Readonly<Record<string, string>>;
  /** Finds the bucket of another operation's source. Throws NoSuchBucket. */
  readonly bucketOf: (name: string) => Bucket;
  /** The body as it came. */
  readonly wire: Buffer;
  /** The body, decoded and verified at the first call. */
  readonly body: () => VerifiedBody;
}

export function verifiedOnce(headers: Readonly<Record<string, string>>, body: Buffer): () => VerifiedBody {
  let verified: VerifiedBody | undefined;
  return () => (verified ??= readBody(headers, body));
}

export function mergedHeaders({ headers, query }: RestRequest): Readonly<Record<string, string>> {
  const hoisted = [...query].map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  return { ...Object.fromEntries(hoisted.filter(([name]) => name.startsWith("x-amz-"))), ...headers };
}

/** Throws InvalidURI. Keys are taken literally: `..` is a name like any other. */
export function splitPath(path: string): { readonly bucketName: string; readonly key: string } {
  const [, bucketName = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { bucketName: decodePath(bucketName), key: checkKey(decodePath(key)) };
}

export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError("InvalidURI", "Couldn't parse the specified URI.");
  }
}

function checkKey(key: string): string {
  if (Buffer.byteLength(key) > 1024) throw new AwsError("KeyTooLongError", "Your key is too long");
  return key;
}
