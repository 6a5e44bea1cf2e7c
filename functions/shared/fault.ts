/** What can go wrong that nobody wanted; an alarm may ring on each. */
export type FaultCode =
  | "environment-missing"
  | "message-malformed"
  | "api-unreachable"
  | "api-refused"
  | "store-conflict"
  | "queue-refused"
  | "line-unreachable"
  | "content-not-ready"
  | "photo-store-failed"
  | "face-reading-failed"
  | "moderation-throttled"
  | "labels-throttled"
  | "text-throttled"
  | "invalidation-failed"
  | "line-keys-unreachable"
  | "accounts-unreachable"
  | "alarms-unreachable"
  | "unexpected";

/** A failure that is retried from outside: thrown, never answered. The cause stays with it, its text is not logged. */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, cause?: unknown) {
    super(code, { cause });
    this.name = "Fault";
    this.code = code;
  }
}

/** What may be logged of an error: its code and the name of what caused it, never a text with somebody's data. */
export function describeError(error: unknown): { readonly fault: FaultCode; readonly cause: string } {
  if (error instanceof Fault) return { fault: error.code, cause: nameOf(error.cause) };
  return { fault: "unexpected", cause: nameOf(error) };
}

function nameOf(cause: unknown): string {
  if (typeof cause === "string") return cause;
  return cause instanceof Error ? cause.name : "none";
}
