import { type Environment, requireBaseUrl, requireVariable } from "../shared/env.ts";

export interface SessionEnvironment {
  readonly loginChannelId: string;
  readonly lineApiBaseUrl: string;
  readonly sessionKey: string;
  readonly guestIdKey: string;
  readonly graphqlUrlParameter: string;
}

export function readSessionEnvironment(env: Environment): SessionEnvironment {
  return {
    loginChannelId: requireVariable(env, "LINE_LOGIN_CHANNEL_ID"),
    lineApiBaseUrl: requireBaseUrl(env, "LINE_API_BASE_URL"),
    sessionKey: requireVariable(env, "SESSION_KEY"),
    guestIdKey: requireVariable(env, "GUEST_ID_KEY"),
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
  };
}
