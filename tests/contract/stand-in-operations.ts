import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as cloudfront from "@aws-sdk/client-cloudfront";
import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as lambda from "@aws-sdk/client-lambda";
import * as rekognition from "@aws-sdk/client-rekognition";
import * as s3 from "@aws-sdk/client-s3";
import * as sqs from "@aws-sdk/client-sqs";
import * as ssm from "@aws-sdk/client-ssm";
import { onTestFinished } from "vitest";
import { createCloudFront } from "../../local/aws/cloudfront/create-cloud-front.ts";
import { createCloudWatch } from "../../local/aws/cloudwatch/create-cloud-watch.ts";
import { createUserPools } from "../../local/aws/cognito/create-user-pools.ts";
import { createDynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createLambda } from "../../local/aws/lambda/lambda.ts";
import { createRekognition } from "../../local/aws/rekognition/rekognition.ts";
import { createS3 } from "../../local/aws/s3/create-s3.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { createParameters } from "../../local/aws/ssm/parameters.ts";
import { openGateway } from "./open-gateway.ts";

type Send = (command: object) => Promise<unknown>;
type Operation = () => Promise<unknown>;

/** Every operation that the vendor's client has, ready to be sent with an input that any of them can be made of. */
export type Operations = ReadonlyMap<string, Operation>;

const Bucket = "egao-photos";
/** Members that stand in a path or a header and are called so by no operation in another sense. */
const LABELS = [
  "AnycastIpListId",
  "CachePolicyId",
  "CallbackId",
  "CapacityProviderName",
  "CodeSigningConfigArn",
  "ConnectionMode",
  "DistributionId",
  "DistributionTenantId",
  "DurableExecutionArn",
  "FunctionName",
  "Id",
  "Identifier",
  "Key",
  "KeyGroupId",
  "LayerName",
  "Name",
  "OriginRequestPolicyId",
  "PrimaryDistributionId",
  "RequestRoute",
  "RequestToken",
  "Resource",
  "ResourceArn",
  "ResponseHeadersPolicyId",
  "StatementId",
  "TargetDistributionId",
  "UploadId",
  "UUID",
  "VpcOriginId",
  "WebACLId",
];
/** The clients take of it what an operation knows. */
const input = {
  ...Object.fromEntries(LABELS.map((name) => [name, "x"])),
  Bucket,
  CopySource: `${Bucket}/x`,
  PartNumber: 1,
  VersionNumber: 1,
  QueueUrl: "http://127.0.0.1/1/x",
};

/** All stand-ins that speak AWS behind one gateway, by the names that docs/local-stack.md gives them. */
export async function openStandIns(): Promise<ReadonlyMap<string, Operations>> {
  const directory = await mkdtemp(join(tmpdir(), "egao-operations-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const clock = Date.now;
  const identities = createIdentities();
  const stores = {
    dynamoDb: await createDynamoDb({ clock }),
    s3: await createS3({ clock, directory: join(directory, "s3") }),
    queues: createQueues({ clock }),
    lambda: createLambda({ clock, identities, serviceEnvironment: () => ({}), log: () => {} }),
    rekognition: createRekognition({ readObject: () => Promise.reject(new Error("no objects here")) }),
    pools: createUserPools({ clock, directory: join(directory, "cognito") }),
  };
  const cloudWatch = createCloudWatch({ clock });
  onTestFinished(async () => {
    cloudWatch.close();
    await Promise.all([stores.dynamoDb.close(), stores.lambda.close(), stores.rekognition.close()]);
    stores.queues.close();
  });
  await stores.s3.ensureBucket(Bucket);
  const { asAdministrator } = await openGateway({
    identities,
    jsonServices: [
      stores.dynamoDb,
      stores.queues,
      stores.rekognition,
      stores.pools,
      createParameters({ clock }),
      cloudWatch,
    ],
    s3: stores.s3,
    cloudFront: createCloudFront({ clock, s3: stores.s3 }),
    lambda: stores.lambda,
  });
  const settings = { ...asAdministrator, disableHostPrefix: true };
  return new Map([
    ["DynamoDB", operationsOf(dynamodb, new dynamodb.DynamoDBClient(settings))],
    ["S3", operationsOf(s3, new s3.S3Client(settings))],
    ["SQS", operationsOf(sqs, new sqs.SQSClient(settings))],
    ["Lambda", operationsOf(lambda, new lambda.LambdaClient(settings))],
    [
      "CloudFront",
      operationsOf(cloudfront, new cloudfront.CloudFrontClient({ ...settings, region: "us-east-1" })),
    ],
    ["CloudWatch", operationsOf(cloudwatch, new cloudwatch.CloudWatchClient(settings))],
    ["Cognito", operationsOf(cognito, new cognito.CognitoIdentityProviderClient(settings))],
    ["Rekognition", operationsOf(rekognition, new rekognition.RekognitionClient(settings))],
    ["SSM", operationsOf(ssm, new ssm.SSMClient(settings))],
  ]);
}

function operationsOf(vendor: object, client: object): Operations {
  const { send } = client as { send: Send };
  const commands = Object.entries(vendor).filter(([name]) => /^[A-Z]\w+Command$/.test(name));
  return new Map(
    commands.map(([name, Command]) => {
      // The vendor's naming: such a member is the class of an operation.
      const create = Command as new (given: object) => object;
      return [name.replace(/Command$/, ""), () => send.call(client, new create(input))];
    }),
  );
}
