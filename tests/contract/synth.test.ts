import { statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type Assembly,
  readAssembly,
  record,
  type Resource,
  type Stack,
} from "../../local/cloudformation/assembly.ts";
import { isMeasured } from "../../local/aws/cloudwatch/metric.ts";
import { type Deployment, deploy } from "../../local/cloudformation/deployment.ts";
import { operations } from "../../functions/shared/adapters/ceremony-operations.ts";
import { endingOperations } from "../../functions/shared/adapters/ending-operations.ts";
import { eventOperations } from "../../functions/shared/adapters/event-operations.ts";
import { hostOperations } from "../../functions/shared/adapters/host-operations.ts";
import { inertTypes, runningTypes } from "../../local/stack/inert-types.ts";
import { checkTemplates } from "../../local/synth/check-templates.ts";
import { mailTemplates } from "../../local/stack/mail-templates.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { LEAST_LENGTH, type PasswordRule, passwordRules } from "../../src/host/sign-in/password-rules.ts";
import { clone } from "../fixtures/clone.ts";

const isAsked = (rule: PasswordRule): boolean => passwordRules.includes(rule);

let assembly: Assembly;
let directory: string;
let output: string;
let deployment: Deployment;
/** When the templates were made: an unchanged backend keeps its old ones, and its key was made then. */
let nowS: number;

beforeAll(async () => {
  ({ directory, output } = await synthesise(clone));
  nowS = statSync(join(directory, "manifest.json")).mtimeMs / 1000;
  assembly = readAssembly(directory);
  deployment = deploy(assembly, { aws: "http://127.0.0.1:1" });
});

/** The assembly with one more resource at its top. */
function withResource(id: string, resource: Resource): Assembly {
  const root: Stack = { ...assembly.root, resources: new Map([...assembly.root.resources, [id, resource]]) };
  return { ...assembly, root };
}

const check = (changed: Assembly, text = output): string[] => checkTemplates(directory, changed, text, nowS);
const role = (statement: object): Resource => ({
  type: "AWS::IAM::Policy",
  properties: { PolicyDocument: { Statement: [statement] } },
});

describe("npm run synth", () => {
  test("finds nothing wrong", () => {
    expect(check(assembly)).toEqual([]);
  });

  test("refuses a circle of stacks", () => {
    expect(check(assembly, "warning F3004 Circular Dependencies")).toEqual([
      expect.stringContaining("F3004"),
    ]);
  });

  test("refuses a VTL resolver", () => {
    const resolver = { type: "AWS::AppSync::Resolver", properties: { RequestMappingTemplate: "{}" } };
    expect(check(withResource("Old", resolver))).toEqual([expect.stringContaining("VTL")]);
  });

  test.each([7, 364])("refuses an API key of %i days", (days) => {
    const key = { type: "AWS::AppSync::ApiKey", properties: { Expires: nowS + days * 86_400 } };
    expect(check(withResource("Key", key))).toEqual([expect.stringContaining(`ends in ${days} days`)]);
  });

  test("refuses a wildcard action and a wildcard resource", () => {
    const wildAction = role({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::photos/x" });
    const wildResource = role({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
    expect(check(withResource("A", wildAction))).toEqual([expect.stringContaining("s3:*")]);
    expect(check(withResource("B", wildResource))).toEqual([expect.stringContaining('every resource ("*")')]);
  });

  test("lets the worker's own policy and a bucket's policy have no more than their exception", () => {
    const worker = "lineworkerlambdaServiceRoleDefaultPolicy1";
    const all = role({ Effect: "Allow", Action: ["rekognition:*", "s3:GetObject"], Resource: "*" });
    expect(check(withResource(worker, all))).toEqual([
      expect.stringContaining("wildcard action rekognition:*"),
      expect.stringContaining('every resource ("*")'),
    ]);
    const open = role({
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "s3:Get*",
      Resource: "arn:aws:s3:::x",
    });
    expect(check(withResource("XBucketPolicy", { ...open, type: "AWS::S3::BucketPolicy" }))).toEqual([
      expect.stringContaining("wildcard action s3:Get*"),
    ]);
  });
});

describe("the templates", () => {
  const all = (type: string): readonly Record<string, unknown>[] =>
    deployment.all(type).map(({ properties }) => ({ ...properties }));

  test("hold nothing that the local stack does not know", () => {
    const unknown = [...deployment.types].filter((type) => !runningTypes.has(type) && !inertTypes.has(type));
    expect(unknown).toEqual([]);
  });

  test("close self sign-up and the identity pool's guests", () => {
    expect(all("AWS::Cognito::UserPool")).toMatchObject([
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    ]);
    expect(all("AWS::Cognito::IdentityPool")).toMatchObject([{ AllowUnauthenticatedIdentities: false }]);
  });

  test("write hosts' mails in their words, with the password, the code and the name in their places", () => {
    const [pool = {}] = all("AWS::Cognito::UserPool");
    const { invitation, "reset-code": code } = mailTemplates(pool);
    expect(invitation?.subject).toContain("ご招待");
    expect(invitation?.body.match(/\{[^}]*\}/g)).toEqual(["{####}", "{username}"]);
    expect(code?.subject).toContain("コード");
    expect(code?.body.match(/\{[^}]*\}/g)).toEqual(["{####}"]);
  });

  test("ask of a password what the host's page ticks off", () => {
    const [pool = {}] = all("AWS::Cognito::UserPool");
    expect(record(record(pool["Policies"])["PasswordPolicy"])).toEqual({
      MinimumLength: LEAST_LENGTH,
      RequireLowercase: isAsked("lower"),
      RequireUppercase: isAsked("upper"),
      RequireNumbers: isAsked("digit"),
      RequireSymbols: isAsked("symbol"),
    });
  });

  test("let the API reveal nothing and limit its depth", () => {
    expect(all("AWS::AppSync::GraphQLApi")).toMatchObject([
      { IntrospectionConfig: "DISABLED", QueryDepthLimit: 6 },
    ]);
  });

  test("give every product function its memory, timeout and concurrency", () => {
    const functions = deployment
      .all("AWS::Lambda::Function")
      .filter(({ identity }) => /^(line|guest|host|event|rehearsal)-/.test(identity.ref))
      .map(({ identity, properties }) => [
        identity.ref,
        properties["MemorySize"],
        properties["Timeout"],
        properties["ReservedConcurrentExecutions"],
      ]);
    expect(functions.toSorted()).toEqual([
      ["event-archiver", 1024, 300, 2],
      ["event-keeper", 256, 60, 1],
      ["guest-actions", 256, 10, 10],
      ["guest-authorizer", 256, 5, 50],
      ["guest-session", 256, 10, 20],
      ["host-actions", 256, 10, 5],
      ["host-watch", 256, 28, 5],
      ["line-webhook", 256, 5, 300],
      ["line-worker", 2048, 60, 25],
      ["rehearsal-crowd", 1769, 60, 2],
    ]);
  });

  test("keep a message invisible for six timeouts of the worker and give up after eight tries", () => {
    const sources = deployment
      .all("AWS::SQS::Queue")
      .filter(({ properties }) => "RedrivePolicy" in properties);
    expect(sources).toHaveLength(6);
    const everyMapping = all("AWS::Lambda::EventSourceMapping");
    for (const { identity, properties } of sources) {
      const arn = identity.attributes["Arn"];
      const consumer = everyMapping.find(({ EventSourceArn }) => EventSourceArn === arn)?.["FunctionName"];
      const [timeoutS] = deployment
        .all("AWS::Lambda::Function")
        .filter((one) => one.identity.ref === consumer)
        .map((one) => Number(one.properties["Timeout"]));
      expect(properties["VisibilityTimeout"], String(arn)).toBeGreaterThanOrEqual(6 * (timeoutS ?? Infinity));
      expect(record(properties["RedrivePolicy"])["maxReceiveCount"]).toBe(8);
    }
    const mappings = everyMapping.filter(({ FunctionName }) => FunctionName === "line-worker");
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({
        FunctionResponseTypes: ["ReportBatchItemFailures"],
      });
    }
    // With fewer instances than that a queue's messages would be counted as tried while nobody had a place for them.
    const [worker] = deployment
      .all("AWS::Lambda::Function")
      .filter(({ identity }) => identity.ref === "line-worker");
    const instances = mappings.map((mapping) =>
      Number(record(mapping["ScalingConfig"])["MaximumConcurrency"]),
    );
    expect(instances.toSorted()).toEqual([10, 5, 5, 5]);
    expect(worker?.properties["ReservedConcurrentExecutions"]).toBe(
      instances.reduce((sum, one) => sum + one, 0),
    );
  });

  test("ring for each queue, function, the API and the reading, and where nothing happens all is well", () => {
    const alarms = all("AWS::CloudWatch::Alarm");
    const names = alarms.map(({ AlarmName }) => String(AlarmName).replace(/^egao-[^-]+-[^-]+-/, ""));
    for (const queue of ["photos", "chat", "orders", "reminders", "exports", "rehearsals"])
      expect(names).toEqual(expect.arrayContaining([`${queue}-waiting`, `${queue}-dead-letters`]));
    for (const { identity } of deployment.all("AWS::Lambda::Function")) {
      if (!/^(line|guest|host|event|rehearsal)-/.test(identity.ref)) continue;
      expect(names).toEqual(expect.arrayContaining([`${identity.ref}-errors`, `${identity.ref}-throttles`]));
    }
    expect(names).toEqual(
      expect.arrayContaining(["api-errors", "DetectFaces-throttled", "line-quota", "line-webhook-busy"]),
    );
    expect(new Set(names).size).toBe(alarms.length);
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ TreatMissingData: "notBreaching" });
      expect(String(alarm["AlarmDescription"])).not.toBe("");
      expect(isMeasured(metricOf(alarm))).toBe(true);
    }
  });

  /** As the local stand-in of CloudWatch reads it. */
  const metricOf = (alarm: Record<string, unknown>) => {
    const dimensions = Array.isArray(alarm["Dimensions"]) ? alarm["Dimensions"].map(record) : [];
    return {
      namespace: String(alarm["Namespace"]),
      name: String(alarm["MetricName"]),
      dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [String(Name), String(Value)])),
    };
  };

  const photosBucket = () =>
    deployment.all("AWS::S3::Bucket").find(({ identity }) => identity.ref.startsWith("photos"));

  test("P10, X1: end archives after a day, exports after seven, and uploads that broke off", () => {
    expect(photosBucket()?.properties["LifecycleConfiguration"]).toEqual({
      Rules: [
        expect.objectContaining({
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          Status: "Enabled",
        }),
        expect.objectContaining({ Prefix: "exports/", ExpirationInDays: 1, Status: "Enabled" }),
        expect.objectContaining({ Prefix: "rehearsal/", ExpirationInDays: 1, Status: "Enabled" }),
        expect.objectContaining({ Prefix: "event-exports/", ExpirationInDays: 7, Status: "Enabled" }),
      ],
    });
  });

  test("keep the photos' bucket private", () => {
    const photos = photosBucket();
    expect(photos?.properties["CorsConfiguration"]).toBeUndefined();
    const policies = all("AWS::S3::BucketPolicy").filter(
      (policy) => policy["Bucket"] === photos?.identity.ref,
    );
    const statements = policies.flatMap((policy) => {
      const { Statement: statement } = record(policy["PolicyDocument"]);
      return Array.isArray(statement) ? statement.map(record) : [];
    });
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    );
    const allowed = statements.filter(({ Effect }) => Effect === "Allow").map(({ Principal }) => Principal);
    expect(JSON.stringify(allowed)).not.toContain('"AWS":"*"');
  });

  /** Fields of the API that a function's role may call. */
  const fieldsOf = (functionName: RegExp): readonly string[] =>
    all("AWS::IAM::Policy")
      .filter(
        ({ Roles: roles }) => Array.isArray(roles) && roles.some((name) => functionName.test(String(name))),
      )
      .flatMap((policy) => {
        const { Statement: statement } = record(policy["PolicyDocument"]);
        return Array.isArray(statement) ? statement.map(record) : [];
      })
      .filter(({ Action }) => Action === "appsync:GraphQL")
      .flatMap(({ Resource: resources }) => (Array.isArray(resources) ? resources.map(String) : []))
      .map((field) => field.replace(/^.*\/types\//, ""))
      .toSorted();
  const named = (
    called: readonly { readonly field: string; readonly document: string }[],
  ): readonly string[] =>
    [
      ...new Set(
        called.map(
          ({ field, document }) =>
            `${document.startsWith("mutation") ? "Mutation" : "Query"}/fields/${field}`,
        ),
      ),
    ].toSorted();

  test("give the worker and the hosts' actions these fields of the API and no others", () => {
    const { job, guestsOfEvent, saveJob, publishJob, auditOfEvent, ...ofHosts } = hostOperations;
    const { auditEntry, saveAudit } = hostOperations;
    const { eventsInState: _events, hasPhotos: _photos, ...ofEndings } = endingOperations;
    const ofJobs = [job, guestsOfEvent, saveJob, publishJob];
    const ofTrails = [auditEntry, auditOfEvent, saveAudit];
    expect(fieldsOf(/lineworker/)).toEqual(
      named([...Object.values(operations), ...Object.values(ofEndings), ...ofJobs, ...ofTrails]),
    );
    // Both read the event.
    const { event: _event, ...ofEvents } = eventOperations;
    expect(fieldsOf(/hostactions/)).toEqual(
      named([...Object.values(ofHosts), ...Object.values(ofEvents), job, saveJob, operations.photosOfEvent]),
    );
    expect(fieldsOf(/eventarchiver/)).toEqual([
      "Mutation/fields/publishJob",
      "Mutation/fields/saveJob",
      "Query/fields/auditOfEvent",
      "Query/fields/event",
      "Query/fields/guest",
      "Query/fields/guestsOfEvent",
      "Query/fields/job",
      "Query/fields/photo",
      "Query/fields/photosOfEvent",
    ]);
    expect(fieldsOf(/guestactions/)).toEqual([
      "Mutation/fields/saveJob",
      "Mutation/fields/saveLeaving",
      "Mutation/fields/saveWish",
      "Query/fields/event",
      "Query/fields/guest",
      "Query/fields/job",
      "Query/fields/photo",
    ]);
    expect(fieldsOf(/hostwatch/)).toEqual([
      "Mutation/fields/saveAudit",
      "Query/fields/delivery",
      "Query/fields/guest",
      "Query/fields/photoById",
    ]);
  });
});
