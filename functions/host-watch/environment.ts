import { type Environment, requireBaseUrl, requireVariable } from "../shared/env.ts";

export const queueNames = ["photos", "chat", "orders", "reminders", "exports", "rehearsals"] as const;
export type QueueName = (typeof queueNames)[number];

/** A queue and where its messages rest that failed too often. */
export interface WatchedQueue {
  readonly name: QueueName;
  readonly queueUrl: string;
  readonly deadLettersUrl: string;
}

export interface WatchEnvironment {
  readonly graphqlUrlParameter: string;
  readonly queues: readonly WatchedQueue[];
  /** What the names of all alarms of this backend begin with. */
  readonly alarmPrefix: string;
  readonly userPoolId: string;
  readonly channelAccessToken: string;
  readonly lineApiBaseUrl: string;
}

export function readWatchEnvironment(env: Environment): WatchEnvironment {
  return {
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    queues: queueNames.map((name) => ({
      name,
      queueUrl: requireVariable(env, `${name.toUpperCase()}_QUEUE_URL`),
      deadLettersUrl: requireVariable(env, `${name.toUpperCase()}_DEAD_LETTERS_URL`),
    })),
    alarmPrefix: requireVariable(env, "ALARM_PREFIX"),
    userPoolId: requireVariable(env, "USER_POOL_ID"),
    channelAccessToken: requireVariable(env, "LINE_CHANNEL_ACCESS_TOKEN"),
    lineApiBaseUrl: requireBaseUrl(env, "LINE_API_BASE_URL"),
  };
}
