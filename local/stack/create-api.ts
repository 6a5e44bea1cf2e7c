import { readFileSync } from "node:fs";
import type { AppSync } from "../appsync/appsync.ts";
import { createAppSync } from "../appsync/appsync.ts";
import type { AppSyncOptions, Authentication, DataSource } from "../appsync/options.ts";
import type { DynamoDb } from "../aws/dynamodb/create-dynamo-db.ts";
import type { Identities } from "../aws/iam/identities.ts";
import type { Lambda } from "../aws/lambda/lambda.ts";
import type { Caller, Clock, RestRequest } from "../aws/service.ts";
import { type Assembly, record } from "../cloudformation/assembly.ts";
import type { Declared, Deployment } from "../cloudformation/deployment.ts";
import type { Faults } from "../faults/faults.ts";
import { aroundInside } from "../faults/service-error.ts";
import { list, number, object, one, text } from "./template-values.ts";

export interface ApiParts {
  readonly clock: Clock;
  readonly deployment: Deployment;
  readonly assembly: Assembly;
  readonly identities: Identities;
  readonly dynamoDb: DynamoDb;
  readonly lambda: Lambda;
  readonly faults: Faults;
  /** Claims of a token of the user pool; throws when it is not to be trusted. */
  readonly verifyUserToken: (token: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly identify: (request: RestRequest) => Caller | Promise<Caller>;
  readonly log: (line: string) => void;
}

/** The GraphQL API as the templates declare it. */
export function createApi(parts: ApiParts): AppSync {
  return createAppSync(apiOptions(parts));
}

export function apiOptions(parts: ApiParts): AppSyncOptions {
  const { deployment, assembly } = parts;
  const api = one(deployment, "AWS::AppSync::GraphQLApi");
  const schema = one(deployment, "AWS::AppSync::GraphQLSchema");
  const { properties } = api;
  return {
    clock: parts.clock,
    faults: parts.faults,
    apiId: String(api.identity.attributes["ApiId"]),
    schema: readFileSync(
      assembly.assetPath(assetKey(text(schema.properties, "DefinitionS3Location"))),
      "utf8",
    ),
    defaultAuthentication: authentication(properties, parts),
    additional: list(properties, "AdditionalAuthenticationProviders").map((provider) =>
      authentication(record(provider), parts),
    ),
    dataSources: Object.fromEntries(
      deployment
        .all("AWS::AppSync::DataSource")
        .map((declared) => [declared.identity.ref, dataSource(declared, parts)]),
    ),
    functions: Object.fromEntries(
      deployment.all("AWS::AppSync::FunctionConfiguration").map(({ identity, properties: declared }) => [
        identity.attributes["FunctionId"],
        {
          name: text(declared, "Name"),
          dataSource: text(declared, "DataSourceName"),
          ...templates(declared),
          ...codeOf(declared, assembly),
        },
      ]),
    ),
    resolvers: deployment.all("AWS::AppSync::Resolver").map(({ properties: declared }) => ({
      typeName: text(declared, "TypeName"),
      fieldName: text(declared, "FieldName"),
      kind: text(declared, "Kind") === "PIPELINE" ? ("PIPELINE" as const) : ("UNIT" as const),
      functions: list(object(declared, "PipelineConfig"), "Functions").map(String),
      ...("DataSourceName" in declared && { dataSource: text(declared, "DataSourceName") }),
      ...templates(declared),
      ...codeOf(declared, assembly),
    })),
    introspection: properties["IntrospectionConfig"] !== "DISABLED",
    queryDepthLimit: number(properties, "QueryDepthLimit", 0),
    resolverCountLimit: number(properties, "ResolverCountLimit", 0),
    log: parts.log,
  };
}

function authentication(provider: Readonly<Record<string, unknown>>, parts: ApiParts): Authentication {
  const type = text(provider, "AuthenticationType");
  switch (type) {
    case "API_KEY":
      return {
        type,
        keys: parts.deployment.all("AWS::AppSync::ApiKey").map(({ identity, properties }) => ({
          id: String(identity.attributes["ApiKey"]),
          expiresAt: number(properties, "Expires") * 1000,
        })),
      };
    case "AMAZON_COGNITO_USER_POOLS":
      return { type, verify: parts.verifyUserToken };
    case "AWS_IAM":
      return { type, identify: parts.identify };
    case "AWS_LAMBDA":
      return lambdaAuthentication(object(provider, "LambdaAuthorizerConfig"), parts);
    default:
      throw new Error(`the authentication type ${type} has no stand-in`);
  }
}

function lambdaAuthentication(config: Readonly<Record<string, unknown>>, parts: ApiParts): Authentication {
  const functionName = text(config, "AuthorizerUri").split(":").at(-1) ?? "";
  const expression = config["IdentityValidationExpression"];
  const apiArn = String(one(parts.deployment, "AWS::AppSync::GraphQLApi").identity.attributes["Arn"]);
  const appSync = parts.identities.outsider("appsync.amazonaws.com", { "aws:SourceArn": apiArn });
  return {
    type: "AWS_LAMBDA",
    ttlSeconds: number(config, "AuthorizerResultTtlInSeconds", 300),
    ...(typeof expression === "string" && expression !== "" && { identityValidationExpression: expression }),
    async authorize(event) {
      appSync.authorize("lambda:InvokeFunction", text(config, "AuthorizerUri"));
      const { payload, functionError } = await aroundInside(
        parts.faults,
        { action: "lambda:InvokeFunction", principal: "appsync.amazonaws.com" },
        () => parts.lambda.invoke(functionName, event),
      );
      if (functionError !== undefined) throw new Error(`the authorizer ${functionName} failed`);
      return payload;
    },
  };
}

function dataSource(
  { properties }: Declared,
  { identities, dynamoDb, lambda, faults }: ApiParts,
): DataSource {
  const type = text(properties, "Type");
  if (type === "NONE") return { type };
  const caller = identities.callerFor(text(properties, "ServiceRoleArn"), "APPSYNC_ASSUME_ROLE");
  if (type === "AMAZON_DYNAMODB") {
    return {
      type,
      tableName: text(object(properties, "DynamoDBConfig"), "TableName"),
      call: (operation, input) =>
        aroundInside(faults, { action: `dynamodb:${operation}`, principal: caller.arn }, () =>
          dynamoDb.call(operation, input, caller),
        ),
    };
  }
  if (type !== "AWS_LAMBDA") throw new Error(`the data source type ${type} has no stand-in`);
  const functionArn = text(object(properties, "LambdaConfig"), "LambdaFunctionArn");
  const functionName = functionArn.split(":").at(-1) ?? "";
  return {
    type,
    async invoke(payload, invocationType) {
      caller.authorize("lambda:InvokeFunction", functionArn);
      if (invocationType === "Event")
        throw new Error("Event invocations of data sources are not supported locally");
      return aroundInside(faults, { action: "lambda:InvokeFunction", principal: caller.arn }, () =>
        lambda.invoke(functionName, payload),
      );
    },
  };
}

function codeOf(
  declared: Readonly<Record<string, unknown>>,
  assembly: Assembly,
): { readonly code: string; readonly fileName?: string } {
  if ("Code" in declared) return { code: text(declared, "Code") };
  if (!("CodeS3Location" in declared)) return { code: "" };
  const fileName = assembly.assetPath(assetKey(text(declared, "CodeS3Location")));
  return { code: readFileSync(fileName, "utf8"), fileName };
}

/** Handed on so that the stand-in can refuse them: this project holds no VTL. */
function templates(declared: Readonly<Record<string, unknown>>): {
  readonly requestMappingTemplate?: string;
  readonly responseMappingTemplate?: string;
} {
  const read = (name: string): string | undefined => {
    const value = declared[name] ?? declared[`${name}S3Location`];
    return typeof value === "string" ? value : undefined;
  };
  const request = read("RequestMappingTemplate");
  const response = read("ResponseMappingTemplate");
  return {
    ...(request !== undefined && { requestMappingTemplate: request }),
    ...(response !== undefined && { responseMappingTemplate: response }),
  };
}

function assetKey(s3Location: string): string {
  return s3Location.split("/").at(-1) ?? s3Location;
}
