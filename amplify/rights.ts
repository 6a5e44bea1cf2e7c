import { Stack } from "aws-cdk-lib";
import { type CfnRole, Effect, Policy, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
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
    "photosOfEvent",
    "auditEntry",
    "auditOfEvent",
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
    "saveAudit",
    "dropPhoto",
    "dropGuest",
    "forgetWhereabouts",
    "reduceAudit",
    "eraseEvent",
  ],
};
const sessionFields = { Query: ["person", "event", "guest", "photoById"] };
const guestActionFields = {
  Query: ["event", "guest", "photo", "job"],
  Mutation: ["saveWish", "saveLeaving", "saveJob"],
};
const hostActionFields = {
  Query: ["event", "eventOfCode", "photo", "photosOfEvent", "guest", "auditEntry", "rankingPage", "job"],
  Mutation: [
    "saveJob",
    "saveAudit",
    "saveRules",
    "saveEvent",
    "saveStage",
    "publishStage",
    "saveDownload",
    "decidePhoto",
    "decideGuest",
  ],
};

const eventArchiverFields = {
  Query: ["event", "photosOfEvent", "photo", "guestsOfEvent", "guest", "auditOfEvent", "job"],
  Mutation: ["saveJob", "publishJob"],
};

const rehearsalCrowdFields = {
  Query: ["event", "photosOfEvent", "rankingPage", "guest", "job"],
  Mutation: ["saveJob", "publishJob"],
};

const hostWatchFields = {
  Query: ["photoById", "guest", "delivery"],
  Mutation: ["saveAudit"],
};

const eventKeeperFields = {
  Query: ["eventsInState", "hasPhotos", "job"],
  Mutation: ["saveJob", "saveAudit", "saveEvent", "publishStage"],
};

/** What the resolvers do to each table, queries by what they go through. A new one of a resolver needs its line here. */
const tableRights: Readonly<
  Record<string, { readonly items: readonly string[]; readonly queries: readonly string[] }>
> = {
  Event: {
    items: ["GetItem", "UpdateItem"],
    queries: ["/index/byBoard", "/index/byState", "/index/byJoinCode"],
  },
  Guest: {
    items: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"],
    queries: ["", "/index/byRank", "/index/byLineUser"],
  },
  Photo: {
    items: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"],
    queries: ["", "/index/byPhoto", "/index/byEvent", "/index/byState", "/index/byContent", "/index/byLook"],
  },
  Delivery: { items: ["GetItem", "PutItem"], queries: [] },
  Person: { items: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"], queries: [] },
  Audit: { items: ["GetItem", "PutItem", "UpdateItem"], queries: [""] },
  Job: { items: ["GetItem", "PutItem"], queries: [] },
};

interface Api {
  /** The stack of the API: the policies live there, because the data stack already depends on the functions. */
  readonly scope: Construct;
  readonly apiArn: string;
  readonly urlParameterArn: string;
}

interface Callers {
  readonly worker: IFunction;
  readonly session: IFunction;
  readonly guestActions: IFunction;
  readonly hostActions: IFunction;
  readonly hostWatch: IFunction;
  readonly eventKeeper: IFunction;
  readonly eventArchiver: IFunction;
  readonly rehearsalCrowd: IFunction;
}

export function grantApi(api: Api, callers: Callers): void {
  const { worker, session, guestActions, hostActions, hostWatch, eventArchiver, rehearsalCrowd } = callers;
  grantFields(api, "WorkerApi", worker, workerFields);
  grantFields(api, "SessionApi", session, sessionFields);
  grantFields(api, "GuestActionsApi", guestActions, guestActionFields);
  grantFields(api, "HostActionsApi", hostActions, hostActionFields);
  grantFields(api, "EventKeeperApi", callers.eventKeeper, eventKeeperFields);
  grantFields(api, "HostWatchApi", hostWatch, hostWatchFields);
  grantFields(api, "EventArchiverApi", eventArchiver, eventArchiverFields);
  grantFields(api, "RehearsalCrowdApi", rehearsalCrowd, rehearsalCrowdFields);
}

function grantFields(
  api: Api,
  id: string,
  { role }: IFunction,
  fields: Readonly<Record<string, readonly string[]>>,
): void {
  if (role === undefined) throw new Error(`${id}: a function without a role`);
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
