import { type Environment, requireVariable } from "../shared/env.ts";

export interface ArchiverEnvironment {
  readonly graphqlUrlParameter: string;
  readonly photoBucket: string;
  readonly exportQueueUrl: string;
}

export function readArchiverEnvironment(env: Environment): ArchiverEnvironment {
  return {
    graphqlUrlParameter: requireVariable(env, "GRAPHQL_URL_PARAMETER"),
    photoBucket: requireVariable(env, "PHOTO_BUCKET"),
    exportQueueUrl: requireVariable(env, "EXPORT_QUEUE_URL"),
  };
}
