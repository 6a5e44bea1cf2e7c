import { toldOfFullDisk } from "../../faults/disk-full.ts";
import { Disk } from "../../faults/disk.ts";
import { Faults } from "../../faults/faults.ts";
import type { GatewayJsonService } from "../gateway/gateway-service.ts";
import { AwsError, type Clock } from "../service.ts";
import { handleOperations } from "./handle-operations.ts";
import type { QueueCounts } from "./message-table.ts";
import { moveTaskOperations } from "./move-task-operations.ts";
import type { Operations } from "./operation.ts";
import { queueOperations } from "./queue-operations.ts";
import { createQueueRegistry } from "./queue-registry.ts";
import type { QueueAttributes } from "./queue-settings.ts";
import type { Queue } from "./queue.ts";
import { receiveOperation } from "./receive-operation.ts";
import { sendOperations } from "./send-operations.ts";

export interface QueuesOptions {
  readonly clock: Clock;
  /** Where each queue keeps its journal; without it messages live in memory only. */
  readonly directory?: string;
  /** The disk with that directory; one that is never full when left out. */
  readonly disk?: Disk;
  /** The origin in queue URLs that are handed out; any origin is understood in URLs that come in. */
  readonly origin?: () => string;
  readonly log?: (line: string) => void;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
}

/** The stand-in of SQS: standard queues. */
export interface Queues extends GatewayJsonService {
  /**
   * Idempotent: an existing queue takes the new attributes and keeps its messages. A dead-letter queue comes before
   * the queue that names it. Throws `AwsError` for attributes that are wrong or not supported (FIFO).
   */
  createQueue(queue: { readonly name: string; readonly attributes?: QueueAttributes }): void;
  /** The queue itself, for consumers in the same process; by name, URL or ARN. Throws `QueueDoesNotExist`. */
  queue(nameOrAddress: string): Queue;
  counts(nameOrAddress: string): QueueCounts;
  /** Messages in flight, of one queue or of all, are visible again at once, as if their time were over; returns how many. */
  releaseInFlight(nameOrAddress?: string): number;
  /** Called after every change with the queue's name; answers how to stop that. */
  onChange(listener: (queueName: string) => void): () => void;
  /** Looks at the clock at once, for tests that moved it. */
  tick(): void;
  /** Answers waiting receivers with nothing and closes the journals. */
  close(): void;
}

const operations: Operations = {
  ...sendOperations,
  ...receiveOperation,
  ...handleOperations,
  ...queueOperations,
  ...moveTaskOperations,
};

export function createQueues(options: QueuesOptions): Queues {
  const {
    clock,
    directory,
    disk = new Disk(),
    origin = () => "http://127.0.0.1",
    log,
    faults = new Faults(),
  } = options;
  const listeners = new Set<(queueName: string) => void>();
  const registry = createQueueRegistry({
    clock,
    faults,
    disk,
    ...(directory !== undefined && { directory }),
    onChange: (name) => listeners.forEach((listener) => listener(name)),
    onFault: (name, error) =>
      log?.(`sqs: ${name}: ${error instanceof Error ? error.message : String(error)}`),
  });
  const tick = (): void => registry.all().forEach(({ queue }) => queue.tick());
  // The clock may have jumped: timers that were set before would ring too late.
  const stopListening = faults.onChange(tick);

  return {
    targetPrefix: "AmazonSQS",
    protocol: "json-1.0",
    signingName: "sqs",
    operations: Object.keys(operations),
    async call(operation, input, caller, signal) {
      const run = operations[operation];
      if (run === undefined) {
        throw new AwsError(
          "UnknownOperationException",
          `SQS operation ${operation} is not available locally`,
        );
      }
      return toldOfFullDisk("InternalFailure", () => run(input, { registry, caller, signal, origin }));
    },
    errorHeaders: ({ code, status }) => ({
      "x-amzn-query-error": `${queryCode(code)};${status < 500 ? "Sender" : "Receiver"}`,
    }),
    createQueue: ({ name, attributes = {} }) => void registry.create(name, attributes),
    queue: (nameOrAddress) => registry.get(nameOrAddress).queue,
    counts: (nameOrAddress) => registry.get(nameOrAddress).queue.counts(),
    releaseInFlight(nameOrAddress) {
      const registered = nameOrAddress === undefined ? registry.all() : [registry.get(nameOrAddress)];
      return registered.reduce((sum, { queue }) => sum + queue.releaseInFlight(), 0);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tick,
    close() {
      stopListening();
      registry.all().forEach(({ queue }) => queue.close());
    },
  };
}

/** The name that the older query protocol gave an error; clients show it as `Code`. */
function queryCode(code: string): string {
  const older: Readonly<Record<string, string>> = {
    QueueDoesNotExist: "AWS.SimpleQueueService.NonExistentQueue",
    AccessDeniedException: "AccessDenied",
  };
  const prefixed = /^(MessageNotInflight|UnsupportedOperation|.*Batch.*)$/.test(code);
  return older[code] ?? (prefixed ? `AWS.SimpleQueueService.${code}` : code);
}
