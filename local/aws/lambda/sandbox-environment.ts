import type { Identities } from "../iam/identities.ts";
import { REGION } from "../service.ts";
import { DEFAULT_RUNTIME, type FunctionDefinition } from "./function-definition.ts";

export interface EnvironmentSources {
  readonly identities: Identities;
  /** Where the stand-ins are: `AWS_ENDPOINT_URL` and the like. Read at every cold start. */
  readonly serviceEnvironment: () => Readonly<Record<string, string>>;
}

/** All that a function finds in `process.env`; nothing of the host is in it. */
export function sandboxEnvironment(
  definition: FunctionDefinition,
  sources: EnvironmentSources,
): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = sources.identities.credentialsFor(
    definition.roleArn,
    definition.name,
  );
  return {
    // A function may set these; the others below are Lambda's own.
    LANG: "en_US.UTF-8",
    PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
    TZ: ":UTC",
    ...definition.environment,
    ...sources.serviceEnvironment(),
    _HANDLER: definition.handler,
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    LAMBDA_RUNTIME_DIR: "/var/runtime",
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime ?? DEFAULT_RUNTIME}`,
    LAMBDA_TASK_ROOT: definition.codePath,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  };
}
