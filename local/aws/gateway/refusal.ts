import { AwsError } from "../service.ts";

/** The families of AWS services, which give the same refusal different names. */
export type Dialect = "json" | "lambda" | "cloudfront" | "s3";

export type RefusalReason =
  | "missing"
  | "malformed"
  | "wrong scope"
  | "unknown key"
  | "wrong signature"
  | "wrong time"
  | "expired"
  | "wrong payload"
  | "unsigned header";

type Answer = readonly [code: string, status: number, message: string];

const NOT_MATCHING =
  "The request signature we calculated does not match the signature you provided. " +
  "Check your AWS Secret Access Key and signing method.";
const INVALID_TOKEN = "The security token included in the request is invalid.";

const json: Readonly<Record<RefusalReason, Answer>> = {
  missing: ["MissingAuthenticationTokenException", 400, "Request is missing Authentication Token"],
  malformed: ["IncompleteSignatureException", 400, "The authorization is incomplete or malformed"],
  "wrong scope": ["InvalidSignatureException", 400, "The credential is scoped wrongly"],
  "unknown key": ["UnrecognizedClientException", 400, INVALID_TOKEN],
  "wrong signature": ["InvalidSignatureException", 400, NOT_MATCHING],
  "wrong time": ["InvalidSignatureException", 400, "Signature expired or not yet current"],
  expired: ["InvalidSignatureException", 400, "Signature expired"],
  "wrong payload": [
    "InvalidSignatureException",
    400,
    "The provided x-amz-content-sha256 does not match the body",
  ],
  "unsigned header": ["InvalidSignatureException", 400, "A header that must be signed is not"],
};

const cloudfront: Readonly<Record<RefusalReason, Answer>> = {
  ...json,
  missing: ["MissingAuthenticationToken", 403, "Request is missing Authentication Token"],
  malformed: ["IncompleteSignature", 403, "The authorization is incomplete or malformed"],
  "wrong scope": ["SignatureDoesNotMatch", 403, "The credential is scoped wrongly"],
  "unknown key": ["InvalidClientTokenId", 403, INVALID_TOKEN],
  "wrong signature": ["SignatureDoesNotMatch", 403, NOT_MATCHING],
  "wrong time": ["SignatureDoesNotMatch", 403, "Signature expired or not yet current"],
};

const s3: Readonly<Record<RefusalReason, Answer>> = {
  missing: ["AccessDenied", 403, "Access Denied"],
  malformed: ["AuthorizationHeaderMalformed", 400, "The authorization header is malformed"],
  "wrong scope": ["AuthorizationHeaderMalformed", 400, "The authorization header is malformed"],
  "unknown key": [
    "InvalidAccessKeyId",
    403,
    "The AWS Access Key Id you provided does not exist in our records.",
  ],
  "wrong signature": ["SignatureDoesNotMatch", 403, NOT_MATCHING],
  "wrong time": [
    "RequestTimeTooSkewed",
    403,
    "The difference between the request time and the current time is too large.",
  ],
  expired: ["AccessDenied", 403, "Request has expired"],
  "wrong payload": [
    "XAmzContentSHA256Mismatch",
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  ],
  "unsigned header": ["AccessDenied", 403, "There were headers present in the request which were not signed"],
};

/** The refusal as the service would word it; `detail` replaces the general message. */
export function refusal(dialect: Dialect, reason: RefusalReason, detail?: string): AwsError {
  const answers = { json, lambda: json, cloudfront, s3 }[dialect];
  const [code, status, message] = answers[reason];
  return new AwsError(code, detail ?? message, dialect === "lambda" ? 403 : status);
}
