import type { Scope } from "./signature.ts";
import { refusal, type Dialect } from "./refusal.ts";
import type { WireRequest } from "./wire-request.ts";

/** What a request says about its own signature, before anything of it is believed. */
export interface Claim {
  readonly carrier: "header" | "query";
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly amzDate: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken: string | undefined;
  /** Only for presigned URLs. */
  readonly expiresSeconds: number | undefined;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const MAX_EXPIRES_SECONDS = 7 * 24 * 60 * 60;

/** The claim of a request, `undefined` for an unsigned one; throws an `AwsError` for a malformed claim. */
export function readClaim(request: WireRequest, dialect: Dialect): Claim | undefined {
  const authorization = request.headers["authorization"];
  if (authorization !== undefined) return readHeader(request, authorization, dialect);
  const query = new URLSearchParams(request.query);
  return query.has("X-Amz-Signature") || query.has("X-Amz-Algorithm") ? readQuery(query, dialect) : undefined;
}

function readHeader(request: WireRequest, authorization: string, dialect: Dialect): Claim {
  const [algorithm, ...rest] = authorization.split(/\s+/);
  if (algorithm !== ALGORITHM) throw refusal(dialect, "malformed", `Only ${ALGORITHM} is supported`);
  const parts = new Map(
    rest
      .join("")
      .split(",")
      .map((part): [string, string] => {
        const sign = part.indexOf("=");
        return [part.slice(0, sign), part.slice(sign + 1)];
      }),
  );
  const need = (name: string): string => {
    const value = parts.get(name);
    if (value) return value;
    throw refusal(dialect, "malformed", `Authorization header requires '${name}' parameter.`);
  };
  return {
    carrier: "header",
    ...readCredential(need("Credential"), dialect),
    signedHeaders: need("SignedHeaders").split(";"),
    signature: need("Signature"),
    amzDate: readDate(request.headers["x-amz-date"], dialect),
    sessionToken: request.headers["x-amz-security-token"],
    expiresSeconds: undefined,
  };
}

function readQuery(query: URLSearchParams, dialect: Dialect): Claim {
  const need = (name: string): string => {
    const value = query.get(name);
    if (value) return value;
    throw refusal(dialect, "malformed", `Query-string authentication requires the ${name} parameter.`);
  };
  if (need("X-Amz-Algorithm") !== ALGORITHM)
    throw refusal(dialect, "malformed", `Only ${ALGORITHM} is supported`);
  const expiresSeconds = Number(need("X-Amz-Expires"));
  if (!Number.isInteger(expiresSeconds) || expiresSeconds < 0 || expiresSeconds > MAX_EXPIRES_SECONDS) {
    throw refusal(dialect, "malformed", "X-Amz-Expires must be between 0 and 604800 seconds");
  }
  return {
    carrier: "query",
    ...readCredential(need("X-Amz-Credential"), dialect),
    signedHeaders: need("X-Amz-SignedHeaders").split(";"),
    signature: need("X-Amz-Signature"),
    amzDate: readDate(need("X-Amz-Date"), dialect),
    sessionToken: query.get("X-Amz-Security-Token") ?? undefined,
    expiresSeconds,
  };
}

function readCredential(credential: string, dialect: Dialect): Pick<Claim, "accessKeyId" | "scope"> {
  const [accessKeyId, date, region, service, end, ...more] = credential.split("/");
  if (!accessKeyId || !date || !region || !service || end !== "aws4_request" || more.length > 0) {
    throw refusal(
      dialect,
      "malformed",
      `Credential "${credential}" is not KEY/DATE/REGION/SERVICE/aws4_request`,
    );
  }
  return { accessKeyId, scope: { date, region, service } };
}

function readDate(value: string | undefined, dialect: Dialect): string {
  if (value !== undefined && /^\d{8}T\d{6}Z$/.test(value)) return value;
  throw refusal(dialect, "malformed", "X-Amz-Date must be a date of the form YYYYMMDDTHHMMSSZ");
}

/** Milliseconds since the epoch; `NaN` when the digits are no date. */
export function amzDateToMs(amzDate: string): number {
  return Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}
