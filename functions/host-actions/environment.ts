import { type Environment, requireVariable } from "../shared/env.ts";

export interface HostEnvironment {
  readonly graphqlUrlParameter: string;
  readonly chatQueueUrl: string;
  readonly orderQueueUrl: string;
  readonly exportQueueUrl: string;
  readonly rehearsalQueueUrl: string;
  readonly userPoolId: string;
  readonly photoBucket: string;
}

export function readHostEnvironment(env: Environment): HostEnvironment {
  return {
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    chatQueueUrl: requireVariable(env, "CHAT_QUEUE_URL"),
    orderQueueUrl: requireVariable(env, "ORDER_QUEUE_URL"),
    exportQueueUrl: requireVariable(env, "EXPORT_QUEUE_URL"),
    rehearsalQueueUrl: requireVariable(env, "REHEARSAL_QUEUE_URL"),
    userPoolId: requireVariable(env, "USER_POOL_ID"),
    photoBucket: requireVariable(env, "PHOTO_BUCKET"),
  };
}
