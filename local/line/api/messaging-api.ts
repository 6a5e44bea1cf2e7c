import { randomUUID, timingSafeEqual } from "node:crypto";
import type { Faults } from "../../faults/faults.ts";
import { Mishap } from "../../faults/mishap.ts";
import type { LineState } from "../operations/operation.ts";
import type { LineRequest, LineResponse } from "../wire/exchange.ts";
import { LineError, unsupported } from "../wire/line-error.ts";
import { findRoute, methodsOf } from "../wire/route.ts";
import type { OperationRoute } from "./operation-route.ts";
import { OPERATIONS } from "./operations.ts";
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
      .catch((error: unknown) => (error instanceof Mishap ? strike(error) : errorResponse(error)));
    if (answer === "dropped") return answer;
    return { ...answer, headers: { "x-line-request-id": requestId, ...answer.headers } };
  }

  async #run(request: Omit<LineRequest, "params">, requestId: string): Promise<LineResponse> {
    this.#authenticate(request.headers["authorization"]);
    const found = findRoute(OPERATIONS, request.method, request.path);
    if (!found) throw unknownOperation(request);
    checkMediaType(request, found.route.mediaTypes);
    this.#ports.rateLimiter.take(found.route);
    return this.#ports.faults.around({ action: `line:${found.route.name}`, principal: "bot" }, () =>
      found.route.run({ ...request, params: found.params }, this.#ports.state, requestId),
    );
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

const JSON_ONLY = ["application/json"];

function checkMediaType(
  { method, headers, body }: Omit<LineRequest, "params">,
  allowed: readonly string[] = JSON_ONLY,
): void {
  const given = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (method !== "GET" && body.length > 0 && !allowed.includes(given))
    throw new LineError(415, "Unsupported media type");
}

const MESSAGES: Readonly<Record<number, string>> = {
  401: "Authentication failed due to the following reason: fault",
  429: "The API rate limit has been exceeded. Try again later.",
  500: "Internal server error",
};

function strike({ kind, status = 500 }: Mishap): ApiAnswer {
  if (kind === "dropped") return "dropped";
  const answered = kind === "throttled" ? 429 : status;
  // Such as the empty 202 of a content that is still being prepared.
  if (answered < 300) return { status: answered };
  const message = MESSAGES[answered] ?? `The local LINE stand-in was told to answer ${answered}`;
  return { status: answered, json: { message } };
}
