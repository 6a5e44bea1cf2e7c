import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { AppSync } from "../appsync/appsync.ts";
import { type CloudFront, createCloudFront } from "../aws/cloudfront/create-cloud-front.ts";
import { type CloudWatch, createCloudWatch } from "../aws/cloudwatch/create-cloud-watch.ts";
import { createUserPools, type UserPools } from "../aws/cognito/create-user-pools.ts";
import { createJwksRoute } from "../aws/cognito/jwks-route.ts";
import { createDynamoDb, type DynamoDb } from "../aws/dynamodb/create-dynamo-db.ts";
import { createGateway, type Gateway, type GatewayRoute } from "../aws/gateway/gateway.ts";
import { createIdentities, type Identities } from "../aws/iam/identities.ts";
import { createLambda, type Lambda } from "../aws/lambda/lambda.ts";
import { createRekognition, type Rekognition } from "../aws/rekognition/rekognition.ts";
import { createS3, type S3 } from "../aws/s3/create-s3.ts";
import { ACCOUNT_ID, AwsError, type Caller, type Clock, REGION } from "../aws/service.ts";
import { createQueues, type Queues } from "../aws/sqs/queues.ts";
import { createParameters, type Parameters } from "../aws/ssm/parameters.ts";
import { Disk } from "../faults/disk.ts";
import type { Faults } from "../faults/faults.ts";
import type { Origins } from "./endpoints.ts";
import type { Settings } from "./settings.ts";
import { createTemporaryHome, type TemporaryHome } from "./temporary-home.ts";

export interface Services {
  readonly identities: Identities;
  readonly dynamoDb: DynamoDb;
  readonly queues: Queues;
  readonly parameters: Parameters;
  readonly s3: S3;
  readonly cloudFront: CloudFront;
  readonly cloudWatch: CloudWatch;
  readonly userPools: UserPools;
  readonly rekognition: Rekognition;
  readonly lambda: Lambda;
  readonly gateway: Gateway;
  /** Where all that is kept is written; its quota is a fault on command. */
  readonly disk: Disk;
  /** Puts the GraphQL API and its WebSocket on the gateway; its id names it in alarms. */
  serveApi(api: AppSync, apiId: string): void;
  listen(port: number): Promise<void>;
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly clock: Clock;
  readonly dataDirectory: string | undefined;
  readonly settings: Settings;
  readonly origins: Origins;
  readonly log: (line: string) => void;
  readonly readers: number;
  readonly coldStarts: "always" | undefined;
  readonly faults: Faults;
}

/** The stand-ins of AWS, empty, behind one gateway that does not listen yet. */
export async function openServices(options: ServiceOptions): Promise<Services> {
  const { clock, dataDirectory, settings, origins, log, faults } = options;
  const place = (name: string): { directory?: string } =>
    dataDirectory === undefined ? {} : { directory: join(dataDirectory, name) };
  const objects = objectsHome(dataDirectory);
  const disk = new Disk(dataDirectory ?? objects.directory, faults);

  const identities = createIdentities({ administrator: settings.administrator });
  const dynamoDb = await createDynamoDb({ clock, faults, disk, ...place("tables") });
  const queues = createQueues({ clock, faults, disk, log, origin: () => origins.aws, ...place("queues") });
  const parameters = createParameters({ clock });
  const s3 = await createS3({ clock, disk, directory: objects.directory });
  const cloudFront = createCloudFront({ clock, faults, s3 });
  const cloudWatch = createCloudWatch({ clock });
  const userPools = createUserPools({
    clock,
    disk,
    // Not the secret: logs are kept and shown around.
    onMail: ({ to, kind }) => log(`cognito: a mail to ${to} (${kind}) lies at ${origins.main}/local`),
    ...place("users"),
  });
  const rekognition = createRekognition({
    workers: options.readers,
    readObject: (bucket, key, caller) => readObject(s3, bucket, key, caller),
  });
  const lambda = createLambda({
    clock,
    faults,
    coldStarts: options.coldStarts,
    identities,
    // The second: Lambda runs a newer Node than a laptop may; every cold start would warn.
    serviceEnvironment: () => ({
      AWS_ENDPOINT_URL: origins.aws,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      // A profile in the home folder is no part of a function's world.
      AWS_CONFIG_FILE: "none",
      AWS_SHARED_CREDENTIALS_FILE: "none",
    }),
    log: (name, line) => {
      log(`${name}: ${line}`);
      for (const complaint of cloudWatch.hearLog(line))
        log(`cloudwatch: ERROR a metric in the log of ${name} was dropped: ${complaint}`);
    },
    // More threads than that only take the processor from each other.
    maxWorkers: Math.max(4, availableParallelism()),
    onMeasured: (FunctionName, name, value) =>
      cloudWatch.record({ namespace: "AWS/Lambda", name, dimensions: { FunctionName } }, value),
  });
  const routes: GatewayRoute[] = [lambda.functionUrlRoute, createJwksRoute(userPools)];
  const gateway = createGateway({
    clock: faults.clock(Date.now),
    faults,
    identities,
    jsonServices: [dynamoDb, queues, parameters, userPools, rekognition, cloudWatch],
    lambda,
    cloudFront,
    s3,
    routes,
    log,
    onThrottled: (action) => recordThrottle(cloudWatch, action),
  });

  return {
    identities,
    dynamoDb,
    queues,
    parameters,
    s3,
    cloudFront,
    cloudWatch,
    userPools,
    rekognition,
    lambda,
    gateway,
    disk,
    serveApi(api, apiId) {
      const failures = { namespace: "AWS/AppSync", name: "5XXError", dimensions: { GraphQLAPIId: apiId } };
      routes.push({
        matches: (_method, path) => path === "/graphql",
        handle: async (request, response) => {
          await api.httpHandler(request, response);
          cloudWatch.record(failures, response.statusCode >= 500 ? 1 : 0);
        },
      });
      gateway.server.on("upgrade", (request, socket, head) => api.handleUpgrade(request, socket, head));
    },
    async listen(port) {
      await gateway.listen(port);
    },
    async close() {
      await gateway.close();
      cloudWatch.close();
      queues.close();
      await rekognition.close();
      await dynamoDb.close();
      objects.remove();
    },
  };
}

/** Of the services here only Rekognition's throttling is in CloudWatch by the operation's name. */
function recordThrottle(cloudWatch: CloudWatch, action: string): void {
  const [service, Operation = ""] = action.split(":");
  if (service !== "rekognition") return;
  cloudWatch.record({ namespace: "AWS/Rekognition", name: "ThrottledCount", dimensions: { Operation } }, 1);
}

async function readObject(s3: S3, bucket: string, key: string, caller: Caller): Promise<Buffer> {
  caller.authorize("s3:GetObject", `arn:aws:s3:::${bucket}/${key}`);
  const object = await s3.getObject(bucket, key);
  if (object === undefined) {
    throw new AwsError("NoSuchKey", `no object ${key} in ${bucket} (account ${ACCOUNT_ID}, ${REGION})`, 404);
  }
  return object.body;
}

/** Objects are files in any case; without a data directory they live in a temporary one. */
function objectsHome(dataDirectory: string | undefined): TemporaryHome {
  if (dataDirectory === undefined) return createTemporaryHome("objects");
  return { directory: join(dataDirectory, "objects"), remove: () => {} };
}
