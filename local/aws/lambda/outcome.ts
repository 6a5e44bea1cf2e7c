import type { FunctionDefinition } from "./function-definition.ts";

/** How an invocation ended: the handler's result or the error's description, as JSON text. */
export interface Outcome {
  readonly payload: string;
  readonly functionError?: "Unhandled";
}

export interface FunctionFault {
  readonly errorType?: string | undefined;
  readonly errorMessage: string;
  readonly trace?: readonly string[] | undefined;
}

/** What Lambda takes and gives at most in a synchronous call. */
export const MAX_SYNC_PAYLOAD_BYTES = 6 * 1024 * 1024;

export function failed(fault: FunctionFault): Outcome {
  return { payload: JSON.stringify(fault), functionError: "Unhandled" };
}

export function timedOut(requestId: string, timeoutSeconds: number, nowMs: number): Outcome {
  const when = new Date(nowMs).toISOString();
  return failed({
    errorMessage: `${when} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
  });
}

export function initTimedOut(definition: FunctionDefinition, limitSeconds: number): Outcome {
  const errorMessage = `Initialization of ${definition.name} timed out after ${limitSeconds.toFixed(2)} seconds`;
  return failed({ errorType: "Sandbox.Timedout", errorMessage });
}

/** As Lambda reports a runtime that was killed from outside. */
export function killed(requestId: string | undefined): Outcome {
  return exitFailure("Runtime.ExitError", requestId, "Runtime exited with error: signal: killed");
}

/** As Lambda reports a function that took more memory than it has. */
export function outOfMemory(requestId: string | undefined): Outcome {
  return exitFailure("Runtime.OutOfMemory", requestId, "Runtime exited with error: signal: killed");
}

/** The thread ended without an answer: `process.exit`, or out of memory. */
export function exited(requestId: string | undefined, cause: unknown): Outcome {
  if (cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY")
    return outOfMemory(requestId);
  return exitFailure("Runtime.ExitError", requestId, "Runtime exited without providing a reason");
}

function exitFailure(errorType: string, requestId: string | undefined, reason: string): Outcome {
  const errorMessage = `${requestId === undefined ? "" : `RequestId: ${requestId} `}Error: ${reason}`;
  return failed({ errorType, errorMessage });
}

export function limitSize(outcome: Outcome): Outcome {
  const bytes = Buffer.byteLength(outcome.payload);
  if (bytes <= MAX_SYNC_PAYLOAD_BYTES) return outcome;
  const errorMessage = `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${MAX_SYNC_PAYLOAD_BYTES} bytes).`;
  return failed({ errorType: "Function.ResponseSizeTooLarge", errorMessage });
}
