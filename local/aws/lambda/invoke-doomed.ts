import { killed, type Outcome } from "./outcome.ts";
import type { Sandbox } from "./sandbox.ts";

interface DoomedInvocation {
  readonly requestId: string;
  readonly payload: string;
  /** How long the thread lives from the beginning of the invocation. */
  readonly afterMs: number;
}

/**
 * Handles an event in a sandbox that is killed on the way. A function that is done by then dies with its answer: its
 * work stands, and its caller never learns of it.
 */
export async function invokeDoomed(
  sandbox: Sandbox,
  { requestId, payload, afterMs }: DoomedInvocation,
): Promise<Outcome> {
  const timer = setTimeout(() => sandbox.kill(), afterMs);
  await sandbox.invoke(requestId, payload);
  clearTimeout(timer);
  await sandbox.end();
  return killed(requestId);
}
