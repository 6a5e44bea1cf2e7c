import { messagingApi } from "@line/bot-sdk";
import { Fault } from "../fault.ts";
import type { MessageQuota } from "../ports/message-quota.ts";
import { together } from "../together.ts";
import { withinTime } from "../within-time.ts";
import type { LineChannel } from "./line.ts";

const TIMEOUT_MS = 8_000;

/** As LINE counts it. */
export function createMessageQuota({ channelAccessToken, apiBaseUrl }: LineChannel): MessageQuota {
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  return {
    async quota() {
      try {
        const asked = together([client.getMessageQuota(), client.getMessageQuotaConsumption()] as const);
        const [{ value }, { totalUsage }] = await withinTime(asked, TIMEOUT_MS);
        return { ...(value !== undefined && { limit: value }), used: totalUsage };
      } catch (error) {
        throw new Fault("line-unreachable", error);
      }
    },
  };
}
