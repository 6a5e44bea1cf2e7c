import type { IncomingMessage, ServerResponse } from "node:http";
import { isLoopback } from "../../pages/is-loopback.ts";
import { type Call, errorResponse } from "../api/messaging-api.ts";
import type { LineResponse } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import { readBody } from "../wire/read-body.ts";
import { findRoute, methodsOf } from "../wire/route.ts";
import { writeResponse } from "../wire/write-response.ts";
import type { AdminPorts } from "./admin-ports.ts";
import { ADMIN_ROUTES } from "./admin-routes.ts";
import { LiveStreams } from "./live-streams.ts";

// Large enough for the tests' ten-megabyte pictures and several of them at once.
const BODY_MAX_BYTES = 200_000_000;
const LIVE = "/local/events";

/**
 * What people do on their phones, for the chat page, the command line and tests. JSON; errors `{message, details?}`.
 *
 * | call | body | answer |
 * | --- | --- | --- |
 * | GET /local/bot | | `{userId, basicId, displayName}` |
 * | GET /local/users | | `{users}` |
 * | POST /local/users | `{displayName, language?, pictureUrl?, userId?, follow?}` | 201 `{user, messageId?}` |
 * | GET /local/users/ID | | the user |
 * | GET /local/users/ID/chat | | `{user, messages, loadingMs}` |
 * | POST /local/users/ID/follow, …/unfollow | | 201 |
 * | POST /local/users/ID/messages/image, …/video, …/file?name= | the bytes | 201 |
 * | POST /local/users/ID/messages/images (?oldPhone=true) | multipart/form-data, several sent at once | 201 |
 * | POST /local/users/ID/messages/text | `{text}` | 201 |
 * | POST /local/users/ID/messages/sticker | `{packageId, stickerId}` | 201 |
 * | POST /local/users/ID/postback | `{data, displayText?, params?}` | 201 |
 * | GET /local/users/ID/rich-menu | | `{menu}`: the one that the user sees, or null |
 * | POST /local/users/ID/rich-menu/tab | `{richMenuAliasId, data}` | 201 |
 * | GET /local/rich-menus/MENU/image | | the bytes |
 * | POST /local/users/ID/messages/MESSAGE/unsend | | 201 |
 * | GET /local/users/ID/messages/MESSAGE/answer?timeoutMs= | | `{answered, messages, undelivered?}`, waits for it |
 * | GET /local/content/MESSAGE | | the bytes; 410 once unsent |
 * | GET /local/events | | Server-Sent Events `ready`, `user`, `message`, `loading`, `rich-menus` (`ChatChange`) |
 * | GET, PUT /local/settings | members of `WebhookSettings`, `rateLimits`, `monthlyQuota` (null: none) | all of them |
 * | POST /local/webhook (?unsigned=true) | raw bytes, `x-line-signature` to sign wrongly | what the bot's server said |
 *
 * Faults are switched on the main address. 201 carries `{messageId, messageIds}`. Reply tokens stay inside. Only pages of this machine may call.
 */
export class AdminApi {
  readonly #ports: AdminPorts;
  readonly #streams: LiveStreams;

  constructor(ports: AdminPorts) {
    this.#ports = ports;
    this.#streams = new LiveStreams(ports.feed);
  }

  /** Whether the path is one of this API; `/local/liff` for example belongs to somebody else. */
  handles(path: string): boolean {
    return path === LIVE || ADMIN_ROUTES.some((route) => methodsOf([route], path).length > 0);
  }

  async serve(request: IncomingMessage, response: ServerResponse, call: Call): Promise<void> {
    const origin = call.headers["origin"];
    if (!isLoopback(call.headers["host"]) || (origin !== undefined && !isLoopback(origin)))
      return writeResponse(
        response,
        { status: 403, json: { message: "Only pages of this machine may call" } },
        {},
      );
    const headers = corsHeaders(origin);
    if (call.method === "OPTIONS") return writeResponse(response, { status: 204 }, headers);
    if (call.path === LIVE && call.method === "GET") return this.#streams.serve(response, headers);
    const answer = await this.#answer(request, call).catch((error: unknown) => errorResponse(error));
    writeResponse(response, answer, headers);
  }

  async #answer(request: IncomingMessage, call: Call): Promise<LineResponse> {
    const body = await readBody(request, BODY_MAX_BYTES);
    const found = findRoute(ADMIN_ROUTES, call.method, call.path);
    if (!found) throw new LineError(405, `Method ${call.method} not allowed`);
    return found.route.run({ ...call, body, params: found.params }, this.#ports);
  }

  close(): void {
    this.#streams.close();
  }
}

function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "GET, POST, PUT",
    "access-control-allow-headers": "content-type, x-line-signature",
    vary: "origin",
  };
}
