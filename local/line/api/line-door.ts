import type { IncomingMessage, ServerResponse } from "node:http";
import type { AdminApi } from "../admin/admin-api.ts";
import { readBody } from "../wire/read-body.ts";
import { writeResponse } from "../wire/write-response.ts";
import type { Call, MessagingApi } from "./messaging-api.ts";

const BODY_MAX_BYTES = 2_000_000;

function callOf(request: IncomingMessage): Call {
  const url = new URL(request.url ?? "/", "http://line.local");
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? "")]);
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
  };
}

/** Sends each request to the Messaging API or to the admin API. */
export class LineDoor {
  readonly #api: MessagingApi;
  readonly #admin: AdminApi;

  constructor(api: MessagingApi, admin: AdminApi) {
    this.#api = api;
    this.#admin = admin;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const call = callOf(request);
    try {
      if (/^(\/v2)?\/bot\//.test(call.path)) await this.#serveApi(request, response, call);
      else if (this.#admin.handles(call.path)) await this.#admin.serve(request, response, call);
      else return false;
    } catch (error) {
      // A mistake of the stand-in itself: said aloud to the caller, and the server stays up.
      const message = `The local LINE stand-in failed: ${error instanceof Error ? error.stack : String(error)}`;
      writeResponse(response, { status: 500, json: { message } }, {});
    }
    return true;
  }

  async listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await this.handle(request, response)) return;
    writeResponse(response, { status: 404, json: { message: "Not found" } }, {});
  }

  async #serveApi(request: IncomingMessage, response: ServerResponse, call: Call): Promise<void> {
    const answer = await this.#api.answer(call, () => readBody(request, BODY_MAX_BYTES));
    if (answer === "dropped") request.socket.destroy();
    else writeResponse(response, answer, {});
  }
}
