import { AwsError } from "../service.ts";

const RESERVED = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_LAMBDA_RUNTIME_API",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);
const MAX_BYTES = 4096;

/** Throws `InvalidParameterValueException` for variables that Lambda does not take from a template. */
export function checkEnvironment(environment: Readonly<Record<string, string>>): void {
  const reserved = Object.keys(environment).filter((name) => RESERVED.has(name));
  if (reserved.length > 0) {
    throw refusal(
      "contains reserved keys that are currently not supported for modification. " +
        `Reserved keys used in this request: ${reserved.join(", ")}`,
    );
  }
  const measured = JSON.stringify(environment);
  if (Buffer.byteLength(measured) > MAX_BYTES)
    throw refusal(`exceeded the 4KB limit. String measured: ${measured}`);
}

function refusal(reason: string): AwsError {
  const message = `Lambda was unable to configure your environment variables because the environment variables you have provided ${reason}`;
  return new AwsError("InvalidParameterValueException", message, 400, { Type: "User" });
}
