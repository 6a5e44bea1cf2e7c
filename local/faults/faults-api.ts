import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { isLoopback } from "../pages/is-loopback.ts";
import type { PathHandler } from "../pages/pages-server.ts";
import type { Faults } from "./faults.ts";

/** What is done once and at once; answers how much of it there was to do. */
export type FaultCommand = "expire-tokens" | "cut-sockets" | "kill-workers";

export interface FaultsApiParts {
  readonly faults: Faults;
  readonly commands: Readonly<Record<FaultCommand, () => number>>;
}

const PATH = "/local/faults";
const BODY_MAX_BYTES = 1_000_000;

/**
 * What goes wrong on command, on the main address. JSON; errors `{message}`.
 *
 * | call | body | answer |
 * | --- | --- | --- |
 * | GET /local/faults | | the plan that holds (`FaultPlan`); `{}`: all is well |
 * | PUT /local/faults | a `FaultPlan`, which replaces all of the old one | the plan; 400 with what is wrong about it |
 * | POST /local/faults/expire-tokens | | `{count}`: LINE's reply tokens that were usable and sign-ins of hosts |
 * | POST /local/faults/cut-sockets | | `{count}`: sockets of GraphQL subscriptions |
 * | POST /local/faults/kill-workers | | `{count}`: functions that were at work |
 *
 * `expire-tokens` ends LINE's reply tokens, the access and ID tokens of the user pool and those of LINE Login (which
 * nobody counts: no list of them is kept). Guests' sessions are signed by a function of the product, and their ID tokens
 * are verified by LINE's keys alone: both end by the clock only, so let it jump with `clockOffsetMs`.
 * Only pages of this machine may call.
 */
export function createFaultsApi(parts: FaultsApiParts): PathHandler {
  return async (request, response, path) => {
    if (path !== PATH && !path.startsWith(`${PATH}/`)) return false;
    const { host, origin } = request.headers;
    const isOurs = isLoopback(host) && (origin === undefined || isLoopback(origin));
    const answered = isOurs
      ? await answer(parts, request, path)
      : refusal(403, "Only pages of this machine may call");
    send(response, answered, isOurs ? origin : undefined);
    return true;
  };
}

interface FaultsAnswer {
  readonly status: number;
  readonly json?: unknown;
}

async function answer(
  { faults, commands }: FaultsApiParts,
  request: IncomingMessage,
  path: string,
): Promise<FaultsAnswer> {
  const { method } = request;
  if (method === "OPTIONS") return { status: 204 };
  if (path === PATH && method === "GET") return { status: 200, json: faults.plan };
  if (path === PATH && method === "PUT") return replace(faults, request);
  const command = path.slice(PATH.length + 1);
  if (path !== PATH && !isCommand(command, commands))
    return refusal(404, `No command ${command}; there are ${Object.keys(commands).join(", ")}`);
  if (isCommand(command, commands) && method === "POST")
    return { status: 200, json: { count: commands[command]() } };
  return refusal(405, `Method ${method} not allowed`);
}

function isCommand(name: string, commands: FaultsApiParts["commands"]): name is FaultCommand {
  return Object.hasOwn(commands, name);
}

async function replace(faults: Faults, request: IncomingMessage): Promise<FaultsAnswer> {
  const body = await textOf(request);
  if (body === undefined) return refusal(413, `A plan has at most ${BODY_MAX_BYTES} bytes`);
  try {
    faults.set(JSON.parse(body));
    return { status: 200, json: faults.plan };
  } catch (error) {
    if (error instanceof z.ZodError) return refusal(400, z.prettifyError(error));
    if (error instanceof SyntaxError) return refusal(400, `The body is not JSON: ${error.message}`);
    throw error;
  }
}

/** Undefined when it is too long; read to its end in any case, so that the client gets to see the answer. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    sizeBytes += bytes.length;
    if (sizeBytes <= BODY_MAX_BYTES) chunks.push(bytes);
  }
  return sizeBytes <= BODY_MAX_BYTES ? Buffer.concat(chunks).toString("utf8") : undefined;
}

function refusal(status: number, message: string): FaultsAnswer {
  return { status, json: { message } };
}

function send(response: ServerResponse, { status, json }: FaultsAnswer, origin: string | undefined): void {
  const body = json === undefined ? "" : JSON.stringify(json);
  response.writeHead(status, {
    ...(json !== undefined && { "Content-Type": "application/json; charset=utf-8" }),
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    ...(origin !== undefined && {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Methods": "GET, PUT, POST",
      "Access-Control-Allow-Headers": "content-type",
      Vary: "Origin",
    }),
  });
  response.end(body);
}
