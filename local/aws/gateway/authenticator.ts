import { timingSafeEqual } from "node:crypto";
import type { Identities } from "../iam/identities.ts";
import { REGION, type Caller, type Clock } from "../service.ts";
import { amzDateToMs, readClaim, type Claim } from "./claim.ts";
import { refusal, type Dialect } from "./refusal.ts";
import { sha256, signatureOf } from "./signature.ts";
import type { WireRequest } from "./wire-request.ts";

export interface Expected {
  readonly dialect: Dialect;
  /** The signing name, such as `sqs`; any when left out. */
  readonly service?: string;
  /** `ap-northeast-1` when left out. */
  readonly region?: string;
}

/**
 * Finds out who signed a request (AWS Signature Version 4, in the headers or in the query). Throws the `AwsError`
 * that the service would give for a missing, malformed, outdated or wrong signature.
 */
export type Authenticate = (request: WireRequest, expected: Expected) => Caller;

const MINUTE_MS = 60_000;

/** `clock` is the time of the wire: clients sign with their real time. */
export function createAuthenticator(options: {
  readonly clock: Clock;
  readonly identities: Identities;
}): Authenticate {
  return (request, expected) => {
    const { dialect } = expected;
    const claim = readClaim(request, dialect);
    if (claim === undefined) throw refusal(dialect, "missing");
    checkScope(claim, expected);
    checkTime(claim, dialect, options.clock());
    const known = options.identities.find(claim.accessKeyId, claim.sessionToken);
    if (known === undefined) throw refusal(dialect, "unknown key");
    checkSignedHeaders(claim, request, dialect);
    const payloadHash = checkPayload(claim, request, dialect);
    checkSignature(claim, request, dialect, payloadHash, known.secretAccessKey);
    return known.caller;
  };
}

export function isSigned(request: WireRequest): boolean {
  return "authorization" in request.headers || /(^|&)X-Amz-Signature=/.test(request.query);
}

function checkScope(claim: Claim, { dialect, service, region = REGION }: Expected): void {
  if (claim.scope.region !== region) {
    const detail = `the region '${claim.scope.region}' is wrong; expecting '${region}'`;
    throw refusal(dialect, "wrong scope", `Credential should be scoped to a valid region: ${detail}`);
  }
  if (service !== undefined && claim.scope.service !== service) {
    throw refusal(dialect, "wrong scope", `Credential should be scoped to correct service: '${service}'.`);
  }
  if (!claim.amzDate.startsWith(claim.scope.date)) {
    throw refusal(
      dialect,
      "wrong scope",
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date",
    );
  }
}

function checkTime(claim: Claim, dialect: Dialect, now: number): void {
  const signedAt = amzDateToMs(claim.amzDate);
  const skewMs = (dialect === "s3" ? 15 : 5) * MINUTE_MS;
  const lifeMs = claim.expiresSeconds === undefined ? skewMs : claim.expiresSeconds * 1000;
  if (claim.expiresSeconds !== undefined && now > signedAt + lifeMs) throw refusal(dialect, "expired");
  // Written so that a date that is none (NaN) is refused too.
  if (!(now <= signedAt + lifeMs && signedAt <= now + skewMs)) throw refusal(dialect, "wrong time");
}

function checkSignedHeaders(claim: Claim, request: WireRequest, dialect: Dialect): void {
  const signed = new Set(claim.signedHeaders);
  if (!signed.has("host")) throw refusal(dialect, "unsigned header", "'host' must be a 'SignedHeader'");
  const unsigned = Object.keys(request.headers).filter(
    (name) => name.startsWith("x-amz-") && !signed.has(name),
  );
  // S3 acts on such headers (metadata, conditions), so that a stranger must not add one to somebody's presigned URL.
  if (dialect === "s3" && unsigned.length > 0) {
    const detail = `There were headers present in the request which were not signed: ${unsigned.join(", ")}`;
    throw refusal(dialect, "unsigned header", detail);
  }
}

/** The payload's line of the canonical request; a hash that the client claims is compared with the body. */
function checkPayload(claim: Claim, request: WireRequest, dialect: Dialect): string {
  const presigned = dialect === "s3" && claim.carrier === "query";
  const claimed = request.headers["x-amz-content-sha256"] ?? (presigned ? "UNSIGNED-PAYLOAD" : undefined);
  if (claimed === undefined) {
    if (dialect !== "s3") return sha256(request.body);
    throw refusal(dialect, "malformed", "Missing required header for this request: x-amz-content-sha256");
  }
  const word = /^(UNSIGNED-PAYLOAD|STREAMING-[A-Z0-9-]+)$/.test(claimed);
  if (word && dialect === "s3") return claimed;
  if (claimed !== sha256(request.body)) throw refusal(dialect, "wrong payload");
  return claimed;
}

function checkSignature(
  claim: Claim,
  request: WireRequest,
  dialect: Dialect,
  payloadHash: string,
  secretAccessKey: string,
): void {
  const pathEncoding = dialect === "s3" ? "once" : "twice";
  const { scope, amzDate, signedHeaders } = claim;
  const expected = Buffer.from(
    calculated(() =>
      signatureOf(request, { scope, amzDate, signedHeaders, payloadHash, pathEncoding }, secretAccessKey),
    ),
  );
  const given = Buffer.from(claim.signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw refusal(dialect, "wrong signature");
}

/** A path or query with broken percent-encoding has no canonical form and so no right signature. */
function calculated(sign: () => string): string {
  try {
    return sign();
  } catch (error) {
    if (error instanceof URIError) return "";
    throw error;
  }
}
