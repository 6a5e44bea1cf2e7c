import type { Caller } from "../service.ts";
import type { Queue } from "./queue.ts";
import { queueArn, type QueueRegistry, type RegisteredQueue } from "./queue-registry.ts";

export interface OperationContext {
  readonly registry: QueueRegistry;
  readonly caller: Caller;
  /** Aborted when the client goes away. */
  readonly signal?: AbortSignal | undefined;
  /** The origin in queue URLs that are handed out. */
  readonly origin: () => string;
}

export type Operation = (input: unknown, context: OperationContext) => unknown;
export type Operations = Readonly<Record<string, Operation>>;

/** The queue of a call, once the caller's right is checked; rights come first, so that names stay unknown to strangers. */
export function permittedQueue(address: string, action: string, context: OperationContext): Queue {
  return permittedEntry(address, action, context).queue;
}

export function permittedEntry(address: string, action: string, context: OperationContext): RegisteredQueue {
  context.caller.authorize(action, queueArn(address));
  return context.registry.get(address);
}
