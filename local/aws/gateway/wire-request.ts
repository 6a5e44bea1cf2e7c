import type { IncomingMessage, ServerResponse } from "node:http";
import { AwsError } from "../service.ts";

/** A request as it came over the wire; nothing in it is decoded. */
export interface WireRequest {
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  /** Without the question mark, still percent-encoded. */
  readonly query: string;
  /** Names in lower case; repeated headers are joined by a comma, as signatures see them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** Splits the request's target; throws 400 for a target that is not a path. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  if (!target.startsWith("/")) throw new AwsError("InvalidURI", "Couldn't parse the specified URI.");
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

export function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(",")]),
  );
}

/** Reads at most `maxBytes`; more ends in an `AwsError` 413 `RequestEntityTooLarge`, and nothing more is kept. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > maxBytes) return Promise.reject(tooLarge(maxBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        chunks.length = 0;
        reject(tooLarge(maxBytes));
        return;
      }
      chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("the client went away before its request was complete")));
  });
}

/**
 * Reads on into nothing for a moment, so that a client that is still sending gets to see the answer instead of a
 * reset connection, then hangs up.
 */
export function hangUpAfterAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  patienceMs = 1000,
): void {
  response.setHeader("Connection", "close");
  request.removeAllListeners("data");
  request.resume();
  const timer = setTimeout(() => request.destroy(), patienceMs);
  request.once("close", () => clearTimeout(timer));
}

function tooLarge(maxBytes: number): AwsError {
  return new AwsError("RequestEntityTooLarge", `The request is larger than ${maxBytes} bytes`, 413);
}
