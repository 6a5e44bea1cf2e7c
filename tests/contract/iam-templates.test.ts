import { beforeAll, describe, expect, test } from "vitest";
import { createIdentities, type Identities } from "../../local/aws/iam/identities.ts";
import {
  type Assembly,
  readAssembly,
  type Resource,
  type Stack,
} from "../../local/cloudformation/assembly.ts";
import { type Deployment, deploy } from "../../local/cloudformation/deployment.ts";
import { addRoles, policiesOfRoles } from "../../local/stack/add-roles.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { clone } from "../fixtures/clone.ts";

let assembly: Assembly;
let deployment: Deployment;
let identities: Identities;
beforeAll(async () => {
  const { directory } = await synthesise(clone);
  assembly = readAssembly(directory);
  deployment = deploy(assembly, { aws: "http://127.0.0.1:1" });
  identities = createIdentities();
  addRoles(deployment, identities);
}, 120_000);

const arnOf = (type: string, name: RegExp): string => {
  const found = deployment.all(type).find(({ identity }) => name.test(identity.ref));
  if (found === undefined) throw new Error(`no ${type} ${name}`);
  return String(found.identity.attributes["Arn"]);
};
const role = (name: RegExp): string => arnOf("AWS::IAM::Role", name);
const photos = (): string => arnOf("AWS::S3::Bucket", /^photosbucket/);
const distribution = (): string => {
  const [cdn] = deployment.all("AWS::CloudFront::Distribution");
  return `arn:aws:cloudfront::123456789012:distribution/${cdn?.identity.ref}`;
};

/** The assembly with every resource changed by `change`; undefined leaves it out. */
function changed(change: (resource: Resource, id: string) => Resource | undefined): Deployment {
  const rebuild = (stack: Stack): Stack => {
    const resources = [...stack.resources].flatMap(([id, resource]) => {
      const kept = change(resource, id);
      return kept ? [[id, kept] as const] : [];
    });
    const children = new Map([...stack.children].map(([id, child]) => [id, rebuild(child)]));
    return { ...stack, resources: new Map(resources), children };
  };
  return deploy({ ...assembly, root: rebuild(assembly.root) }, { aws: "http://127.0.0.1:1" });
}

describe("the conditions that occur in our templates", () => {
  test("are these, and each is evaluated", () => {
    const found = new Set<string>();
    const collect = (condition: object): void => {
      for (const [operator, keys] of Object.entries(condition))
        for (const key of Object.keys(Object(keys))) found.add(`${operator} ${key}`);
    };
    const look = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("Condition" in value) collect(Object(value.Condition));
      Object.values(value).forEach(look);
    };
    for (const type of ["IAM::Role", "IAM::Policy", "S3::BucketPolicy", "SQS::QueuePolicy"])
      for (const { properties } of deployment.all(`AWS::${type}`)) look(properties);
    expect([...found].toSorted()).toEqual([
      "Bool aws:SecureTransport",
      "ForAnyValue:StringLike cognito-identity.amazonaws.com:amr",
      "StringEquals AWS:SourceArn",
      // The schedule's role: who may take it.
      "StringEquals aws:SourceAccount",
      "StringEquals aws:SourceArn",
      "StringEquals cognito-identity.amazonaws.com:aud",
      "StringLike s3:prefix",
    ]);
  });
});

describe("a role's trust", () => {
  test("lets Lambda take a function's role and nobody else", () => {
    for (const name of [/^linewebhook/, /^lineworker/, /^guestsession/, /^guestauthorizer/, /^hostactions/]) {
      expect(() => identities.checkTrust(role(name), "lambda.amazonaws.com")).not.toThrow();
      for (const other of ["appsync.amazonaws.com", "ec2.amazonaws.com", "sqs.amazonaws.com"])
        expect(() => identities.checkTrust(role(name), other)).toThrow(`cannot be assumed by ${other}`);
    }
  });

  test("lets AppSync take a table's role and nobody else", () => {
    expect(() => identities.checkTrust(role(/^GuestIAMRole/), "appsync.amazonaws.com")).not.toThrow();
    expect(() => identities.checkTrust(role(/^GuestIAMRole/), "lambda.amazonaws.com")).toThrow("cannot be");
  });

  test("is checked when the stack starts", () => {
    const other = changed((resource, id) => {
      if (!id.startsWith("lineworkerlambdaServiceRole") || resource.type !== "AWS::IAM::Role")
        return resource;
      const text = JSON.stringify(resource.properties).replace("lambda.amazonaws.com", "ec2.amazonaws.com");
      return { ...resource, properties: JSON.parse(text) as Resource["properties"] };
    });
    expect(() => addRoles(other, createIdentities())).toThrow("cannot be assumed by lambda.amazonaws.com");
  });
});

describe("what resources say themselves", () => {
  const secure = { "aws:SecureTransport": "false" };

  test("the photos' bucket and all queues refuse what is not encrypted, even to their own worker", () => {
    const worker = identities.callerFor(role(/^lineworker/));
    const object = `${photos()}/originals/a.jpg`;
    expect(() => worker.authorize("s3:PutObject", object)).not.toThrow();
    expect(() => worker.authorize("s3:PutObject", object, secure)).toThrow(
      `is not authorized to perform: s3:PutObject on resource: ${object} with an explicit deny in a resource-based policy`,
    );
    expect(() => identities.administrator.caller.authorize("s3:GetObject", object, secure)).toThrow(
      "explicit deny",
    );
    const queues = deployment
      .all("AWS::SQS::Queue")
      .map(({ identity }) => String(identity.attributes["Arn"]));
    expect(queues).toHaveLength(12);
    for (const queue of queues) {
      const administrator = identities.administrator.caller;
      expect(() => administrator.authorize("sqs:ReceiveMessage", queue)).not.toThrow();
      expect(() => administrator.authorize("sqs:ReceiveMessage", queue, secure)).toThrow("explicit deny");
    }
  });

  test("the bucket lets its own distribution read and no other, nothing else, and nobody else", () => {
    const cdn = (arn: string) => identities.outsider("cloudfront.amazonaws.com", { "AWS:SourceArn": arn });
    const object = `${photos()}/public/p/1.jpg`;
    expect(() => cdn(distribution()).authorize("s3:GetObject", object)).not.toThrow();
    expect(() => cdn(`${distribution()}X`).authorize("s3:GetObject", object)).toThrow(
      `User: cloudfront.amazonaws.com is not authorized to perform: s3:GetObject on resource: ${object} because no resource-based policy allows the s3:GetObject action`,
    );
    expect(() => cdn(distribution()).authorize("s3:PutObject", object)).toThrow("no resource-based policy");
    expect(() => cdn(distribution()).authorize("s3:GetObject", "arn:aws:s3:::other/x")).toThrow(
      "no resource",
    );
    expect(() => identities.outsider(undefined).authorize("s3:GetObject", object)).toThrow("User: anonymous");
    expect(() => identities.callerFor(role(/^linewebhook/)).authorize("s3:GetObject", object)).toThrow(
      "no identity-based policy allows the s3:GetObject action",
    );
  });

  test("AppSync may call the authorizer, and no other function of itself", () => {
    const appSync = identities.outsider("appsync.amazonaws.com");
    const functions = (name: string) => arnOf("AWS::Lambda::Function", new RegExp(`^${name}$`));
    expect(() => appSync.authorize("lambda:InvokeFunction", functions("guest-authorizer"))).not.toThrow();
    for (const name of ["guest-session", "host-actions", "host-watch", "line-worker", "line-webhook"])
      expect(() => appSync.authorize("lambda:InvokeFunction", functions(name))).toThrow("no resource-based");
    // The session function is called in the name of its data source's role.
    const source = identities.callerFor(role(/guestSessionServiceRole/));
    expect(() => source.authorize("lambda:InvokeFunction", functions("guest-session"))).not.toThrow();
    for (const other of ["guest-authorizer", "host-actions", "host-watch"])
      expect(() => source.authorize("lambda:InvokeFunction", functions(other))).toThrow("no identity-based");
  });

  test("anybody may call the webhook by its URL and by nothing else", () => {
    const webhook = arnOf("AWS::Lambda::Function", /^line-webhook$/);
    const byUrl = identities.outsider(undefined, {
      "lambda:FunctionUrlAuthType": "NONE",
      "lambda:InvokedViaFunctionUrl": "true",
    });
    expect(() => byUrl.authorize("lambda:InvokeFunctionUrl", webhook)).not.toThrow();
    expect(() => identities.outsider(undefined).authorize("lambda:InvokeFunction", webhook)).toThrow(
      "User: anonymous is not authorized to perform: lambda:InvokeFunction",
    );
    const worker = arnOf("AWS::Lambda::Function", /^line-worker$/);
    expect(() => byUrl.authorize("lambda:InvokeFunctionUrl", worker)).toThrow("User: anonymous");
  });

  test("a function URL that nobody may call stops the start", () => {
    const closed = changed((resource) =>
      resource.type === "AWS::Lambda::Permission" ? undefined : resource,
    );
    expect(() => addRoles(closed, createIdentities())).toThrow("lambda:InvokeFunctionUrl");
  });
});

describe("rights of functions", () => {
  const api = (): string => arnOf("AWS::AppSync::GraphQLApi", /./);

  test("name single fields of the API", () => {
    const session = identities.callerFor(role(/^guestsession/));
    const field = (name: string) => `${api()}/types/${name.replace(".", "/fields/")}`;
    expect(() => session.authorize("appsync:GraphQL", field("Query.guest"))).not.toThrow();
    for (const name of ["Query.guests", "Query.rankingPage", "Mutation.guest", "Mutation.saveGuest"])
      expect(() => session.authorize("appsync:GraphQL", field(name))).toThrow(
        `on resource: ${field(name)} because no identity-based policy allows the appsync:GraphQL action`,
      );
    expect(() => session.authorize("appsync:GraphQL", `${api()}/*`)).toThrow("no identity-based");
  });

  test("end where the worker's end", () => {
    const worker = identities.callerFor(role(/^lineworker/));
    const refused: readonly (readonly [string, string])[] = [
      ["s3:GetObject", `${photos()}/public/p.jpg`],
      ["s3:PutObject", `${photos()}/elsewhere/p.jpg`],
      ["s3:ListBucket", photos()],
      ["cloudfront:CreateInvalidation", `${distribution()}X`],
      ["rekognition:SearchFacesByImage", "*"],
      ["sqs:SendMessage", arnOf("AWS::SQS::Queue", /PhotoQueue/)],
      ["sqs:PurgeQueue", arnOf("AWS::SQS::Queue", /ChatQueue/)],
      ["dynamodb:GetItem", "arn:aws:dynamodb:ap-northeast-1:123456789012:table/x"],
    ];
    for (const [action, resource] of refused)
      expect(() => worker.authorize(action, resource)).toThrow(`not authorized to perform: ${action}`);
  });

  test("of users who signed in are none: nobody gets keys of the account", () => {
    const policies = policiesOfRoles(deployment);
    for (const name of ["authenticatedUser", "unauthenticatedUser", "hostsGroup", "nobodyGroup"]) {
      const [of] = [...policies.keys()].filter((one) => one.includes(name));
      expect(policies.get(of ?? "")).toEqual([]);
    }
  });
});
