import { AwsClient } from "aws4fetch";
import { type Environment, requireVariable } from "./env.ts";

/** A signed request to one AWS service; rejects when the network fails or the time is over. */
export type AwsFetch = (
  url: string,
  request: {
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
) => Promise<Response>;

interface AwsFetchOptions {
  /** As signatures name it: `sqs`, `appsync`, `ssm`, `cloudfront`. */
  readonly service: string;
  readonly timeoutMs: number;
  /** Of services that sign for one region wherever the caller is. */
  readonly region?: string;
}

/** Credentials and region come from the environment that Lambda gives; retries are the caller's business. */
export function createAwsFetch(env: Environment, options: AwsFetchOptions): AwsFetch {
  const sessionToken = env["AWS_SESSION_TOKEN"];
  const client = new AwsClient({
    accessKeyId: requireVariable(env, "AWS_ACCESS_KEY_ID"),
    secretAccessKey: requireVariable(env, "AWS_SECRET_ACCESS_KEY"),
    ...(sessionToken !== undefined && { sessionToken }),
    service: options.service,
    region: options.region ?? requireVariable(env, "AWS_REGION"),
    retries: 0,
  });
  return (url, request) => client.fetch(url, { ...request, signal: AbortSignal.timeout(options.timeoutMs) });
}

/** The service's own address, or the one that the usual variables of the AWS SDKs name instead. */
export function awsEndpoint(env: Environment, suffix: string, vendorUrl: string): string {
  const url = env[`AWS_ENDPOINT_URL_${suffix}`] ?? env["AWS_ENDPOINT_URL"] ?? vendorUrl;
  return url.replace(/\/+$/, "");
}
