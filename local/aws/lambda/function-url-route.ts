import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Faults } from "../../faults/faults.ts";
import { Mishap } from "../../faults/mishap.ts";
import type { GatewayRoute } from "../gateway/gateway.ts";
import { hangUpAfterAnswer, readBody, splitTarget } from "../gateway/wire-request.ts";
import { AwsError } from "../service.ts";
import { functionUrlEvent } from "./function-url-event.ts";
import { functionUrlResponse, plainError, type UrlResponse } from "./function-url-response.ts";
import type { Functions } from "./functions.ts";
import { MAX_SYNC_PAYLOAD_BYTES } from "./outcome.ts";

const PREFIX = "/_url/";

/** The function URLs of all functions: `/_url/NAME/…`. */
export function createFunctionUrlRoute(
  functions: Functions,
  open: ReadonlySet<string>,
  faults: Faults,
): GatewayRoute {
  async function answer(request: IncomingMessage): Promise<UrlResponse> {
    const { path, query } = splitTarget(request.url ?? "/");
    const [name = "", ...rest] = path.slice(PREFIX.length).split("/");
    if (!open.has(name)) return plainError(404, `No function URL ${PREFIX}${name}`);
    const body = await readBody(request, MAX_SYNC_PAYLOAD_BYTES);
    const event = functionUrlEvent({
      functionName: name,
      rawPath: `/${rest.join("/")}`,
      rawQueryString: query,
      method: request.method ?? "GET",
      headers: request.headersDistinct,
      sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
      body,
      requestId: randomUUID(),
      nowMs: functions.clock(),
    });
    const call = { action: "lambda:InvokeFunctionUrl", principal: "anonymous" };
    const outcome = await faults.around(call, () => functions.run(name, JSON.stringify(event)));
    return functionUrlResponse(outcome);
  }

  return {
    matches: (_, path) => path.startsWith(PREFIX),
    async handle(request, response) {
      try {
        send(response, await answer(request));
      } catch (error) {
        if (request.destroyed && !request.complete) return;
        if (error instanceof Mishap) return strike(request, response, error);
        if (!(error instanceof AwsError)) throw error;
        if (!request.complete) hangUpAfterAnswer(request, response);
        send(response, plainError(error.status, error.message));
      }
    },
  };
}

function strike(request: IncomingMessage, response: ServerResponse, { kind, status }: Mishap): void {
  if (kind === "dropped") request.socket.destroy();
  else if (kind === "throttled") send(response, plainError(429, "Rate Exceeded."));
  else send(response, plainError(status ?? 502, "Internal Server Error"));
}

function send(response: ServerResponse, { status, headers, body }: UrlResponse): void {
  // The gateway opens AWS calls to browsers; a function URL has only the headers that its function sets.
  response.removeHeader("Access-Control-Allow-Origin");
  response.removeHeader("Access-Control-Expose-Headers");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Content-Length", body.length);
  response.statusCode = status;
  response.end(body);
}
