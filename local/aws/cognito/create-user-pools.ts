import { toldOfFullDisk } from "../../faults/disk-full.ts";
import { Disk } from "../../faults/disk.ts";
import type { GatewayJsonService } from "../gateway/gateway-service.ts";
import type { Clock } from "../service.ts";
import { AwsError, REGION } from "../service.ts";
import { TokenCut } from "../../faults/token-cut.ts";
import { Challenges } from "./challenges.ts";
import type { Context } from "./context.ts";
import { FailedAttempts } from "./failed-attempts.ts";
import { decodeToken } from "./json-web-token.ts";
import type { Claims } from "./json-web-token.ts";
import { operations, unsignedOperations } from "./operations.ts";
import { Outbox } from "./outbox.ts";
import type { OutboxMail } from "./outbox.ts";
import { Pool } from "./pool.ts";
import type { PoolOptions } from "./pool-options.ts";
import { PoolFile } from "./pool-state.ts";
import { type AuthenticationResult, signIn } from "./issue-tokens.ts";
import { createSigningKeys, publicJwks } from "./signing-keys.ts";
import type { JsonWebKey } from "./signing-keys.ts";
import { verifyToken } from "./verify-token.ts";

export interface UserPoolsOptions {
  readonly clock: Clock;
  /** Where people and keys survive a restart; without it they live in memory. */
  readonly directory?: string;
  /** Before the pool's id in `iss`; AWS's own unless given, so that vendors' verifiers accept the tokens. */
  readonly issuerOrigin?: string;
  /** Told of each mail that Cognito would have sent. */
  readonly onMail?: (mail: OutboxMail) => void;
  /** The disk with that directory; one that is never full when left out. */
  readonly disk?: Disk;
}

export interface UserPools extends GatewayJsonService {
  /** Makes or updates a pool; its people and keys stay. */
  createUserPool(options: PoolOptions): Promise<void>;
  /** The public keys of a pool; undefined when there is no such pool. */
  jwks(poolId: string): { readonly keys: readonly JsonWebKey[] } | undefined;
  /** The OpenID configuration of a pool; undefined when there is no such pool. */
  openIdConfiguration(poolId: string): object | undefined;
  /**
   * Claims of an ID or access token of any pool, or of the given one. Rejects with an `AwsError` (401). As on AWS a
   * revoked token passes here until it expires; Cognito's own operations refuse it.
   */
  verify(token: string, poolId?: string): Promise<Claims>;
  /** Tokens without a password, for what the start of the stack does in a host's name. Throws as Cognito does. */
  signInAs(poolId: string, clientId: string, username: string): AuthenticationResult;
  /**
   * All access and ID tokens count as expired from now on; refresh tokens stay. Returns how many sign-ins go on and so
   * may hold some.
   */
  expireTokens(): number;
  /** Mails that Cognito would have sent, newest last. */
  outbox(): readonly OutboxMail[];
}

/** Cognito user pools: SRP sign-in, tokens and administration. */
export function createUserPools(options: UserPoolsOptions): UserPools {
  const {
    clock,
    directory,
    disk = new Disk(),
    issuerOrigin = `https://cognito-idp.${REGION}.amazonaws.com`,
  } = options;
  const pools = new Map<string, Pool>();
  const outbox = new Outbox(options.onMail);
  const context: Context = {
    clock,
    issuerOrigin,
    tokenCut: new TokenCut(),
    pools,
    outbox,
    challenges: new Challenges(clock),
    attempts: new FailedAttempts(clock),
  };
  return {
    targetPrefix: "AWSCognitoIdentityProviderService",
    protocol: "json-1.1",
    signingName: "cognito-idp",
    operations: Object.keys(operations),
    unsignedOperations,
    async call(operation, input, caller) {
      const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (run) return toldOfFullDisk("InternalErrorException", () => run(context, input, caller));
      throw new AwsError("UnknownOperationException", `Cognito's ${operation} is not available locally`);
    },
    async createUserPool(pool) {
      const file = new PoolFile(directory, pool.poolId, disk);
      pools.set(pool.poolId, await openPool(pool, pools.get(pool.poolId), file, clock));
    },
    jwks(poolId) {
      const pool = pools.get(poolId);
      return pool && publicJwks(pool.keys);
    },
    openIdConfiguration(poolId) {
      return pools.has(poolId) ? openIdConfiguration(`${issuerOrigin}/${poolId}`) : undefined;
    },
    async verify(token, poolId) {
      const issuer = decodeToken(token)?.claims["iss"];
      const id = poolId ?? (typeof issuer === "string" ? issuer.slice(issuer.lastIndexOf("/") + 1) : "");
      const pool = pools.get(id);
      if (!pool) throw new AwsError("NotAuthorizedException", "The token is of no known user pool", 401);
      return verifyToken(context, pool, token);
    },
    signInAs(poolId, clientId, username) {
      const pool = pools.get(poolId);
      const client = pool?.client(clientId);
      if (!pool || !client)
        throw new AwsError("ResourceNotFoundException", `No client ${clientId} of ${poolId}`);
      return signIn(context, pool, client, pool.user(username));
    },
    expireTokens() {
      context.tokenCut.cut(clock());
      return [...pools.values()].reduce((sum, pool) => sum + pool.goingSessions, 0);
    },
    outbox: () => outbox.mails,
  };
}

async function openPool(
  options: PoolOptions,
  known: Pool | undefined,
  file: PoolFile,
  clock: Clock,
): Promise<Pool> {
  if (!/^[\w-]+_[0-9A-Za-z]{1,55}$/.test(options.poolId)) {
    throw new Error(`${options.poolId} is not a user pool id (REGION_ and letters or digits)`);
  }
  const state = known?.state ??
    file.load() ?? { keys: await createSigningKeys(), users: [], groups: [], sessions: [] };
  const pool = new Pool(options, state, file, clock);
  pool.save();
  return pool;
}

function openIdConfiguration(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "token"],
    scopes_supported: ["openid", "email", "phone", "profile"],
    subject_types_supported: ["public"],
  };
}
