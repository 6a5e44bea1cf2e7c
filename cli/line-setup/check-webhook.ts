import type { messagingApi } from "@line/bot-sdk";
import type { Finding } from "./finding.ts";
import type { Channel } from "./open-channel.ts";
import { refusedWith } from "./refused-with.ts";

const CONSOLE = "LINE Developers console → this channel → Messaging API → Webhook settings";
const SET_IT = "npm run line:setup -- --line --webhook outputs, or there";

/** Whether LINE knows the bot's address, uses it and gets an answer. */
export async function checkWebhook({
  api,
  webhookUrl,
}: Pick<Channel, "api" | "webhookUrl">): Promise<Finding[]> {
  const known = await api.getWebhookEndpoint().catch((error: unknown) => {
    if (refusedWith(error, 404)) return undefined;
    throw error;
  });
  if (known === undefined || known.endpoint === "")
    return [
      {
        is: "wrong",
        text: `LINE knows no webhook URL: the bot hears nothing. Set it (${SET_IT}: ${CONSOLE}).`,
      },
    ];
  return [
    ...checkAddress(known.endpoint, webhookUrl),
    ...(known.active
      ? []
      : [
          {
            is: "wrong",
            text: `"Use webhook" is off: the bot hears nothing. Switch it on: ${CONSOLE}.`,
          } as const,
        ]),
    testInWords(await api.testWebhookEndpoint({})),
  ];
}

function checkAddress(endpoint: string, expected: string | undefined): Finding[] {
  if (expected === undefined || sameAddress(endpoint, expected))
    return [{ is: "well", text: `Webhook URL: ${endpoint}` }];
  const text = `LINE sends to ${endpoint}, but the deployed bot listens at ${expected}. Set it (${SET_IT}: ${CONSOLE}).`;
  return [{ is: "wrong", text }];
}

/** `https://a` and `https://a/` are one. */
function sameAddress(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
}

/** What LINE's own test of the address says, and what to do about it. */
export function testInWords(test: messagingApi.TestWebhookEndpointResponse): Finding {
  if (test.success === true) return { is: "well", text: "LINE's test of the webhook was answered rightly." };
  return { is: "wrong", text: `LINE's test of the webhook failed: ${explain(test)}` };
}

function explain({ reason, statusCode, detail }: messagingApi.TestWebhookEndpointResponse): string {
  switch (reason) {
    case "COULD_NOT_CONNECT":
      return `nobody answers at that address (${detail}). Is it the deployed one, and is the deployment still there?`;
    case "REQUEST_TIMEOUT":
      return "no answer came in time. Try again: the first call after a pause is slow. If it stays, look at the function's log and alarms.";
    case "ERROR_STATUS_CODE":
      return statusCode === 401 || statusCode === 403
        ? `the bot refused the signature (${statusCode}). Its secret LINE_CHANNEL_SECRET must be this channel's "Channel secret" (Basic settings).`
        : `the bot answered ${statusCode}. 404: the address is not the bot's; 5xx: look at the function's log.`;
    default:
      return `${reason}: ${detail}`;
  }
}
