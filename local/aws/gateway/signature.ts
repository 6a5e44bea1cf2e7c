import { createHash, createHmac } from "node:crypto";
import type { WireRequest } from "./wire-request.ts";

/** What a signature is valid for: the `20261120/ap-northeast-1/sqs/aws4_request` of its credential. */
export interface Scope {
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export interface SigningFacts {
  readonly scope: Scope;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  /** Lower case, in the order in which the signer lists them. */
  readonly signedHeaders: readonly string[];
  /** The last line of the canonical request: a hash in hex or a word such as `UNSIGNED-PAYLOAD`. */
  readonly payloadHash: string;
  /** S3 encodes the path once, every other service twice. */
  readonly pathEncoding: "once" | "twice";
}

/** The AWS Signature Version 4 of a request, in hex. Throws `URIError` for malformed percent-encoding. */
export function signatureOf(request: WireRequest, facts: SigningFacts, secretAccessKey: string): string {
  const { date, region, service } = facts.scope;
  const toSign = [
    "AWS4-HMAC-SHA256",
    facts.amzDate,
    `${date}/${region}/${service}/aws4_request`,
    sha256(canonicalRequest(request, facts)),
  ].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  return createHmac("sha256", key).update(toSign).digest("hex");
}

export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function canonicalRequest(request: WireRequest, facts: SigningFacts): string {
  return [
    request.method,
    facts.pathEncoding === "once" ? recodedPath(request.path) : twiceEncodedPath(request.path),
    canonicalQuery(request.query),
    ...facts.signedHeaders.map((name) => `${name}:${canonicalValue(request.headers[name] ?? "")}`),
    "",
    facts.signedHeaders.join(";"),
    facts.payloadHash,
  ].join("\n");
}

function canonicalValue(value: string): string {
  return value.trim().replace(/\s+/g, " ");
}

/** Decoded and encoded again, because clients may leave characters bare that the canonical form encodes. */
function recodedPath(path: string): string {
  return path
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
}

function twiceEncodedPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(encode(segment));
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.join("/")}${end}`;
}

function canonicalQuery(query: string): string {
  return query
    .split("&")
    .filter((pair) => pair !== "" && !pair.toLowerCase().startsWith("x-amz-signature="))
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [recode(name), recode(value.join("="))] as const;
    })
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function recode(text: string): string {
  return encode(decodeURIComponent(text));
}

/** RFC 3986: what `encodeURIComponent` leaves bare beyond the unreserved characters is encoded too. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
