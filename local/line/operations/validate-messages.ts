import { parseMessages } from "../checks/parse-messages.ts";
import { ok } from "../wire/exchange.ts";
import { parseJson } from "../wire/parse-json.ts";
import type { Operation } from "./operation.ts";

/** `POST /v2/bot/message/validate/reply` and `…/push`: the limits without sending anything. */
export const validateMessages: Operation = (request) => {
  parseMessages(parseJson(request.body));
  return ok();
};
