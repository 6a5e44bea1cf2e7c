import { type Environment, requireVariable } from "../shared/env.ts";

export interface HostEnvironment {
  readonly graphqlUrlParameter: string;
  readonly chatQueueUrl: string;
}

export function readHostEnvironment(env: Environment): HostEnvironment {
  return {
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    chatQueueUrl: requireVariable(env, "CHAT_QUEUE_URL"),
  };
}
