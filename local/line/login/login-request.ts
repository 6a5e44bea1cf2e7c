import type { IncomingMessage } from "node:http";

const bodyLimitBytes = 64 * 1024;

/** What an operation of the login reads from a request. */
export interface LoginRequest {
  readonly method: string;
  readonly url: URL;
  /** The groups of the route's pattern, decoded. */
  readonly parts: readonly string[];
  readonly body: string;
  readonly bearer: string | undefined;
}

export interface LoginResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string;
}

/** The whole body as text, or undefined when it is larger than any login request is. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    sizeBytes += bytes.length;
    if (sizeBytes > bodyLimitBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
}

/** The two members that LINE Login's errors have. */
export function loginError(error: string, description: string, status = 400): LoginResponse {
  return { status, body: { error, error_description: description } };
}
