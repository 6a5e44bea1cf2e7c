import { unauthorized } from "../errors.ts";
import type { AppSyncOptions, Authentication } from "../options.ts";
import type { Access, Credentials } from "./access.ts";
import { peekToken } from "./json-web-token.ts";
import { lambdaAuthorizer } from "./lambda-authorizer.ts";
import { authenticateSigner } from "./signature.ts";
import { authenticateUser } from "./user-pool.ts";

/** Throws a `RequestError` (401; for a bad signature the status and name that AWS gives it). */
export type Authenticate = (credentials: Credentials) => Promise<Access>;

type Of<Type extends Authentication["type"]> = Extract<Authentication, { readonly type: Type }>;

function configured(options: AppSyncOptions): ReadonlyMap<string, Authentication> {
  const all = [options.defaultAuthentication, ...options.additional];
  const byType = new Map(all.map((mode) => [mode.type, mode] as const));
  if (byType.size !== all.length) throw new Error("The local AppSync takes each authentication type once");
  return byType;
}

/** Finds the mode by the headers as AppSync does, then asks that mode. */
export function authenticator(options: AppSyncOptions, log: (line: string) => void): Authenticate {
  const modes = configured(options);
  function mode<Type extends Authentication["type"]>(type: Type): Of<Type> | undefined {
    const found = modes.get(type);
    return found?.type === type ? (found as Of<Type>) : undefined; // the map's key is the type
  }
  const apiKeys = mode("API_KEY");
  const userPool = mode("AMAZON_COGNITO_USER_POOLS");
  const iam = mode("AWS_IAM");
  const lambda = mode("AWS_LAMBDA");
  const authorizer = lambda && lambdaAuthorizer(lambda, options.apiId, options.clock, log);

  function withKey(key: string): Access {
    const known = apiKeys?.keys.find(({ id }) => id === key);
    if (!known || known.expiresAt <= options.clock()) throw unauthorized();
    return { mode: "API_KEY", identity: null, groups: [], deniedFields: [] };
  }

  async function withToken(header: string, credentials: Credentials): Promise<Access> {
    const bare = header.replace(/^Bearer\s+/i, "");
    // Beside a user pool a JWT can never be the Lambda authorizer's token.
    if (userPool && peekToken(bare))
      return authenticateUser(userPool, bare, credentials.sourceIp, options.clock);
    if (authorizer) return authorizer.authenticate(header, credentials);
    throw unauthorized(userPool ? "Unable to parse JWT token." : undefined);
  }

  return async (credentials) => {
    const { "x-api-key": key, authorization } = credentials.headers;
    if (key !== undefined) return withKey(key);
    if (!authorization) throw unauthorized("Valid authorization header not provided.");
    if (!authorization.startsWith("AWS4-HMAC-SHA256")) return withToken(authorization, credentials);
    if (!iam) throw unauthorized();
    return authenticateSigner(iam, credentials);
  };
}
