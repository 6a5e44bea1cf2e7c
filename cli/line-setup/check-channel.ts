import { checkQuota } from "./check-quota.ts";
import { checkWebhook } from "./check-webhook.ts";
import type { Finding } from "./finding.ts";
import type { Channel } from "./open-channel.ts";

/** All that can be asked, and what only a person can see. Throws when LINE does not answer or the token is not good. */
export async function checkChannel(channel: Channel): Promise<Finding[]> {
  const { api, isLocal, liffId } = channel;
  const bot = await api.getBotInfo();
  const findings: Finding[] = [
    { is: "well", text: `The token is good: it is the bot ${bot.displayName} (${bot.basicId}).` },
    ...checkChatMode(bot.chatMode),
    ...(await checkWebhook(channel)),
    ...(await checkQuota(api)),
  ];
  return isLocal ? findings : [...findings, ...reminders(liffId)];
}

function checkChatMode(chatMode: string): Finding[] {
  if (chatMode === "bot") return [];
  return [
    {
      is: "noted",
      text: "The account's chat is on (\"Response settings\" in LINE Official Account Manager): guests may see answers of people and of auto-response beside the bot's.",
    },
  ];
}

/** LINE has no API that tells these. */
function reminders(liffId: string): Finding[] {
  const loginChannel = liffId.replace(/-.*$/u, "");
  return [
    {
      is: "noted",
      text: 'Look yourself: LINE Developers console → this channel → Messaging API → "Webhook redelivery" must be on; without it a photo that comes in a bad moment is lost.',
    },
    {
      is: "noted",
      text: `Look yourself: the LINE Login channel ${loginChannel} (of LIFF ${liffId}) must stand under the same provider as this channel. Under another one LINE gives every guest a second user id, and My page stays empty for all. It cannot be moved later: make a new one under the right provider.`,
    },
    {
      is: "noted",
      text: "Look yourself: in LINE Official Account Manager, greeting message and auto-response should be off; the bot greets by itself.",
    },
  ];
}
