/** Milliseconds since the epoch. Passed in everywhere, so that tests own the time. */
export type Clock = () => number;

/** Who makes a signed call: a role of the templates or the local administrator. */
export interface Caller {
  /** `arn:aws:sts::123456789012:assumed-role/ROLE/SESSION`, or the administrator's user ARN. */
  readonly arn: string;
  /**
   * Throws an `AwsError` with status 403 and code `AccessDeniedException` that names principal, action and
   * resource when no policy of the caller allows the action.
   */
  authorize(action: string, resource: string, conditions?: Readonly<Record<string, string>>): void;
}

/** An answer that AWS gives with an error status; `code` is the vendor's exception name. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error's body, for example `Item` of a failed condition. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

/** A stand-in that speaks AWS JSON: `X-Amz-Target: PREFIX.Operation`. */
export interface JsonService {
  /** For example `DynamoDB_20120810`. */
  readonly targetPrefix: string;
  readonly protocol: "json-1.0" | "json-1.1";
  /** Answers one operation; throws `AwsError`. An unknown operation is an `UnknownOperationException` by name. */
  call(operation: string, input: unknown, caller: Caller): Promise<unknown>;
}

export interface RestRequest {
  readonly method: string;
  /** Decoded by nobody: exactly as on the wire, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface RestResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** A stand-in that speaks REST (S3, CloudFront, Lambda). Errors are thrown as `AwsError`. */
export interface RestService {
  handle(request: RestRequest, caller: Caller): Promise<RestResponse>;
  /** The error in the service's own wire form (S3 and CloudFront: XML, Lambda: JSON). */
  renderError(error: AwsError, requestId: string): RestResponse;
}

export const REGION = "ap-northeast-1";
export const ACCOUNT_ID = "123456789012";
