import { PolicyStatement } from "aws-cdk-lib/aws-iam";

/** Sending, and nothing about the queue itself. */
export function sendStatement(...queueArns: string[]): PolicyStatement {
  return new PolicyStatement({ actions: ["sqs:SendMessage"], resources: queueArns });
}

/** What Lambda asks for to feed a function from queues, and what the function needs to hasten a retry. */
export function consumeStatement(...queueArns: string[]): PolicyStatement {
  const calls = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes", "ChangeMessageVisibility"];
  return new PolicyStatement({ actions: calls.map((call) => `sqs:${call}`), resources: queueArns });
}

/** The private copies of pictures, whose addresses a function signs. */
function copiesStatement(bucketArn: string): PolicyStatement {
  return new PolicyStatement({ actions: ["s3:GetObject"], resources: [`${bucketArn}/copies/*`] });
}

/** What a guest's action signs addresses of: private copies, and archives. */
export function guestActionsStatements(bucketArn: string): PolicyStatement[] {
  return [
    copiesStatement(bucketArn),
    new PolicyStatement({ actions: ["s3:GetObject"], resources: [`${bucketArn}/exports/*`] }),
  ];
}

/** What an export takes away, and where its parts are made. */
export function eventArchiverStatements(bucketArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ["s3:GetObject"],
      resources: [`${bucketArn}/originals/*`, `${bucketArn}/copies/*`],
    }),
    // Parts go up in parts; the rows beside them come back.
    new PolicyStatement({
      actions: ["s3:PutObject", "s3:GetObject", "s3:AbortMultipartUpload", "s3:DeleteObject"],
      resources: [`${bucketArn}/event-exports/*`],
    }),
  ];
}

/** H4: pictures that drawn guests send, and what the worker wrote down of them; all of it goes at the end. */
export function rehearsalCrowdStatements(bucketArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ["s3:PutObject"], resources: [`${bucketArn}/rehearsal/pictures/*`] }),
    new PolicyStatement({ actions: ["s3:DeleteObject"], resources: [`${bucketArn}/rehearsal/*`] }),
    new PolicyStatement({
      actions: ["s3:ListBucket"],
      resources: [bucketArn],
      conditions: { StringLike: { "s3:prefix": ["rehearsal/*"] } },
    }),
  ];
}

/** Who a host is, for the trail; private copies of pictures and parts of exports, whose addresses it signs. */
export function hostActionsStatements(userPoolArn: string, bucketArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ["cognito-idp:AdminGetUser"], resources: [userPoolArn] }),
    copiesStatement(bucketArn),
    new PolicyStatement({ actions: ["s3:GetObject"], resources: [`${bucketArn}/event-exports/*`] }),
  ];
}

/** Looking at what rests, sending it again, the alarms' states, and who a host is. */
export function hostWatchStatements(arns: {
  readonly queues: string[];
  readonly photoQueue: string;
  readonly deadLetters: string[];
  readonly alarms: string;
  readonly userPool: string;
}): PolicyStatement[] {
  return [
    sendStatement(...arns.queues),
    // How many photos are underway.
    new PolicyStatement({ actions: ["sqs:GetQueueAttributes"], resources: [arns.photoQueue] }),
    consumeStatement(...arns.deadLetters),
    new PolicyStatement({ actions: ["cloudwatch:DescribeAlarms"], resources: [arns.alarms] }),
    new PolicyStatement({ actions: ["cognito-idp:AdminGetUser"], resources: [arns.userPool] }),
  ];
}

/** What the worker does outside the API: pictures in the bucket, the CDN's cache, and the reading of faces. */
export function workerStatements(bucketArn: string, distributionArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"],
      resources: [`${bucketArn}/originals/*`],
    }),
    new PolicyStatement({
      actions: ["s3:PutObject", "s3:DeleteObject"],
      resources: [`${bucketArn}/public/*`],
    }),
    new PolicyStatement({
      actions: ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"],
      resources: [`${bucketArn}/copies/*`],
    }),
    // H3, H4: drawn guests' photos, and what LINE would have heard of them.
    new PolicyStatement({ actions: ["s3:GetObject"], resources: [`${bucketArn}/rehearsal/pictures/*`] }),
    new PolicyStatement({ actions: ["s3:PutObject"], resources: [`${bucketArn}/rehearsal/calls/*`] }),
    // Archives go up in parts.
    new PolicyStatement({
      actions: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"],
      resources: [`${bucketArn}/exports/*`],
    }),
    // K11: finding what no row names any more.
    new PolicyStatement({
      actions: ["s3:ListBucket"],
      resources: [bucketArn],
      conditions: {
        StringLike: {
          "s3:prefix": ["originals/*", "copies/*", "exports/*", "event-exports/*", "rehearsal/calls/*"],
        },
      },
    }),
    // X3: of an event's export only what may no longer be in it.
    new PolicyStatement({ actions: ["s3:DeleteObject"], resources: [`${bucketArn}/event-exports/*`] }),
    new PolicyStatement({ actions: ["s3:DeleteObject"], resources: [`${bucketArn}/rehearsal/calls/*`] }),
    new PolicyStatement({ actions: ["cloudfront:CreateInvalidation"], resources: [distributionArn] }),
    // Rekognition's Detect calls know no resource.
    new PolicyStatement({
      actions: ["DetectFaces", "DetectModerationLabels", "DetectLabels", "DetectText"].map(
        (call) => `rekognition:${call}`,
      ),
      resources: ["*"],
    }),
  ];
}
