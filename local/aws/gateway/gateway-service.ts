import type { AwsError, Caller, JsonService } from "../service.ts";

/** What the gateway can use beyond `JsonService`; a plain `JsonService` is one too. */
export interface GatewayJsonService extends JsonService {
  /** Operations that AWS answers without a signature (Cognito's public ones); they get an anonymous caller. */
  readonly unsignedOperations?: ReadonlySet<string>;
  /** All that the service does, so that a fault of something else is refused. */
  readonly operations?: readonly string[];
  /** The name that clients sign for, such as `sqs`; without it any name is accepted. */
  readonly signingName?: string;
  /** Further headers of an error answer, for example `x-amzn-query-error`. */
  errorHeaders?(error: AwsError): Readonly<Record<string, string>>;
  /** `signal` is aborted when the client goes away, so that a long poll does not hand messages to nobody. */
  call(operation: string, input: unknown, caller: Caller, signal?: AbortSignal): Promise<unknown>;
}
