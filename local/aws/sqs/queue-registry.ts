import { join } from "node:path";
import type { Disk } from "../../faults/disk.ts";
import type { Faults } from "../../faults/faults.ts";
import { ACCOUNT_ID, AwsError, type Clock, REGION } from "../service.ts";
import { forgetfulJournal, openJournal } from "./journal.ts";
import { Queue } from "./queue.ts";
import { parseSettings, type QueueAttributes, type QueueSettings } from "./queue-settings.ts";

export interface RegistryOptions {
  readonly clock: Clock;
  readonly faults: Faults;
  /** Where the journals are; without it messages live in memory only. */
  readonly directory?: string;
  readonly disk: Disk;
  readonly onChange: (queueName: string) => void;
  readonly onFault: (queueName: string, error: unknown) => void;
}

/** A queue and what its owner may see of it beside the messages. */
export interface RegisteredQueue {
  readonly queue: Queue;
  readonly createdAtMs: number;
  modifiedAtMs: number;
  attributes: QueueAttributes;
}

export interface QueueRegistry {
  readonly clock: Clock;
  /** Idempotent: an existing queue takes the new attributes and keeps its messages. */
  create(name: string, attributes: QueueAttributes): RegisteredQueue;
  /** By name, URL (whatever its origin) or ARN; throws `QueueDoesNotExist`. */
  get(nameOrAddress: string): RegisteredQueue;
  all(): readonly RegisteredQueue[];
}

export function queueArn(nameOrAddress: string): string {
  return `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:${queueName(nameOrAddress)}`;
}

/** The name in a queue's URL or ARN; a plain name stays what it is. */
export function queueName(nameOrAddress: string): string {
  return nameOrAddress.slice(Math.max(nameOrAddress.lastIndexOf("/"), nameOrAddress.lastIndexOf(":")) + 1);
}

export function createQueueRegistry(options: RegistryOptions): QueueRegistry {
  const queues = new Map<string, RegisteredQueue>();

  function get(nameOrAddress: string): RegisteredQueue {
    const registered = queues.get(queueName(nameOrAddress));
    if (registered !== undefined) return registered;
    throw new AwsError("QueueDoesNotExist", `The specified queue ${nameOrAddress} does not exist.`);
  }

  function open(name: string, settings: QueueSettings): Queue {
    const { clock, directory, disk, faults } = options;
    const { journal, records } =
      directory === undefined
        ? { journal: forgetfulJournal, records: [] }
        : openJournal(join(directory, `${name}.journal`), disk);
    return new Queue({
      name,
      arn: queueArn(name),
      clock,
      faults,
      settings,
      journal,
      records,
      giveUp: (deadLetterArn, message, deliveries) => get(deadLetterArn).queue.accept(message, deliveries),
      onChange: () => options.onChange(name),
      onFault: (error) => options.onFault(name, error),
    });
  }

  return {
    clock: options.clock,
    create(name, attributes) {
      if (!/^[\w-]{1,80}$/.test(name))
        throw new AwsError("InvalidParameterValue", `"${name}" is no queue name`);
      const settings = parseSettings(attributes);
      const target = settings.RedrivePolicy?.deadLetterTargetArn;
      if (target !== undefined && !queues.has(queueName(target))) {
        throw new AwsError(
          "InvalidParameterValue",
          `RedrivePolicy of ${name}: dead letter target ${target} does not exist.`,
        );
      }
      const now = options.clock();
      const known = queues.get(name);
      if (known !== undefined) {
        known.queue.settings = settings;
        known.attributes = attributes;
        known.modifiedAtMs = now;
        return known;
      }
      const created = { queue: open(name, settings), createdAtMs: now, modifiedAtMs: now, attributes };
      queues.set(name, created);
      return created;
    },
    get,
    all: () => [...queues.values()],
  };
}
