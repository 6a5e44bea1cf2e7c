import { onTestFinished } from "vitest";
import { createGateway, type Gateway, type GatewayOptions } from "../../local/aws/gateway/gateway.ts";
import { createIdentities, type Identities } from "../../local/aws/iam/identities.ts";
import type { PolicyDocument } from "../../local/aws/iam/policy.ts";
import {
  type AwsError,
  type Caller,
  REGION,
  type RestRequest,
  type RestService,
} from "../../local/aws/service.ts";

export interface OpenedGateway {
  readonly gateway: Gateway;
  readonly identities: Identities;
  readonly origin: string;
  /** What a vendor client needs to act as the local administrator. */
  readonly asAdministrator: ClientSettings;
  /** What it needs to act as a new role that has just this policy. */
  asRole(name: string, ...statements: readonly Statement[]): ClientSettings;
}

export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly maxAttempts: number;
  readonly credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

type Statement = Extract<PolicyDocument["Statement"], readonly unknown[]>[number];

/** A gateway on a free port with what the test is about behind it; closed when the test is over. */
export async function openGateway(options: Partial<GatewayOptions> = {}): Promise<OpenedGateway> {
  const identities = options.identities ?? createIdentities();
  const gateway = createGateway({
    clock: Date.now,
    identities,
    jsonServices: [],
    lambda: echoService("lambda"),
    cloudFront: echoService("cloudFront"),
    s3: echoService("s3"),
    ...options,
  });
  const { origin } = await gateway.listen(0);
  onTestFinished(() => gateway.close());
  const base = { endpoint: origin, region: REGION, maxAttempts: 1 };
  return {
    gateway,
    identities,
    origin,
    asAdministrator: { ...base, credentials: identities.administrator },
    asRole(name, ...statements) {
      const roleArn = `arn:aws:iam::123456789012:role/${name}`;
      identities.addRole({ roleArn, policies: [{ Version: "2012-10-17", Statement: [...statements] }] });
      return { ...base, credentials: identities.credentialsFor(roleArn, "test") };
    },
  };
}

/** Answers every permitted request with what arrived. */
export function echoService(name: string): RestService {
  return {
    async handle(request: RestRequest, caller: Caller) {
      const { method, path, query, body } = request;
      const seen = {
        service: name,
        caller: caller.arn,
        method,
        path,
        query: [...query],
        body: body.toString(),
      };
      return { status: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify(seen) };
    },
    renderError: (error: AwsError, requestId: string) => ({
      status: error.status,
      headers: { "x-amzn-errortype": error.code, "Content-Type": "application/xml" },
      body: `<Error><Code>${error.code}</Code><Message>${error.message}</Message><RequestId>${requestId}</RequestId></Error>`,
    }),
  };
}
