import { ACCOUNT_ID, AwsError } from "../service.ts";
import { notImplemented } from "./s3-error.ts";

const QUERY = new Set([
  "continuation-token",
  "delete",
  "delimiter",
  "encoding-type",
  "fetch-owner",
  "list-type",
  "location",
  "max-keys",
  "max-parts",
  "part-number-marker",
  "partNumber",
  "prefix",
  "start-after",
  "uploadId",
  "uploads",
  "x-id",
]);

const HEADERS = new Set([
  "x-amz-algorithm",
  "x-amz-content-sha256",
  "x-amz-copy-source",
  "x-amz-credential",
  "x-amz-date",
  "x-amz-decoded-content-length",
  "x-amz-expected-bucket-owner",
  "x-amz-expires",
  "x-amz-metadata-directive",
  "x-amz-sdk-checksum-algorithm",
  "x-amz-security-token",
  "x-amz-signature",
  "x-amz-signedheaders",
  "x-amz-trailer",
  "x-amz-user-agent",
]);

/** Throws NotImplemented for a sub-resource, or for a header that would change what happens and is not known here. */
export function refuseUnknown(query: URLSearchParams, headers: Readonly<Record<string, string>>): void {
  const parameter = [...query.keys()].find((name) => !QUERY.has(name) && !/^(x-amz-|response-)/i.test(name));
  if (parameter !== undefined) throw notImplemented(`?${parameter}`);
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith("x-amz-") && !isKnown(name, value))
      throw notImplemented(`The header ${name}: ${value}`);
  }
  const owner = headers["x-amz-expected-bucket-owner"];
  if (owner !== undefined && owner !== ACCOUNT_ID) throw new AwsError("AccessDenied", "Access Denied", 403);
}

function isKnown(name: string, value: string): boolean {
  if (HEADERS.has(name) || /^x-amz-(meta|checksum)-/.test(name)) return true;
  if (name === "x-amz-server-side-encryption") return value === "AES256";
  return name === "x-amz-storage-class" && value === "STANDARD";
}
