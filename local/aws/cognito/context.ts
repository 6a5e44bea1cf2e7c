import type { TokenCut } from "../../faults/token-cut.ts";
import { AwsError } from "../service.ts";
import type { Caller, Clock } from "../service.ts";
import type { Challenges } from "./challenges.ts";
import type { FailedAttempts } from "./failed-attempts.ts";
import type { Outbox } from "./outbox.ts";
import { poolArn } from "./pool.ts";
import type { Pool } from "./pool.ts";
import type { ClientOptions } from "./pool-options.ts";

/** What operations work on. */
export interface Context {
  readonly clock: Clock;
  readonly issuerOrigin: string;
  readonly tokenCut: TokenCut;
  readonly pools: ReadonlyMap<string, Pool>;
  readonly challenges: Challenges;
  readonly attempts: FailedAttempts;
  readonly outbox: Outbox;
}

/** Answers with the output's members; undefined is an empty body. Throws `AwsError`. */
export type Operation = (context: Context, input: unknown, caller: Caller) => unknown;

/** Throws Cognito's ResourceNotFoundException. */
export function clientOf(context: Context, clientId: string): { pool: Pool; client: ClientOptions } {
  for (const pool of context.pools.values()) {
    const client = pool.client(clientId);
    if (client) return { pool, client };
  }
  throw new AwsError("ResourceNotFoundException", `User pool client ${clientId} does not exist.`);
}

/** The pool of an administrator's call. Throws when the caller may not do `operation` there, or it does not exist. */
export function adminPool(context: Context, operation: string, poolId: string, caller: Caller): Pool {
  caller.authorize(`cognito-idp:${operation}`, poolArn(poolId));
  const pool = context.pools.get(poolId);
  if (!pool) throw new AwsError("ResourceNotFoundException", `User pool ${poolId} does not exist.`);
  return pool;
}

export function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}

export function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
