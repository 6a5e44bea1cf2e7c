import type { LambdaFunctionURLHandler } from "aws-lambda";
import { createQueueSender } from "../shared/adapters/sqs.ts";
import { createAwsFetch } from "../shared/aws-fetch.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { readWebhookEnvironment } from "./environment.ts";
import { receiveWebhook, type WebhookPorts } from "./receive-webhook.ts";

const connected = rememberConnection(readWebhookEnvironment, (settings, env): WebhookPorts => {
  const send = createQueueSender(createAwsFetch(env, { service: "sqs", timeoutMs: 1_500 }));
  const { photoQueueUrl: photos, chatQueueUrl: chat, reminderQueueUrl: reminders } = settings;
  const urls = { photos, chat, reminders };
  return {
    channelSecret: settings.channelSecret,
    enqueue: (queue, messages) => send(urls[queue], messages),
  };
});

export const handler: LambdaFunctionURLHandler = async (event) => {
  try {
    return await receiveWebhook(connected(process.env), event);
  } catch (error) {
    log.error("webhook-failed", describeError(error));
    return { statusCode: 500 };
  }
};
