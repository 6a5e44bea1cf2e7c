import type { IncomingMessage, ServerResponse } from "node:http";
import type { AwsError } from "../service.ts";
import { describeObject } from "../s3/object-headers.ts";
import { isNotModified } from "../s3/preconditions.ts";
import { readRange } from "../s3/range.ts";
import { renderS3Error } from "../s3/s3-error.ts";
import type { CachedObject } from "./edge-cache.ts";

const CROSS_ORIGIN = { "access-control-allow-origin": "*" };

/** 200, 206 or 304; throws InvalidRange and PreconditionFailed. */
export function answerViewer(request: IncomingMessage, response: ServerResponse, cached: CachedObject): void {
  const { head, body } = cached.object;
  const headers = {
    ...describeObject(head),
    ...CROSS_ORIGIN,
    "x-cache": `${cached.outcome} from cloudfront`,
    ...(cached.outcome === "Hit" && { age: String(cached.ageSeconds) }),
  };
  if (isNotModified(conditionsOf(request), head)) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = readRange(request.headers.range, body.length);
  const bytes = range === undefined ? body : body.subarray(range.start, range.end);
  response
    .writeHead(range === undefined ? 200 : 206, {
      ...headers,
      "content-length": bytes.length,
      ...(range && { "content-range": `bytes ${range.start}-${range.end - 1}/${body.length}` }),
    })
    .end(request.method === "HEAD" ? undefined : bytes);
}

export function answerError(response: ServerResponse, error: AwsError): void {
  const { status, headers, body } = renderS3Error(error, "local");
  response.writeHead(status, { ...headers, ...CROSS_ORIGIN, "x-cache": "Error from cloudfront" }).end(body);
}

function conditionsOf({ headers }: IncomingMessage): Record<string, string> {
  const names = ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
