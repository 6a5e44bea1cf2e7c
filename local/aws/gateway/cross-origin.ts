import type { IncomingMessage, ServerResponse } from "node:http";

const EXPOSED = [
  "content-range",
  "date",
  "etag",
  "x-amz-error-code",
  "x-amz-request-id",
  "x-amz-version-id",
  "x-amzn-errortype",
  "x-amzn-requestid",
];

/** The pages live on another port than the services: without these headers their browser would hide every answer. */
export function allowOtherOrigins(response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", EXPOSED.join(","));
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, DELETE, PATCH",
    "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "*",
    "Access-Control-Max-Age": "600",
    "Content-Length": "0",
  });
  response.end();
}
