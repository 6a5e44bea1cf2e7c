import type { messagingApi } from "@line/bot-sdk";
import type { Finding } from "./finding.ts";

/** Above this part of the month's messages the bot pushes nothing any more. */
const STOP = 0.9;

/** Answers to guests are replies, which cost nothing; only pushes count. */
export async function checkQuota(
  api: Pick<messagingApi.MessagingApiClient, "getMessageQuota" | "getMessageQuotaConsumption">,
): Promise<Finding[]> {
  const { value } = await api.getMessageQuota();
  const { totalUsage } = await api.getMessageQuotaConsumption();
  if (value === undefined)
    return [{ is: "well", text: `Messages this month: ${totalUsage}, without a limit.` }];
  const used = `Messages this month: ${totalUsage} of ${value}.`;
  if (totalUsage < value * STOP) return [{ is: "well", text: used }];
  const advice =
    "Answers to guests go on (they cost nothing), but nothing can be pushed until next month or a larger plan.";
  return [{ is: "noted", text: `${used} ${advice}` }];
}
