import { type Environment, requireVariable } from "../shared/env.ts";

export interface CrowdEnvironment {
  readonly channelSecret: string;
  readonly webhookUrl: string;
  readonly graphqlUrlParameter: string;
  readonly photoBucket: string;
  readonly rehearsalQueueUrl: string;
}

export function readCrowdEnvironment(env: Environment): CrowdEnvironment {
  return {
    channelSecret: requireVariable(env, "LINE_CHANNEL_SECRET"),
    webhookUrl: requireVariable(env, "WEBHOOK_URL"),
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    photoBucket: requireVariable(env, "PHOTO_BUCKET"),
    rehearsalQueueUrl: requireVariable(env, "REHEARSAL_QUEUE_URL"),
  };
}
