import type { Faults } from "../faults/faults.ts";
import type { Caller, Clock, RestRequest } from "../aws/service.ts";

interface ApiKeyAuthentication {
  readonly type: "API_KEY";
  /** `expiresAt`: milliseconds since the epoch. */
  readonly keys: readonly { readonly id: string; readonly expiresAt: number }[];
}

export interface UserPoolAuthentication {
  readonly type: "AMAZON_COGNITO_USER_POOLS";
  /** The verified claims; throws for a token that this pool did not sign, or that is expired. */
  verify(token: string): Promise<Readonly<Record<string, unknown>>>;
}

export interface IamAuthentication {
  readonly type: "AWS_IAM";
  /** The owner of a valid signature; throws an `AwsError` (403) otherwise. `path` of a connect is `/graphql/connect`. */
  identify(request: RestRequest): Caller | Promise<Caller>;
}

export interface LambdaAuthorizerEvent {
  readonly authorizationToken: string;
  readonly requestContext: {
    readonly apiId: string;
    readonly accountId: string;
    readonly requestId: string;
    readonly queryString: string;
    readonly operationName?: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  readonly requestHeaders: Readonly<Record<string, string>>;
}

export interface LambdaAuthentication {
  readonly type: "AWS_LAMBDA";
  /** The authorizer's answer as it came: `{isAuthorized, resolverContext?, deniedFields?, ttlOverride?}`; checked here. */
  authorize(event: LambdaAuthorizerEvent): Promise<unknown>;
  readonly ttlSeconds: number;
  /** A token that does not match as a whole is refused without a call. */
  readonly identityValidationExpression?: string;
}

export type Authentication =
  | ApiKeyAuthentication
  | UserPoolAuthentication
  | IamAuthentication
  | LambdaAuthentication;

/** The modes that directives can name; OPENID_CONNECT can be named but not configured here. */
export type AuthenticationMode = Authentication["type"] | "OPENID_CONNECT";

interface NoneDataSource {
  readonly type: "NONE";
}

export interface DynamoDbDataSource {
  readonly type: "AMAZON_DYNAMODB";
  readonly tableName: string;
  /** One DynamoDB operation under the data source's role, wire shapes both ways; throws `AwsError`. */
  call(operation: string, input: unknown): Promise<unknown>;
}

export interface LambdaDataSource {
  readonly type: "AWS_LAMBDA";
  /** `functionError` as in Lambda's answer (`Unhandled`): `payload` is then `{errorMessage, errorType}`. */
  invoke(
    payload: unknown,
    invocationType: "RequestResponse" | "Event",
  ): Promise<{ readonly payload: unknown; readonly functionError?: string }>;
}

export type DataSource = NoneDataSource | DynamoDbDataSource | LambdaDataSource;

/** Named only to be refused: this project holds no VTL. */
export interface MappingTemplates {
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
}

export interface FunctionConfiguration extends MappingTemplates {
  readonly name: string;
  readonly dataSource: string;
  readonly code: string;
  readonly fileName?: string | undefined;
}

export interface ResolverConfiguration extends MappingTemplates {
  readonly typeName: string;
  readonly fieldName: string;
  readonly kind: "PIPELINE" | "UNIT";
  /** Ids of `AppSyncOptions.functions`, in order. */
  readonly functions: readonly string[];
  readonly dataSource?: string | undefined;
  readonly code: string;
  readonly fileName?: string | undefined;
}

export interface AppSyncOptions {
  readonly clock: Clock;
  readonly apiId: string;
  /** SDL with `@aws_*` directives. */
  readonly schema: string;
  readonly defaultAuthentication: Authentication;
  readonly additional: readonly Authentication[];
  readonly dataSources: Readonly<Record<string, DataSource>>;
  readonly functions: Readonly<Record<string, FunctionConfiguration>>;
  readonly resolvers: readonly ResolverConfiguration[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly introspection: boolean;
  /** 0 = no limit. */
  readonly queryDepthLimit: number;
  /** 0 = AppSync's own limit of 10,000. */
  readonly resolverCountLimit: number;
  /** How long a request may take, in milliseconds; AppSync: 30,000. */
  readonly requestTimeoutMs?: number;
  /** Every how many milliseconds `ka` goes out; AppSync: 60,000. */
  readonly keepAliveMs?: number;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
  /** Console output of resolvers and faults of this stand-in, one line each; standard error unless given. */
  readonly log?: (line: string) => void;
}
