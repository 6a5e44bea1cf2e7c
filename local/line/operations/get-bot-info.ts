import { ok } from "../wire/exchange.ts";
import type { Operation } from "./operation.ts";

/** `GET /v2/bot/info`. */
export const getBotInfo: Operation = (_request, { bot }) =>
  ok({ ...bot, chatMode: "bot", markAsReadMode: "auto" });
