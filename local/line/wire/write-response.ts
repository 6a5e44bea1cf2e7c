import type { ServerResponse } from "node:http";
import type { LineResponse } from "./exchange.ts";

/** Writes one answer; `headers` are added to the answer's own. */
export function writeResponse(
  response: ServerResponse,
  answer: LineResponse,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = answer.bytes ?? Buffer.from(answer.json === undefined ? "" : JSON.stringify(answer.json));
  const type = answer.json === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(answer.status, {
    ...type,
    "content-length": String(bytes.length),
    ...headers,
    ...answer.headers,
  });
  response.end(bytes);
}
