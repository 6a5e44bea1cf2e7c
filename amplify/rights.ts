import { Stack } from "aws-cdk-lib";
import {
  type CfnRole,
  Effect,
  type IRole,
  Policy,
  PolicyDocument,
  PolicyStatement,
} from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";

/** Each role calls exactly these fields. A new call of a function needs its line here. */
const workerFields = {
  Query: [
    "person",
    "event",
    "eventsToJoin",
    "eventOfCode",
    "guest",
    "lineUserOfGuest",
    "guestsOfLineUser",
    "photo",
    "photoById",
    "photosOfGuest",
    "photosLike",
    "hasDelivery",
    "place",
    "rankingPage",
    "job",
    "guestsOfEvent",
  ],
  Mutation: [
    "savePerson",
    "saveGuest",
    "saveWish",
    "eraseGuest",
    "reviveGuest",
    "erasePerson",
    "saveLeaving",
    "savePhoto",
    "saveStanding",
    "claimDelivery",
    "claimLadder",
    "saveLadder",
    "publishStanding",
    "publishShownPhoto",
    "saveJob",
    "publishJob",
  ],
};
const sessionFields = { Query: ["person", "event", "guest", "photoById"] };
const guestActionFields = {
  Query: ["event", "guest", "photo", "job"],
  Mutation: ["saveWish", "saveLeaving", "saveJob"],
};
const hostActionFields = {
  Query: ["event", "eventOfCode", "photo", "guest", "auditEntry", "rankingPage"],
  Mutation: [
    "saveJob",
    "saveAudit",
    "saveRules",
    "saveEvent",
    "saveStage",
    "publishStage",
    "decidePhoto",
    "decideGuest",
  ],
};

const hostWatchFields = {
  Query: ["photoById", "guest", "delivery"],
  Mutation: ["saveAudit"],
};

/** What the resolvers do to each table, queries by what they go through. A new one of a resolver needs its line here. */
const tableRights: Readonly<
  Record<string, { readonly items: readonly string[]; readonly queries: readonly string[] }>
> = {
  Event: {
    items: ["GetItem", "UpdateItem"],
    queries: ["/index/byBoard", "/index/byState", "/index/byJoinCode"],
  },
  Guest: { items: ["GetItem", "PutItem", "UpdateItem"], queries: ["", "/index/byRank", "/index/byLineUser"] },
  Photo: {
    items: ["GetItem", "PutItem", "UpdateItem"],
    queries: ["", "/index/byPhoto", "/index/byEvent", "/index/byState", "/index/byContent", "/index/byLook"],
  },
  Delivery: { items: ["GetItem", "PutItem"], queries: [] },
  Person: { items: ["GetItem", "PutItem", "DeleteItem"], queries: [] },
  Audit: { items: ["GetItem", "PutItem"], queries: [""] },
  Job: { items: ["GetItem", "PutItem"], queries: [] },
};

interface Api {
  /** The stack of the API: the policies live there, because the data stack already depends on the functions. */
  readonly scope: Construct;
  readonly apiArn: string;
  readonly urlParameterArn: string;
}

interface Callers {
  readonly worker: IRole;
  readonly session: IRole;
  readonly guestActions: IRole;
  readonly hostActions: IRole;
  readonly hostWatch: IRole;
}

export function grantApi(api: Api, { worker, session, guestActions, hostActions, hostWatch }: Callers): void {
  grantFields(api, "WorkerApi", worker, workerFields);
  grantFields(api, "SessionApi", session, sessionFields);
  grantFields(api, "GuestActionsApi", guestActions, guestActionFields);
  grantFields(api, "HostActionsApi", hostActions, hostActionFields);
  grantFields(api, "HostWatchApi", hostWatch, hostWatchFields);
}

function grantFields(
  api: Api,
  id: string,
  role: IRole,
  fields: Readonly<Record<string, readonly string[]>>,
): void {
  const resources = Object.entries(fields).flatMap(([type, names]) =>
    names.map((name) => `${api.apiArn}/types/${type}/fields/${name}`),
  );
  new Policy(Stack.of(api.scope), id, {
    roles: [role],
    statements: [
      new PolicyStatement({ effect: Effect.ALLOW, actions: ["appsync:GraphQL"], resources }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ["ssm:GetParameter"],
        resources: [api.urlParameterArn],
      }),
    ],
  });
}

/** Amplify lets the API do everything to every table; this leaves what the resolvers do. */
export function narrowTables(
  roles: Readonly<Record<string, CfnRole>>,
  arns: Readonly<Record<string, string>>,
): void {
  for (const [name, arn] of Object.entries(arns)) {
    const role = roles[`${name}IAMRole`];
    if (role === undefined) throw new Error(`the table ${name} has no role of its own`);
    const { items = [], queries = [] } = tableRights[name] ?? {};
    const statements = [
      ...(items.length > 0
        ? [new PolicyStatement({ actions: items.map((one) => `dynamodb:${one}`), resources: [arn] })]
        : []),
      ...(queries.length > 0
        ? [
            new PolicyStatement({
              actions: ["dynamodb:Query"],
              resources: queries.map((index) => `${arn}${index}`),
            }),
          ]
        : []),
    ];
    const policyDocument = new PolicyDocument({ statements });
    role.policies = statements.length > 0 ? [{ policyName: "Resolvers", policyDocument }] : undefined;
  }
}

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

/** Who a host is, for the trail; and the private copies of pictures, whose addresses it signs. */
export function hostActionsStatements(userPoolArn: string, bucketArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ["cognito-idp:AdminGetUser"], resources: [userPoolArn] }),
    copiesStatement(bucketArn),
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
    // Archives go up in parts.
    new PolicyStatement({
      actions: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"],
      resources: [`${bucketArn}/exports/*`],
    }),
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
