import type { IncomingMessage } from "node:http";
import { ChannelError, RequestError } from "../errors.ts";
import type { GraphqlApi } from "../graphql-api.ts";
import { isRecord, type Fields } from "../shape.ts";

const CARRIER = "header-";

export const SUBPROTOCOL = "graphql-ws";

/** An authorization object of the protocol as request headers: names in lower case, texts only. */
export function headersOf(authorization: Fields): Record<string, string> {
  const texts = Object.entries(authorization).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]));
}

function subprotocolsOf(request: IncomingMessage): readonly string[] {
  const offered = request.headers["sec-websocket-protocol"] ?? "";
  return offered
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

function decoded(text: string, encoding: "base64" | "base64url"): Fields {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, encoding).toString("utf8"));
    if (isRecord(value)) return value;
  } catch {
    // Not JSON: refused below like anything else that is no object.
  }
  throw new RequestError(
    400,
    "BadRequestException",
    "The authorization header of the connection cannot be read",
  );
}

/** The authorization from one of its three carriers: subprotocol, query string, or the request's own headers. */
function authorizationOf(request: IncomingMessage): Record<string, string> {
  const carrier = subprotocolsOf(request).find((name) => name.startsWith(CARRIER));
  if (carrier) return headersOf(decoded(carrier.slice(CARRIER.length), "base64url"));
  const query = new URL(request.url ?? "/", "http://localhost").searchParams.get("header");
  if (query) return headersOf(decoded(query, "base64"));
  return headersOf(request.headers);
}

/** `host` names the GraphQL address, which locally is the one that the socket is opened at. */
function checkHost(authorization: Readonly<Record<string, string>>, request: IncomingMessage): void {
  const { host, authorization: token, "x-api-key": key } = authorization;
  if (host === undefined || (token === undefined && key === undefined))
    throw new ChannelError("Required headers are missing.");
  if (host !== request.headers.host)
    throw new RequestError(
      400,
      "BadRequestException",
      `The host ${host} is not that of the GraphQL endpoint`,
    );
}

/** Throws a `ChannelError` or `RequestError` if nobody may connect with this request. */
export async function authenticateConnect(api: GraphqlApi, request: IncomingMessage): Promise<void> {
  if (!subprotocolsOf(request).includes(SUBPROTOCOL)) throw new ChannelError("NoProtocolError");
  const authorization = authorizationOf(request);
  checkHost(authorization, request);
  await api.authenticate({
    headers: authorization,
    // A signature covers the GraphQL address with this ending and an empty object.
    signed: { path: "/graphql/connect", query: new URLSearchParams(), body: Buffer.from("{}") },
    operation: { queryString: "", operationName: "DeepDish:Connect", variables: {} },
    sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
  });
}
