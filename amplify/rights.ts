import { Stack } from "aws-cdk-lib";
import { Effect, type IRole, Policy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";

/** Each role calls exactly these fields. A new call of a function needs its line here. */
const workerFields = {
  Query: [
    "person",
    "event",
    "latestEvent",
    "guest",
    "photo",
    "photoById",
    "photosOfGuest",
    "hasDelivery",
    "place",
    "rankingPage",
  ],
  Mutation: [
    "savePerson",
    "saveGuest",
    "savePhoto",
    "saveStanding",
    "claimDelivery",
    "claimLadder",
    "saveLadder",
    "publishStanding",
    "publishShownPhoto",
  ],
};
const sessionFields = { Query: ["person", "event", "guest", "photoById"] };

interface Api {
  /** The stack of the API: the policies live there, because the data stack already depends on the functions. */
  readonly scope: Construct;
  readonly apiArn: string;
  readonly urlParameterArn: string;
}

export function grantApi(api: Api, worker: IRole, session: IRole): void {
  grantFields(api, "WorkerApi", worker, workerFields);
  grantFields(api, "SessionApi", session, sessionFields);
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
    new PolicyStatement({ actions: ["cloudfront:CreateInvalidation"], resources: [distributionArn] }),
    // Rekognition's Detect calls know no resource.
    new PolicyStatement({
      actions: ["rekognition:DetectFaces", "rekognition:DetectModerationLabels"],
      resources: ["*"],
    }),
  ];
}
