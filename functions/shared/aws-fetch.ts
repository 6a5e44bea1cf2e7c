import { Agent, request as requestPlain } from "node:http";
import { Agent as TlsAgent, request as requestTls } from "node:https";
import { type SigningKey, signedHeaders } from "./aws-signature.ts";
import { type Environment, requireVariable } from "./env.ts";

interface AwsAnswer {
  readonly ok: boolean;
  readonly status: number;
  text(): string;
  /** Throws for what is no JSON. */
  json(): unknown;
}

/** A signed request to one AWS service; rejects when the network fails or the time is over. */
export type AwsFetch = (
  url: string,
  request: {
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
) => Promise<AwsAnswer>;

interface AwsFetchOptions {
  /** As signatures name it: `sqs`, `appsync`, `ssm`, `cloudfront`. */
  readonly service: string;
  readonly timeoutMs: number;
  /** Of services that sign for one region wherever the caller is. */
  readonly region?: string;
}

/**
 * Credentials and region come from the environment that Lambda gives; retries are the caller's business. Node's own
 * client and not `fetch`, which takes three times the processor's time for so small a call.
 */
export function createAwsFetch(env: Environment, options: AwsFetchOptions): AwsFetch {
  const key = signingKeyOf(env, options.service, options.region);
  return (address, { headers, body }) => {
    const url = new URL(address);
    return post(url, signedHeaders(url, headers, body, key, new Date()), body, options.timeoutMs);
  };
}

/** The role's own, for one service. */
export function signingKeyOf(
  env: Environment,
  service: string,
  region = requireVariable(env, "AWS_REGION"),
): SigningKey {
  return {
    accessKeyId: requireVariable(env, "AWS_ACCESS_KEY_ID"),
    secretAccessKey: requireVariable(env, "AWS_SECRET_ACCESS_KEY"),
    sessionToken: env["AWS_SESSION_TOKEN"],
    service,
    region,
  };
}

// Connections stay open between the invocations of one instance.
const agents = { "http:": new Agent({ keepAlive: true }), "https:": new TlsAgent({ keepAlive: true }) };

function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<AwsAnswer> {
  const request = url.protocol === "https:" ? requestTls : requestPlain;
  const agent = url.protocol === "https:" ? agents["https:"] : agents["http:"];
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: "POST",
        agent,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => resolve(answerOf(response.statusCode ?? 0, Buffer.concat(chunks))));
      },
    );
    call.once("error", (error: NodeJS.ErrnoException) => {
      // The service had closed a connection that was kept open, for example while the instance was frozen.
      const isStale = call.reusedSocket && error.code === "ECONNRESET";
      if (isStale) post(url, headers, body, timeoutMs).then(resolve, reject);
      else reject(error);
    });
    call.end(body);
  });
}

function answerOf(status: number, body: Buffer): AwsAnswer {
  const text = (): string => body.toString("utf8");
  return { ok: status >= 200 && status < 300, status, text, json: (): unknown => JSON.parse(text()) };
}

/** The service's own address, or the one that the usual variables of the AWS SDKs name instead. */
export function awsEndpoint(env: Environment, suffix: string, vendorUrl: string): string {
  const url = env[`AWS_ENDPOINT_URL_${suffix}`] ?? env["AWS_ENDPOINT_URL"] ?? vendorUrl;
  return url.replace(/\/+$/, "");
}

/** Where a bucket's objects are: below its own name, or below the endpoint that the environment names instead. */
export function bucketAddress(env: Environment, bucket: string): string {
  const own = `https://${bucket}.s3.${requireVariable(env, "AWS_REGION")}.amazonaws.com`;
  const endpoint = awsEndpoint(env, "S3", own);
  return endpoint === own ? own : `${endpoint}/${bucket}`;
}
