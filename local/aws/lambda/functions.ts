import type { Identities } from "../iam/identities.ts";
import type { Clock } from "../service.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import type { Outcome } from "./outcome.ts";

/** What the REST API, function URLs and event sources need of the functions. */
export interface Functions {
  readonly clock: Clock;
  readonly identities: Identities;
  readonly log: (functionName: string, line: string) => void;
  /** By name or ARN; throws `ResourceNotFoundException` 404. */
  find(nameOrArn: string): FunctionDefinition;
  all(): readonly FunctionDefinition[];
  /** The payload is JSON text. Rejects with `TooManyRequestsException` 429 when the function is throttled. */
  run(nameOrArn: string, payload: string): Promise<Outcome>;
}
