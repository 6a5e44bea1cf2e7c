import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudFront } from "@aws-sdk/client-cloudfront";
import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { Lambda } from "@aws-sdk/client-lambda";
import { Rekognition } from "@aws-sdk/client-rekognition";
import { S3 } from "@aws-sdk/client-s3";
import { SQS } from "@aws-sdk/client-sqs";
import { SSM } from "@aws-sdk/client-ssm";
import { onTestFinished } from "vitest";
import type { GatewayJsonService } from "../../local/aws/gateway/gateway-service.ts";
import { createCloudFront } from "../../local/aws/cloudfront/create-cloud-front.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createLambda } from "../../local/aws/lambda/lambda.ts";
import { createS3 } from "../../local/aws/s3/create-s3.ts";
import type { FaultPlan } from "../../local/faults/fault-plan.ts";
import { Faults } from "../../local/faults/faults.ts";
import { echoService, openGateway } from "./open-gateway.ts";

export const Bucket = "egao-photos";

/** Answers every operation with nothing, and counts what is really done. */
class Counting implements GatewayJsonService {
  readonly targetPrefix: string;
  readonly protocol = "json-1.1" as const;
  readonly signingName: string;
  readonly done: string[] = [];

  constructor(targetPrefix: string, signingName: string) {
    this.targetPrefix = targetPrefix;
    this.signingName = signingName;
  }

  async call(operation: string): Promise<unknown> {
    this.done.push(operation);
    return {};
  }
}

/** All services behind one gateway that has faults; those that do nothing themselves count what is done. */
export async function openFaultyServices(plan: FaultPlan = {}) {
  const directory = mkdtempSync(join(tmpdir(), "egao-faults-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const faults = new Faults(plan);
  const counting = {
    rekognition: new Counting("RekognitionService", "rekognition"),
    dynamodb: new Counting("DynamoDB_20120810", "dynamodb"),
    sqs: new Counting("AmazonSQS", "sqs"),
    ssm: new Counting("AmazonSSM", "ssm"),
    cognito: new Counting("AWSCognitoIdentityProviderService", "cognito-idp"),
  };
  const s3 = await createS3({ clock: Date.now, directory });
  await s3.ensureBucket(Bucket);
  const cloudFront = createCloudFront({ clock: Date.now, s3 });
  cloudFront.createDistribution({ id: "E1", bucket: Bucket, originPath: "" });
  const identities = createIdentities();
  const lambda = createLambda({
    clock: Date.now,
    identities,
    serviceEnvironment: () => ({}),
    log: () => {},
  });
  const opened = await openGateway({
    clock: faults.clock(Date.now),
    identities,
    faults,
    s3,
    cloudFront,
    // Says what was asked without running anything, in Lambda's own form.
    lambda: { ...echoService("lambda"), renderError: (error, id) => lambda.renderError(error, id) },
    jsonServices: Object.values(counting),
  });
  return { ...opened, faults, counting, s3 };
}

/** What any service's client needs. */
type Settings = Awaited<ReturnType<typeof openGateway>>["asAdministrator"];

interface Sent {
  readonly $metadata: { readonly httpStatusCode?: number; readonly attempts?: number };
}

interface FaultyService {
  readonly action: string;
  readonly throttled: readonly [name: string, status: number];
  readonly failed: readonly [name: string, status: number];
  readonly call: (settings: Settings) => Promise<Sent>;
}

const path = { forcePathStyle: true };

/** One call of each service's own client, and how the service says no. */
export const faultyServices: readonly FaultyService[] = [
  {
    action: "rekognition:DetectFaces",
    throttled: ["ProvisionedThroughputExceededException", 400],
    failed: ["InternalServerError", 500],
    call: (settings) => new Rekognition(settings).detectFaces({ Image: { Bytes: new Uint8Array(9) } }),
  },
  {
    action: "dynamodb:PutItem",
    throttled: ["ThrottlingException", 400],
    failed: ["InternalServerError", 500],
    call: (settings) => new DynamoDB(settings).putItem({ TableName: "t", Item: { id: { S: "1" } } }),
  },
  {
    action: "sqs:SendMessage",
    throttled: ["RequestThrottled", 403],
    failed: ["InternalFailure", 500],
    call: (settings) =>
      new SQS({ ...settings, md5: false }).sendMessage({ QueueUrl: settings.endpoint, MessageBody: "m" }),
  },
  {
    action: "ssm:GetParameters",
    throttled: ["ThrottlingException", 400],
    failed: ["InternalServerError", 500],
    call: (settings) => new SSM(settings).getParameters({ Names: ["/n"] }),
  },
  {
    action: "cognito-idp:ListUsers",
    throttled: ["TooManyRequestsException", 400],
    failed: ["InternalErrorException", 500],
    call: (settings) => new CognitoIdentityProvider(settings).listUsers({ UserPoolId: "p_1" }),
  },
  {
    action: "s3:PutObject",
    throttled: ["SlowDown", 503],
    failed: ["InternalError", 500],
    call: (settings) => new S3({ ...settings, ...path }).putObject({ Bucket, Key: "k", Body: "b" }),
  },
  {
    action: "s3:ListObjectsV2",
    throttled: ["SlowDown", 503],
    failed: ["InternalError", 500],
    call: (settings) => new S3({ ...settings, ...path }).listObjectsV2({ Bucket }),
  },
  {
    action: "lambda:InvokeFunction",
    throttled: ["TooManyRequestsException", 429],
    failed: ["ServiceException", 500],
    call: (settings) => new Lambda(settings).invoke({ FunctionName: "f" }),
  },
  {
    action: "cloudfront:CreateInvalidation",
    throttled: ["Throttling", 400],
    failed: ["InternalFailure", 500],
    call: (settings) =>
      new CloudFront({ ...settings, region: "us-east-1" }).createInvalidation({
        DistributionId: "E1",
        InvalidationBatch: { CallerReference: "r", Paths: { Quantity: 1, Items: ["/*"] } },
      }),
  },
];
