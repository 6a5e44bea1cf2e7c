import { ok } from "../wire/exchange.ts";
import type { Operation } from "./operation.ts";

/** `GET /v2/bot/message/quota`. */
export const getMessageQuota: Operation = (_request, { quota }) =>
  ok(quota.limit === undefined ? { type: "none" } : { type: "limited", value: quota.limit });

/** `GET /v2/bot/message/quota/consumption`. */
export const getMessageQuotaConsumption: Operation = (_request, { quota }) =>
  ok({ totalUsage: quota.used() });
