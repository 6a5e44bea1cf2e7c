import { refuse } from "../checks/parse-messages.ts";
import { ok } from "../wire/exchange.ts";
import { parseJson } from "../wire/parse-json.ts";
import type { Operation } from "./operation.ts";

const URL_MAX = 500;

function endpointOf(value: unknown): string {
  const isText = typeof value === "string" && value.length <= URL_MAX && URL.canParse(value);
  const url = isText ? new URL(value) : undefined;
  // As with pictures, http is let through on this machine alone.
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && url.hostname === "127.0.0.1");
  if (!url || !isSafe) refuse([{ message: "Must be a valid HTTPS URL", property: "endpoint" }]);
  return String(value);
}

/** `GET /v2/bot/channel/webhook/endpoint`. */
export const getWebhookEndpoint: Operation = (_request, { endpoint }) =>
  ok({ endpoint: endpoint.url(), active: true });

/** `PUT /v2/bot/channel/webhook/endpoint`. Good until the stand-in restarts. */
export const setWebhookEndpoint: Operation = (request, { endpoint }) => {
  endpoint.use(endpointOf(parseJson(request.body)["endpoint"]));
  return ok();
};

/** `POST /v2/bot/channel/webhook/test`: what the console's "Verify" does, a signed webhook without events. */
export const testWebhookEndpoint: Operation = async (request, { clock, endpoint }) => {
  const given = request.body.length === 0 ? undefined : parseJson(request.body)["endpoint"];
  const url = given === undefined ? endpoint.url() : endpointOf(given);
  const outcome = await endpoint.test(url);
  return ok({ ...outcome, timestamp: new Date(clock()).toISOString() });
};
