import { randomUUID, timingSafeEqual } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { LineState } from "../operations/operation.ts";
import type { LineRequest, LineResponse } from "../wire/exchange.ts";
import { LineError, unsupported } from "../wire/line-error.ts";
import { findRoute, methodsOf } from "../wire/route.ts";
import { type Fault, faultMessage, type Faults } from "./faults.ts";
import { OPERATIONS, type OperationRoute } from "./operations.ts";
import type { RateLimiter } from "./rate-limiter.ts";

export interface ApiPorts {
  readonly state: LineState;
  readonly channelAccessToken: string;
  readonly faults: Faults;
  readonly rateLimiter: RateLimiter;
}

/** A request whose body is not read yet. */
export type Call = Omit<LineRequest, "body" | "params">;

/** `dropped`: the connection is to be closed without an answer. */
export type ApiAnswer = LineResponse | "dropped";

/** api.line.me and api-data.line.me: who calls, how often, what it is, and what shall go wrong. */
export class MessagingApi {
  readonly #ports: ApiPorts;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
  }

  /** Never throws a `LineError`: it is the answer. */
  async answer(call: Call, readBody: () => Promise<Buffer>): Promise<ApiAnswer> {
    const requestId = randomUUID();
    const answer = await readBody()
      .then((body) => this.#run({ ...call, body }, requestId))
      .catch((error: unknown) => errorResponse(error));
    if (answer === "dropped") return answer;
    return { ...answer, headers: { "x-line-request-id": requestId, ...answer.headers } };
  }

  async #run(request: Omit<LineRequest, "params">, requestId: string): Promise<ApiAnswer> {
    this.#authenticate(request.headers["authorization"]);
    const found = findRoute(OPERATIONS, request.method, request.path);
    if (!found) throw unknownOperation(request);
    checkMediaType(request);
    this.#ports.rateLimiter.take(found.route);
    const work = async () =>
      found.route.run({ ...request, params: found.params }, this.#ports.state, requestId);
    const fault = this.#ports.faults.next(found.route.name);
    return fault ? withFault(fault, work) : work();
  }

  #authenticate(authorization: string | undefined): void {
    const given = Buffer.from(/^Bearer (.+)$/u.exec(authorization ?? "")?.[1] ?? "");
    const wanted = Buffer.from(this.#ports.channelAccessToken);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw new LineError(
        401,
        "Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.",
      );
  }
}

export function operationNames(): string[] {
  return OPERATIONS.map((operation: OperationRoute) => operation.name);
}

export function errorResponse(error: unknown): LineResponse {
  if (!(error instanceof LineError)) throw error;
  return { status: error.status, json: error.body(), headers: error.headers };
}

function unknownOperation({ method, path }: Pick<LineRequest, "method" | "path">): LineError {
  const methods = methodsOf(OPERATIONS, path);
  return methods.length > 0
    ? new LineError(405, `Method ${method} not allowed; allowed: ${methods.join(", ")}`)
    : unsupported(`${method} ${path}`);
}

function checkMediaType({ method, headers, body }: Omit<LineRequest, "params">): void {
  const isJson = /^application\/json\b/iu.test(headers["content-type"] ?? "");
  if (method !== "GET" && body.length > 0 && !isJson) throw new LineError(415, "Unsupported media type");
}

async function withFault(fault: Fault, work: () => Promise<LineResponse>): Promise<ApiAnswer> {
  if (fault.delayMs !== undefined) await wait(fault.delayMs);
  const isReplaced = fault.status !== undefined || fault.drop === true;
  const done = !isReplaced || fault.after === true ? await work() : undefined;
  if (fault.drop) return "dropped";
  if (fault.status === undefined) return done ?? work();
  if (fault.status < 300) return { status: fault.status };
  return { status: fault.status, json: { message: faultMessage(fault.status) } };
}
