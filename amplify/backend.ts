import { defineBackend } from "@aws-amplify/backend";
import { Stack } from "aws-cdk-lib";
import { FunctionUrlAuthType } from "aws-cdk-lib/aws-lambda";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { eventArchiver } from "../functions/event-archiver/resource.ts";
import { eventKeeper } from "../functions/event-keeper/resource.ts";
import { guestActions } from "../functions/guest-actions/resource.ts";
import { guestAuthorizer } from "../functions/guest-authorizer/resource.ts";
import { guestSession } from "../functions/guest-session/resource.ts";
import { hostActions } from "../functions/host-actions/resource.ts";
import { hostWatch } from "../functions/host-watch/resource.ts";
import { lineWebhook } from "../functions/line-webhook/resource.ts";
import { lineWorker } from "../functions/line-worker/resource.ts";
import { rehearsalCrowd } from "../functions/rehearsal-crowd/resource.ts";
import {
  alarmsArn,
  watchApi,
  watchEndings,
  watchFunctions,
  watchLineQuota,
  watchQueues,
  watchReading,
} from "./alarms.ts";
import { auth } from "./auth/resource.ts";
import { createCdn } from "./cdn.ts";
import { data } from "./data/resource.ts";
import { line } from "./line.ts";
import { createQueues, deadLettersOf, feedWorker } from "./queues.ts";
import { grantApi, narrowTables } from "./rights.ts";
import {
  consumeStatement,
  guestActionsStatements,
  hostActionsStatements,
  sendStatement,
  workerStatements,
} from "./statements.ts";
import { storage } from "./storage/resource.ts";
import { wireArchiver } from "./wire-archiver.ts";
import { wireWatch } from "./wire-watch.ts";
import { wireCrowd } from "./wire-crowd.ts";

const backend = defineBackend({
  auth,
  data,
  storage,
  lineWebhook,
  lineWorker,
  guestSession,
  guestAuthorizer,
  guestActions,
  hostActions,
  hostWatch,
  eventKeeper,
  eventArchiver,
  rehearsalCrowd,
});

// Only invited hosts have an account; there are no guests of an identity pool.
const { cfnUserPool, cfnIdentityPool } = backend.auth.resources.cfnResources;
// Beside the invitation's text, which stands in the same property.
cfnUserPool.addPropertyOverride("AdminCreateUserConfig.AllowAdminCreateUserOnly", true);
cfnIdentityPool.allowUnauthenticatedIdentities = false;

// Nothing but functions and the CDN touches the bucket: browsers need no CORS there.
const { bucket, cfnResources: storageCfn } = backend.storage.resources;
storageCfn.cfnBucket.lifecycleConfiguration = {
  rules: [
    { id: "abort-uploads", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } },
    { id: "end-exports", status: "Enabled", prefix: "exports/", expirationInDays: 1 },
    // What a rehearsal that broke off has left.
    { id: "end-rehearsals", status: "Enabled", prefix: "rehearsal/", expirationInDays: 1 },
    // X1: the same term as in functions/shared/event-export/export-job.ts.
    { id: "end-event-exports", status: "Enabled", prefix: "event-exports/", expirationInDays: 7 },
  ],
};
storageCfn.cfnBucket.corsConfiguration = undefined;
const photoStack = Stack.of(bucket);
const cdn = createCdn(photoStack, bucket);
const queues = createQueues(photoStack);

// The API is told to functions by a parameter under a fixed name: a reference would make the stacks depend on each
// other in a circle.
const context = (key: string): string => String(photoStack.node.tryGetContext(key));
const apiUrlName = `/egao/${context("amplify-backend-namespace")}/${context("amplify-backend-name")}/graphql-url`;
const { cfnGraphqlApi } = backend.data.resources.cfnResources;
const apiStack = Stack.of(backend.data.resources.graphqlApi);
const apiUrl = new StringParameter(apiStack, "GraphqlUrl", {
  parameterName: apiUrlName,
  stringValue: cfnGraphqlApi.attrGraphQlUrl,
});
cfnGraphqlApi.introspectionConfig = "DISABLED";
cfnGraphqlApi.queryDepthLimit = 6;
cfnGraphqlApi.resolverCountLimit = 50;

for (const table of Object.values(backend.data.resources.cfnResources.amplifyDynamoDbTables)) {
  table.pointInTimeRecoveryEnabled = true;
}
for (const name of ["Photo", "Delivery", "Job"]) {
  const table = backend.data.resources.cfnResources.amplifyDynamoDbTables[name];
  if (table !== undefined) table.timeToLiveAttribute = { attributeName: "expiresAt", enabled: true };
}

const { tables } = backend.data.resources;
narrowTables(
  backend.data.resources.cfnResources.cfnRoles,
  Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.tableArn])),
);

backend.data.addLambdaDataSource("guestSession", backend.guestSession.resources.lambda);
backend.data.addLambdaDataSource("guestActions", backend.guestActions.resources.lambda);
backend.data.addLambdaDataSource("hostActions", backend.hostActions.resources.lambda);
backend.data.addLambdaDataSource("hostWatch", backend.hostWatch.resources.lambda);

const webhook = backend.lineWebhook.resources.lambda;
const worker = backend.lineWorker.resources.lambda;
const session = backend.guestSession.resources.lambda;
const guests = backend.guestActions.resources.lambda;
const hosts = backend.hostActions.resources.lambda;
const watch = backend.hostWatch.resources.lambda;
const keeper = backend.eventKeeper.resources.lambda;
const archiver = backend.eventArchiver.resources.lambda;
const crowd = backend.rehearsalCrowd.resources.lambda;
const webhookUrl = webhook.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });

backend.lineWebhook.addEnvironment("PHOTO_QUEUE_URL", queues.photos.queueUrl);
backend.lineWebhook.addEnvironment("CHAT_QUEUE_URL", queues.chat.queueUrl);
backend.lineWebhook.addEnvironment("REMINDER_QUEUE_URL", queues.reminders.queueUrl);
webhook.addToRolePolicy(
  sendStatement(queues.photos.queueArn, queues.chat.queueArn, queues.reminders.queueArn),
);

backend.lineWorker.addEnvironment("CHAT_QUEUE_URL", queues.chat.queueUrl);
backend.lineWorker.addEnvironment("GRAPHQL_URL_PARAMETER", apiUrlName);
backend.lineWorker.addEnvironment("PHOTO_BUCKET", bucket.bucketName);
backend.lineWorker.addEnvironment("CDN_BASE_URL", `https://${cdn.distributionDomainName}`);
backend.lineWorker.addEnvironment("CDN_DISTRIBUTION_ID", cdn.distributionId);
backend.lineWorker.addEnvironment("LIFF_BASE_URL", `https://liff.line.me/${line.liffId}`);
backend.lineWorker.addEnvironment("LINE_API_BASE_URL", line.apiBaseUrl);
backend.lineWorker.addEnvironment("LINE_DATA_API_BASE_URL", line.dataApiBaseUrl);
backend.lineWorker.addEnvironment("EXPORT_QUEUE_URL", queues.exports.queueUrl);
worker.addToRolePolicy(sendStatement(queues.chat.queueArn, queues.exports.queueArn));
feedWorker(worker, queues);
// K11: what an event leaves among the dead letters.
const allDeadLetters = Object.values(queues).map(deadLettersOf);
backend.lineWorker.addEnvironment(
  "DEAD_LETTERS_URLS",
  allDeadLetters.map(({ queueUrl }) => queueUrl).join(","),
);
worker.addToRolePolicy(consumeStatement(...allDeadLetters.map(({ queueArn }) => queueArn)));
for (const statement of workerStatements(bucket.bucketArn, cdn.distributionArn)) {
  worker.addToRolePolicy(statement);
}

backend.guestSession.addEnvironment("GRAPHQL_URL_PARAMETER", apiUrlName);
backend.guestSession.addEnvironment("LINE_API_BASE_URL", line.apiBaseUrl);
backend.guestSession.addEnvironment("LINE_LOGIN_CHANNEL_ID", line.loginChannelId);

backend.guestActions.addEnvironment("GRAPHQL_URL_PARAMETER", apiUrlName);
backend.guestActions.addEnvironment("ORDER_QUEUE_URL", queues.orders.queueUrl);
backend.guestActions.addEnvironment("PHOTO_QUEUE_URL", queues.photos.queueUrl);
guests.addToRolePolicy(sendStatement(queues.orders.queueArn, queues.photos.queueArn));
backend.guestActions.addEnvironment("PHOTO_BUCKET", bucket.bucketName);
for (const statement of guestActionsStatements(bucket.bucketArn)) {
  guests.addToRolePolicy(statement);
}

backend.hostActions.addEnvironment("GRAPHQL_URL_PARAMETER", apiUrlName);
backend.hostActions.addEnvironment("CHAT_QUEUE_URL", queues.chat.queueUrl);
backend.hostActions.addEnvironment("ORDER_QUEUE_URL", queues.orders.queueUrl);
backend.hostActions.addEnvironment("EXPORT_QUEUE_URL", queues.exports.queueUrl);
backend.hostActions.addEnvironment("REHEARSAL_QUEUE_URL", queues.rehearsals.queueUrl);
hosts.addToRolePolicy(
  sendStatement(
    ...[queues.chat, queues.orders, queues.exports, queues.rehearsals].map(({ queueArn }) => queueArn),
  ),
);
const { userPool } = backend.auth.resources;
backend.hostActions.addEnvironment("USER_POOL_ID", userPool.userPoolId);
backend.hostActions.addEnvironment("PHOTO_BUCKET", bucket.bucketName);
for (const statement of hostActionsStatements(userPool.userPoolArn, bucket.bucketArn)) {
  hosts.addToRolePolicy(statement);
}

wireArchiver(backend.eventArchiver, { queues, bucket, apiUrlName });
wireCrowd(backend.rehearsalCrowd, { queues, bucket, apiUrlName, webhookUrl: webhookUrl.url });

backend.eventKeeper.addEnvironment("GRAPHQL_URL_PARAMETER", apiUrlName);
backend.eventKeeper.addEnvironment("ORDER_QUEUE_URL", queues.orders.queueUrl);
keeper.addToRolePolicy(sendStatement(queues.orders.queueArn));

const alarmPrefix = `egao-${context("amplify-backend-namespace")}-${context("amplify-backend-name")}-`;
wireWatch(backend.hostWatch, {
  queues,
  userPool,
  apiUrlName,
  alarmPrefix,
  alarmsArn: alarmsArn(photoStack),
  lineApiBaseUrl: line.apiBaseUrl,
});

grantApi(
  {
    scope: backend.data.resources.graphqlApi,
    apiArn: cfnGraphqlApi.attrArn,
    urlParameterArn: apiUrl.parameterArn,
  },
  {
    worker,
    session,
    guestActions: guests,
    hostActions: hosts,
    hostWatch: watch,
    eventKeeper: keeper,
    eventArchiver: archiver,
    rehearsalCrowd: crowd,
  },
);

// One burst of one function never takes the account's concurrency from the others.
// The webhook's share holds a burst of 300 events a second while its first instances are still starting.
backend.lineWebhook.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 300;
backend.lineWorker.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 25;
backend.guestSession.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 20;
backend.guestActions.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 10;
backend.hostActions.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 5;
backend.guestAuthorizer.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 50;
backend.hostWatch.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 5;
backend.eventKeeper.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 1;
backend.eventArchiver.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 2;
backend.rehearsalCrowd.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 2;

watchQueues({ scope: photoStack, prefix: alarmPrefix }, queues);
watchReading({ scope: photoStack, prefix: alarmPrefix });
watchLineQuota({ scope: photoStack, prefix: alarmPrefix }, worker);
watchEndings({ scope: photoStack, prefix: alarmPrefix }, keeper);
watchApi({ scope: apiStack, prefix: alarmPrefix }, cfnGraphqlApi.attrApiId);
// The worker is meant to run as often as it may, and the queues fit that.
watchFunctions({ scope: photoStack, prefix: alarmPrefix }, [
  { name: "line-webhook", lambda: webhook, tolerated: 0, concurrency: 300 },
  { name: "line-worker", lambda: worker, tolerated: 2 },
  { name: "guest-session", lambda: session, tolerated: 4, concurrency: 20 },
  {
    name: "guest-authorizer",
    lambda: backend.guestAuthorizer.resources.lambda,
    tolerated: 4,
    concurrency: 50,
  },
  { name: "guest-actions", lambda: guests, tolerated: 2, concurrency: 10 },
  { name: "host-actions", lambda: hosts, tolerated: 2 },
  { name: "host-watch", lambda: watch, tolerated: 4 },
  { name: "event-keeper", lambda: keeper, tolerated: 0 },
  { name: "event-archiver", lambda: archiver, tolerated: 2 },
  { name: "rehearsal-crowd", lambda: crowd, tolerated: 2 },
]);

backend.addOutput({
  custom: {
    ...(line.botBasicId !== undefined && { botBasicId: line.botBasicId }),
    cdnUrl: `https://${cdn.distributionDomainName}`,
    liffId: line.liffId,
    webhookUrl: webhookUrl.url,
  },
});
