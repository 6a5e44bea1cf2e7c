import { type Environment, requireVariable } from "../shared/env.ts";

export interface WebhookEnvironment {
  readonly channelSecret: string;
  readonly photoQueueUrl: string;
  readonly chatQueueUrl: string;
  readonly reminderQueueUrl: string;
}

export function readWebhookEnvironment(env: Environment): WebhookEnvironment {
  return {
    channelSecret: requireVariable(env, "LINE_CHANNEL_SECRET"),
    photoQueueUrl: requireVariable(env, "PHOTO_QUEUE_URL"),
    chatQueueUrl: requireVariable(env, "CHAT_QUEUE_URL"),
    reminderQueueUrl: requireVariable(env, "REMINDER_QUEUE_URL"),
  };
}
