import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Faults } from "../../faults/faults.ts";
import { Mishap } from "../../faults/mishap.ts";
import { serviceError } from "../../faults/service-error.ts";
import type { Identities } from "../iam/identities.ts";
import { AwsError, type Clock, type RestResponse } from "../service.ts";
import { createAuthenticator, type Authenticate } from "./authenticator.ts";
import { allowOtherOrigins, answerPreflight } from "./cross-origin.ts";
import type { GatewayJsonService } from "./gateway-service.ts";
import { createJsonDoor } from "./json-door.ts";
import { restOperations } from "./rest-actions.ts";
import { createRestDoor, type RestServices } from "./rest-door.ts";
import {
  hangUpAfterAnswer,
  MAX_BODY_BYTES,
  plainHeaders,
  readBody,
  splitTarget,
  type WireRequest,
} from "./wire-request.ts";

/** Something beside the AWS calls on the same port (AppSync, function URLs, JWKS); it checks its own callers. */
export interface GatewayRoute {
  /** `path` is without the query. A route that wants its own CORS answers matches `OPTIONS` too. */
  matches(method: string, path: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

export interface GatewayOptions extends RestServices {
  /** The time of the wire, which signatures are checked against: clients sign with their real time. */
  readonly clock: Clock;
  readonly identities: Identities;
  readonly jsonServices: readonly GatewayJsonService[];
  /** Tried in order before the AWS calls. */
  readonly routes?: readonly GatewayRoute[];
  /** Gets faults of the stand-ins, which the client sees as a 500 without details. */
  readonly log?: (line: string) => void;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
  /** Told of each call that was turned away because there were too many, such as `rekognition:DetectFaces`. */
  readonly onThrottled?: (action: string) => void;
}

export interface Gateway {
  /** For `upgrade` listeners. */
  readonly server: Server;
  /** For routes that carry AWS signatures, such as AppSync's IAM mode. */
  readonly authenticate: Authenticate;
  /** Listens on 127.0.0.1; 0 picks a free port. Rejects when the port is taken. */
  listen(port: number): Promise<{ readonly port: number; readonly origin: string }>;
  /** Lets running answers end for up to a second. */
  close(): Promise<void>;
}

const CLOSE_PATIENCE_MS = 1000;

/** The one address that all AWS clients of the local stack talk to. */
export function createGateway(options: GatewayOptions): Gateway {
  const authenticate = createAuthenticator(options);
  const { faults = new Faults() } = options;
  declareOperations(faults, options.jsonServices);
  const answer = createAnswer(options, authenticate, faults);
  const server = createServer((request, response) => {
    response.setHeader("Date", new Date(options.clock()).toUTCString());
    allowOtherOrigins(response);
    answer(request, response).catch((error: unknown) => {
      options.log?.(`gateway: ${request.method} ${request.url}: ${describe(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain" }).end("Internal Server Error");
    });
  });
  // Longer than clients keep idle connections, so that it is never the server that hangs up on a request under way.
  server.keepAliveTimeout = 75_000;

  return {
    server,
    authenticate,
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          // A TCP server always has an AddressInfo here; the union's string is for pipes.
          const { port: actual } = server.address() as AddressInfo;
          resolve({ port: actual, origin: `http://127.0.0.1:${actual}` });
        });
      }),
    close: () => closeServer(server),
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function declareOperations(faults: Faults, jsonServices: readonly GatewayJsonService[]): void {
  for (const [service, operations] of Object.entries(restOperations)) faults.declare(service, operations);
  for (const { signingName, operations } of jsonServices)
    if (signingName !== undefined && operations !== undefined) faults.declare(signingName, operations);
}

function createAnswer(options: GatewayOptions, authenticate: Authenticate, faults: Faults): Answer {
  const jsonDoor = createJsonDoor(options.jsonServices, authenticate, faults, options.onThrottled);
  const restDoor = createRestDoor(options, authenticate, faults);

  const doorFor = (
    target: string | readonly string[] | undefined,
    path: string,
    requestId: string,
    response: ServerResponse,
  ): Door =>
    typeof target === "string"
      ? {
          answer: (wire) => jsonDoor.answer(target, wire, departure(response)),
          renderError: (error) => jsonDoor.renderError(target, error),
        }
      : {
          answer: (wire) => restDoor.answer(wire),
          renderError: (error) => restDoor.renderError(path, error, requestId),
        };

  return async (request, response) => {
    const method = request.method ?? "GET";
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const route = options.routes?.find((one) => one.matches(method, path));
    if (route !== undefined) return route.handle(request, response);
    if (method === "OPTIONS") return answerPreflight(request, response);
    const requestId = randomUUID();
    const door = doorFor(request.headers["x-amz-target"], path, requestId, response);
    try {
      const body = await readBody(request, MAX_BODY_BYTES);
      const wire = { method, headers: plainHeaders(request), body, ...splitTarget(request.url ?? "/") };
      send(response, await door.answer(wire), requestId);
    } catch (caught) {
      if (request.destroyed && !request.complete) return;
      tellOf(caught, options.log);
      if (caught instanceof Mishap && caught.kind === "dropped") return void request.socket.destroy();
      if (!request.complete) hangUpAfterAnswer(request, response);
      send(response, door.renderError(toAwsError(caught)), requestId);
    }
  };
}

/** The door that a request goes through. */
interface Door {
  answer(request: WireRequest): Promise<RestResponse>;
  renderError(error: AwsError): RestResponse;
}

/** Aborted when the client hangs up before it is answered. */
function departure(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function send(response: ServerResponse, { status, headers, body }: RestResponse, requestId: string): void {
  response.statusCode = status;
  response.setHeader("x-amzn-requestid", requestId);
  response.setHeader("x-amz-request-id", requestId);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  const bytes = body instanceof Buffer ? body : Buffer.from(body ?? "");
  if (!response.hasHeader("Content-Length") && status !== 204 && status !== 304) {
    response.setHeader("Content-Length", bytes.length);
  }
  response.end(bytes);
}

function toAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof Mishap) return serviceError(error);
  return new AwsError("InternalFailure", "The local stand-in failed; its log says why", 500);
}

/** A wrong answer is the client's business; a missing right, a fault on command and a real one are worth a line. */
function tellOf(error: unknown, log: GatewayOptions["log"]): void {
  if (error instanceof Mishap) log?.(`faults: ${error.message}`);
  else if (!(error instanceof AwsError)) log?.(`gateway: fault of a stand-in: ${describe(error)}`);
  else if (error.code.startsWith("AccessDenied")) log?.(`gateway: refused: ${error.message}`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_PATIENCE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
