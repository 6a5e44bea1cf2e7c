import type { IncomingMessage, ServerResponse } from "node:http";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** `Cache-Control`; `no-store` when left out. */
  readonly cache?: string;
  /** The body is compressed so. */
  readonly encoding?: "gzip";
}

/** Content types by the ending of a file. */
export const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

export function plainAnswer(status: number, body: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body };
}

export function jsonAnswer(document: unknown): Answer {
  return { status: 200, type: contentTypes[".json"] ?? "", body: JSON.stringify(document) };
}

export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, cache, encoding }: Answer,
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": cache ?? "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(encoding !== undefined && { "Content-Encoding": encoding, Vary: "Accept-Encoding" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
