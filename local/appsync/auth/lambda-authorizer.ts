import { randomUUID } from "node:crypto";
import { ACCOUNT_ID, type Clock } from "../../aws/service.ts";
import { unauthorized } from "../errors.ts";
import type { LambdaAuthentication } from "../options.ts";
import { byteLength, isRecord, plainRecord, type Fields } from "../shape.ts";
import { withinTime } from "../within-time.ts";
import type { Access, Credentials } from "./access.ts";

const TIMEOUT_MS = 10_000;
const LARGEST_CACHED_BYTES = 1_048_576;
const LARGEST_CONTEXT_BYTES = 5 * 1_048_576;
const MOST_CACHED = 10_000;

interface Verdict {
  readonly access: Access | undefined;
  readonly validUntil: number;
}

export interface LambdaAuthorizer {
  authenticate(token: string, credentials: Credentials): Promise<Access>;
}

function isFlat(context: Fields): boolean {
  return Object.values(context).every((value) => typeof value !== "object" || value === null);
}

/** An answer that is not of the documented form counts as a refusal, as on AWS. */
function accessOf(answer: Fields): Access | undefined {
  if (answer["isAuthorized"] !== true) return undefined;
  const resolverContext = plainRecord(answer["resolverContext"] ?? {});
  if (!isFlat(resolverContext) || byteLength(resolverContext) > LARGEST_CONTEXT_BYTES) return undefined;
  const denied = answer["deniedFields"];
  const deniedFields = Array.isArray(denied) ? denied.filter((name) => typeof name === "string") : [];
  return { mode: "AWS_LAMBDA", identity: { resolverContext }, groups: [], deniedFields };
}

/** Answers are kept by token for their time to live; a cached one calls no function. */
export function lambdaAuthorizer(
  configuration: LambdaAuthentication,
  apiId: string,
  clock: Clock,
  log: (line: string) => void,
): LambdaAuthorizer {
  const cache = new Map<string, Verdict>();
  const expression = configuration.identityValidationExpression;
  const pattern = expression ? new RegExp(`^(?:${expression})$`, "s") : undefined;

  async function ask(token: string, { operation, headers }: Credentials): Promise<Fields> {
    try {
      const { queryString, operationName, variables } = operation;
      const answer = await withinTime(
        configuration.authorize({
          authorizationToken: token,
          requestContext: {
            apiId,
            accountId: ACCOUNT_ID,
            requestId: randomUUID(),
            queryString,
            ...(operationName === undefined ? {} : { operationName }),
            variables,
          },
          requestHeaders: headers,
        }),
        TIMEOUT_MS,
        () => new Error("The authorizer took more than 10 s"),
      );
      return isRecord(answer) ? answer : {};
    } catch (error) {
      log(`AppSync: the Lambda authorizer failed: ${String(error)}`);
      return {};
    }
  }

  function remember(token: string, answer: Fields, access: Access | undefined): void {
    const override = answer["ttlOverride"];
    const ttlSeconds = typeof override === "number" ? override : configuration.ttlSeconds;
    const isKept = typeof answer["isAuthorized"] === "boolean" && ttlSeconds > 0;
    if (!isKept || byteLength(answer) >= LARGEST_CACHED_BYTES) return;
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(token, { access, validUntil: clock() + ttlSeconds * 1000 });
  }

  return {
    async authenticate(token, credentials) {
      if (pattern && !pattern.test(token)) throw unauthorized();
      const known = cache.get(token);
      if (known && clock() < known.validUntil) {
        if (!known.access) throw unauthorized();
        return known.access;
      }
      const answer = await ask(token, credentials);
      const access = accessOf(answer);
      remember(token, answer, access);
      if (!access) throw unauthorized();
      return access;
    },
  };
}
