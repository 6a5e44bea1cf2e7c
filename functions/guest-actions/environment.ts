import { type Environment, requireVariable } from "../shared/env.ts";

export interface GuestEnvironment {
  readonly graphqlUrlParameter: string;
  readonly orderQueueUrl: string;
  /** Feeds the worker with what takes it long, one at a time. */
  readonly photoQueueUrl: string;
  readonly photoBucket: string;
}

export function readGuestEnvironment(env: Environment): GuestEnvironment {
  return {
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    orderQueueUrl: requireVariable(env, "ORDER_QUEUE_URL"),
    photoQueueUrl: requireVariable(env, "PHOTO_QUEUE_URL"),
    photoBucket: requireVariable(env, "PHOTO_BUCKET"),
  };
}
