import { createHash } from "node:crypto";
import { ACCOUNT_ID, REGION } from "../aws/service.ts";
import { record, type Resource } from "./assembly.ts";

/** What `Ref` gives for a resource and what its attributes are, before anything is started. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Addresses of the running stand-ins that identities contain. */
export interface Origins {
  /** `http://127.0.0.1:PORT` of the AWS gateway. */
  readonly aws: string;
}

interface Subject {
  readonly logicalId: string;
  /** Stable across restarts: the resource's whole path. */
  readonly path: string;
  /** Resolved properties. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly origins: Origins;
}

const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT_ID}:${rest}`;

/** Random-looking but the same on every start, so that stored rows and files keep their owners. */
function token(path: string, length: number, alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"): string {
  const bytes = createHash("sha256").update(path).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index % 32] ?? 0) % alphabet.length]).join("");
}

const named = (subject: Subject, property: string): string => {
  const given = subject.properties[property];
  return typeof given === "string" ? given : subject.logicalId;
};

/** What Amplify tags a function with: `line-webhook` reads better in a log than a logical id. */
function friendlyName(subject: Subject): string | undefined {
  const tags = Array.isArray(subject.properties["Tags"]) ? subject.properties["Tags"] : [];
  const tag: unknown = tags.map(record).find((candidate) => candidate["Key"] === "amplify:friendly-name");
  const value = record(tag)["Value"];
  // Providers inside the API's stack carry the API's name; a function's own logical id begins with its name.
  const isOwnName =
    typeof value === "string" && subject.logicalId.startsWith(`${value.replaceAll("-", "")}lambda`);
  return isOwnName ? value : undefined;
}

const identityOf: Readonly<Record<string, (subject: Subject) => Identity>> = {
  "AWS::IAM::Role": (subject) => {
    const name = named(subject, "RoleName");
    return {
      ref: name,
      attributes: { Arn: `arn:aws:iam::${ACCOUNT_ID}:role/${name}`, RoleId: token(name, 21) },
    };
  },
  "AWS::Lambda::Function": (subject) => {
    const name = friendlyName(subject) ?? named(subject, "FunctionName");
    return { ref: name, attributes: { Arn: arn("lambda", `function:${name}`) } };
  },
  "AWS::Lambda::Url": (subject) => {
    const target = String(subject.properties["TargetFunctionArn"]);
    const url = `${subject.origins.aws}/_url/${target.split(":").at(-1) ?? ""}/`;
    return { ref: target, attributes: { FunctionArn: target, FunctionUrl: url } };
  },
  "AWS::SQS::Queue": (subject) => {
    const name = named(subject, "QueueName");
    return {
      ref: `${subject.origins.aws}/${ACCOUNT_ID}/${name}`,
      attributes: { Arn: arn("sqs", name), QueueName: name },
    };
  },
  "AWS::S3::Bucket": (subject) => {
    const given = subject.properties["BucketName"];
    const name = typeof given === "string" ? given : subject.logicalId.toLowerCase();
    const attributes = {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${REGION}.amazonaws.com`,
    };
    return { ref: name, attributes };
  },
  "AWS::Cognito::UserPool": (subject) => {
    const id = `${REGION}_${token(subject.path, 9, "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789")}`;
    const provider = `cognito-idp.${REGION}.amazonaws.com/${id}`;
    const attributes = {
      Arn: arn("cognito-idp", `userpool/${id}`),
      ProviderName: provider,
      ProviderURL: `https://${provider}`,
      UserPoolId: id,
    };
    return { ref: id, attributes };
  },
  "AWS::Cognito::UserPoolClient": (subject) => {
    const id = token(subject.path, 26);
    return { ref: id, attributes: { ClientId: id } };
  },
  "AWS::Cognito::IdentityPool": (subject) => {
    const hex = token(subject.path, 32, "0123456789abcdef");
    const id = `${REGION}:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    return { ref: id, attributes: {} };
  },
  "AWS::AppSync::GraphQLApi": (subject) => {
    const id = token(subject.path, 26);
    const attributes = {
      ApiId: id,
      Arn: arn("appsync", `apis/${id}`),
      GraphQLUrl: `${subject.origins.aws}/graphql`,
      RealtimeUrl: `${subject.origins.aws.replace("http", "ws")}/graphql/realtime`,
    };
    return { ref: attributes.Arn, attributes };
  },
  "AWS::AppSync::ApiKey": (subject) => {
    const key = `da2-${token(subject.path, 26)}`;
    return { ref: key, attributes: { ApiKey: key, ApiKeyId: key } };
  },
  "AWS::AppSync::DataSource": (subject) => ({
    ref: named(subject, "Name"),
    attributes: { Name: named(subject, "Name") },
  }),
  "AWS::AppSync::FunctionConfiguration": (subject) => ({
    ref: subject.logicalId,
    attributes: { FunctionId: subject.logicalId, Name: named(subject, "Name") },
  }),
  "Custom::AmplifyDynamoDBTable": (subject) => {
    const name = String(subject.properties["tableName"]);
    return {
      ref: name,
      attributes: {
        TableArn: arn("dynamodb", `table/${name}`),
        TableStreamArn: arn("dynamodb", `table/${name}/stream/0`),
      },
    };
  },
  "AWS::CloudWatch::Alarm": (subject) => {
    const name = named(subject, "AlarmName");
    return { ref: name, attributes: { Arn: arn("cloudwatch", `alarm:${name}`) } };
  },
  "AWS::SSM::Parameter": (subject) => ({
    ref: named(subject, "Name"),
    attributes: { Type: "String", Value: String(subject.properties["Value"]) },
  }),
  "AWS::CloudFront::OriginAccessControl": (subject) => ({
    ref: subject.logicalId,
    attributes: { Id: token(subject.path, 14).toUpperCase() },
  }),
  "Custom::CDKBucketDeployment": (subject) => ({
    ref: subject.logicalId,
    attributes: {
      DestinationBucketArn: `arn:aws:s3:::${String(subject.properties["DestinationBucketName"])}`,
    },
  }),
  "AWS::CloudFront::Distribution": (subject) => {
    const id = `E${token(subject.path, 13, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`;
    return { ref: id, attributes: { Id: id, DomainName: `${token(id, 14)}.cloudfront.net` } };
  },
};

/** Identity of a resource; anything without a rule of its own is known by its logical id. */
export function identify(resource: Resource, subject: Subject): Identity {
  const rule = identityOf[resource.type];
  return rule === undefined ? { ref: subject.logicalId, attributes: {} } : rule(subject);
}
