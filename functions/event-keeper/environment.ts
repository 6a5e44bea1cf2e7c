import { type Environment, requireVariable } from "../shared/env.ts";

export interface KeeperEnvironment {
  /** As Lambda has it. */
  readonly functionName: string;
  readonly graphqlUrlParameter: string;
  readonly orderQueueUrl: string;
}

export function readKeeperEnvironment(env: Environment): KeeperEnvironment {
  return {
    functionName: requireVariable(env, "AWS_LAMBDA_FUNCTION_NAME"),
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    orderQueueUrl: requireVariable(env, "ORDER_QUEUE_URL"),
  };
}
