/** One call as the operations see it. */
export interface LineRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** What the braces of the route's pattern matched, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** `json` or `bytes`, or neither for an empty body. */
export interface LineResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Buffer;
}

export function ok(json: unknown = {}): LineResponse {
  return { status: 200, json };
}
