import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Mishap } from "../../faults/mishap.ts";
import { malformed, RequestError } from "../errors.ts";
import type { GraphqlRequest } from "../execution/executor.ts";
import type { GraphqlApi } from "../graphql-api.ts";
import { readOperation } from "./operation-text.ts";

const LARGEST_BODY_BYTES = 1_048_576;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date,x-amz-schema-version",
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > LARGEST_BODY_BYTES) {
      throw new RequestError(413, "RequestEntityTooLargeException", "Request size exceeded 1 MB.");
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers = Object.entries(request.headers);
  return Object.fromEntries(
    headers.map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : (value ?? "")]),
  );
}

function preflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    ...CORS,
    "access-control-allow-methods": "POST, OPTIONS",
    "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "*",
    "access-control-max-age": "172800",
  });
  response.end();
}

/** The operation, or the reason why there is none: access is decided first, but needs to know what is asked. */
function operationIn(body: Buffer): GraphqlRequest | RequestError {
  try {
    return readOperation(body.toString("utf8"));
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

async function answer(api: GraphqlApi, request: IncomingMessage): Promise<unknown> {
  const body = await bodyOf(request);
  const headers = headersOf(request);
  const found = operationIn(body);
  const operation = found instanceof RequestError ? { query: "", variables: {} } : found;
  const { operationName, variables } = operation;
  const url = new URL(request.url ?? "/", "http://localhost");
  const access = await api.authenticate({
    headers,
    signed: { path: url.pathname, query: url.searchParams, body },
    operation: {
      queryString: operation.query,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
    },
    sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
  });
  if (found instanceof RequestError) throw found;
  const call = { action: "appsync:GraphQL", principal: access.caller?.arn ?? access.mode };
  return api.faults.around(call, () => api.run(found, access, headers));
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  more: Record<string, string> = {},
): void {
  const headers = {
    ...CORS,
    "content-type": "application/json;charset=UTF-8",
    "x-amzn-RequestId": randomUUID(),
    ...more,
  };
  response.writeHead(status, headers);
  response.end(JSON.stringify(body));
}

function sendRefusal(response: ServerResponse, error: unknown, log: (line: string) => void): void {
  const isKnown = error instanceof RequestError;
  if (!isKnown)
    log(`AppSync: a request failed inside: ${error instanceof Error ? error.stack : String(error)}`);
  const { status, errorType, message } = isKnown
    ? error
    : { status: 500, errorType: "InternalFailure", message: "Internal Failure" };
  // An oversized body is not read to its end, so the connection cannot be used again.
  const more = { "x-amzn-ErrorType": errorType, ...(status === 413 && { connection: "close" }) };
  send(response, status, { errors: [{ errorType, message }] }, more);
}

function refusalOf({ kind, status = 500 }: Mishap): RequestError {
  return kind === "throttled"
    ? new RequestError(429, "TooManyRequestsException", "Rate exceeded")
    : new RequestError(status, "InternalFailure", "Internal Failure");
}

/** `POST /graphql`; every answer is JSON and says nothing about the inside. */
export function httpHandler(
  api: GraphqlApi,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    if (request.method === "OPTIONS") return preflight(request, response);
    try {
      if (request.method !== "POST") throw malformed(`${request.method} is not taken; use POST.`);
      send(response, 200, await answer(api, request), { "x-amzn-appsync-TokensConsumed": "1" });
    } catch (error) {
      if (error instanceof Mishap && error.kind === "dropped") return void request.socket.destroy();
      const refusal = error instanceof Mishap ? refusalOf(error) : error;
      if (!response.destroyed) sendRefusal(response, refusal, api.log);
    }
  };
}
