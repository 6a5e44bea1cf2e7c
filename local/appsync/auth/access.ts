import type { Caller } from "../../aws/service.ts";
import type { AuthenticationMode } from "../options.ts";

/** Who asks, as found out once per request (or per subscription). */
export interface Access {
  readonly mode: AuthenticationMode;
  /** `ctx.identity` of the resolvers; null with an API key. */
  readonly identity: Readonly<Record<string, unknown>> | null;
  /** Groups of a user pool's token. */
  readonly groups: readonly string[];
  /** What the Lambda authorizer denied: `Type.field` or a field's ARN. */
  readonly deniedFields: readonly string[];
  /** The signer of an IAM request. */
  readonly caller?: Caller;
}

/** A request or a frame as far as authentication needs it. */
export interface Credentials {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What an IAM signature covers. */
  readonly signed: { readonly path: string; readonly query: URLSearchParams; readonly body: Buffer };
  readonly operation: {
    readonly queryString: string;
    readonly operationName?: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  readonly sourceIp: string;
}
