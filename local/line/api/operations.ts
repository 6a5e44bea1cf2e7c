import { getBotInfo } from "../operations/get-bot-info.ts";
import { getMessageContent } from "../operations/get-message-content.ts";
import { getMessageContentPreview } from "../operations/get-message-content-preview.ts";
import { getMessageContentTranscoding } from "../operations/get-message-content-transcoding.ts";
import { getMessageQuota, getMessageQuotaConsumption } from "../operations/get-message-quota.ts";
import { getProfile } from "../operations/get-profile.ts";
import { pushMessage } from "../operations/push-message.ts";
import { replyMessage } from "../operations/reply-message.ts";
import { showLoadingAnimation } from "../operations/show-loading-animation.ts";
import { validateMessages } from "../operations/validate-messages.ts";
import {
  getWebhookEndpoint,
  setWebhookEndpoint,
  testWebhookEndpoint,
} from "../operations/webhook-endpoint.ts";
import { type OperationRoute, type Rate, route } from "./operation-route.ts";
import { RICH_MENU_OPERATIONS } from "./rich-menu-operations.ts";

const CONTENT = "/v2/bot/message/{messageId}/content";
const ENDPOINT = "/v2/bot/channel/webhook/endpoint";
const PER_MINUTE: Rate = { calls: 1_000, withinMs: 60_000 };

export const OPERATIONS: readonly OperationRoute[] = [
  route("POST", "/v2/bot/message/reply", "replyMessage", replyMessage),
  route("POST", "/v2/bot/message/push", "pushMessage", pushMessage),
  route("POST", "/v2/bot/message/validate/reply", "validateReply", validateMessages),
  route("POST", "/v2/bot/message/validate/push", "validatePush", validateMessages),
  route("GET", "/v2/bot/message/quota", "getMessageQuota", getMessageQuota),
  route("GET", "/v2/bot/message/quota/consumption", "getMessageQuotaConsumption", getMessageQuotaConsumption),
  route("GET", "/v2/bot/profile/{userId}", "getProfile", getProfile),
  route("POST", "/v2/bot/chat/loading/start", "showLoadingAnimation", showLoadingAnimation, {
    calls: 100,
    withinMs: 1_000,
  }),
  route("GET", CONTENT, "getMessageContent", getMessageContent),
  route("GET", `${CONTENT}/preview`, "getMessageContentPreview", getMessageContentPreview),
  route("GET", `${CONTENT}/transcoding`, "getMessageContentTranscoding", getMessageContentTranscoding),
  route("GET", "/v2/bot/info", "getBotInfo", getBotInfo),
  route("GET", ENDPOINT, "getWebhookEndpoint", getWebhookEndpoint, PER_MINUTE),
  route("PUT", ENDPOINT, "setWebhookEndpoint", setWebhookEndpoint, PER_MINUTE),
  route("POST", "/v2/bot/channel/webhook/test", "testWebhookEndpoint", testWebhookEndpoint, {
    calls: 60,
    withinMs: 3_600_000,
  }),
  ...RICH_MENU_OPERATIONS,
];
