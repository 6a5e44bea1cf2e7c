import { type Environment, requireBaseUrl, requireVariable } from "../shared/env.ts";

export interface WorkerEnvironment {
  /** As Lambda has it. */
  readonly functionName: string;
  readonly channelAccessToken: string;
  readonly guestIdKey: string;
  readonly lineApiBaseUrl: string;
  readonly lineDataApiBaseUrl: string;
  readonly graphqlUrlParameter: string;
  readonly photoBucket: string;
  readonly cdnBaseUrl: string;
  readonly cdnDistributionId: string;
  readonly liffBaseUrl: string;
  readonly chatQueueUrl: string;
  /** Where messages of every queue rest that failed too often. */
  readonly deadLettersUrls: readonly string[];
  readonly exportQueueUrl: string;
}

export function readWorkerEnvironment(env: Environment): WorkerEnvironment {
  return {
    functionName: requireVariable(env, "AWS_LAMBDA_FUNCTION_NAME"),
    channelAccessToken: requireVariable(env, "LINE_CHANNEL_ACCESS_TOKEN"),
    guestIdKey: requireVariable(env, "GUEST_ID_KEY"),
    lineApiBaseUrl: requireBaseUrl(env, "LINE_API_BASE_URL"),
    lineDataApiBaseUrl: requireBaseUrl(env, "LINE_DATA_API_BASE_URL"),
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    photoBucket: requireVariable(env, "PHOTO_BUCKET"),
    cdnBaseUrl: requireBaseUrl(env, "CDN_BASE_URL"),
    cdnDistributionId: requireVariable(env, "CDN_DISTRIBUTION_ID"),
    liffBaseUrl: requireBaseUrl(env, "LIFF_BASE_URL"),
    chatQueueUrl: requireVariable(env, "CHAT_QUEUE_URL"),
    deadLettersUrls: requireVariable(env, "DEAD_LETTERS_URLS").split(","),
    exportQueueUrl: requireVariable(env, "EXPORT_QUEUE_URL"),
  };
}
