import { basename } from "node:path";
import type { OutboxMail } from "../aws/cognito/outbox.ts";
import type { FunctionMetrics } from "../aws/lambda/metrics.ts";
import type { QueueCounts } from "../aws/sqs/message-table.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";
import type { Faults } from "../faults/faults.ts";
import type { LogBook, Noted } from "../log/log-book.ts";
import type { AppSync } from "../appsync/appsync.ts";
import type { Endpoints } from "./endpoints.ts";
import type { Services } from "./open-services.ts";

export interface QueueState extends QueueCounts {
  readonly name: string;
  /** Where messages of another queue rest that failed too often. */
  readonly isDeadLetters: boolean;
}

export interface FunctionState extends FunctionMetrics {
  readonly name: string;
}

/** A running stack as a person wants to see it; times in milliseconds since the epoch. */
export interface StackState {
  readonly now: number;
  readonly startedAt: number;
  /** Which assembly runs: the beginning of the digest of what it was made from. */
  readonly assembly: string;
  readonly node: string;
  /** Null: everything ends with the stack. */
  readonly dataDirectory: string | null;
  readonly isDev: boolean;
  readonly sockets: { readonly count: number; readonly subscriptions: number };
  readonly queues: readonly QueueState[];
  readonly functions: readonly FunctionState[];
  /** The newest first. */
  readonly photos: readonly Noted[];
  readonly troubles: readonly Noted[];
  readonly faults: FaultPlan;
  /** What Cognito would have sent, the newest first. */
  readonly mails: readonly OutboxMail[];
  readonly endpoints: Endpoints;
}

export interface StateParts {
  readonly startedAt: number;
  readonly assemblyDirectory: string;
  readonly dataDirectory: string | undefined;
  readonly isDev: boolean;
  readonly services: Pick<Services, "lambda" | "queues" | "userPools">;
  readonly api: Pick<AppSync, "connections">;
  readonly deployment: Deployment;
  readonly faults: Pick<Faults, "plan">;
  readonly book: Pick<LogBook, "photos" | "troubles">;
  readonly endpoints: Endpoints;
}

export function stackState(parts: StateParts): () => StackState {
  const { services, api, faults, book, endpoints, startedAt, isDev, dataDirectory = null } = parts;
  const queues = queuesOf(parts.deployment);
  const fixed = {
    startedAt,
    assembly: basename(parts.assemblyDirectory.replace(/[/\\]cdk\.out$/, "")).slice(0, 8),
    node: process.version,
    dataDirectory,
    isDev,
    endpoints,
  };
  return () => {
    const { count, subscriptionCount } = api.connections();
    return {
      ...fixed,
      now: Date.now(),
      sockets: { count, subscriptions: subscriptionCount },
      queues: queues.map((queue) => ({ ...queue, ...services.queues.counts(queue.address) })),
      functions: [...services.lambda.metrics()].map(([name, metrics]) => ({ name, ...metrics })),
      photos: book.photos,
      troubles: book.troubles,
      faults: faults.plan,
      mails: services.userPools.outbox().toReversed(),
    };
  };
}

interface KnownQueue {
  readonly address: string;
  readonly name: string;
  readonly isDeadLetters: boolean;
}

/** The queues that work is done from come first. */
function queuesOf(deployment: Deployment): readonly KnownQueue[] {
  return deployment
    .all("AWS::SQS::Queue")
    .map(({ logicalId, identity, properties }) => ({
      address: String(identity.attributes["QueueName"]),
      // Without the hash that the CDK puts behind a name.
      name: logicalId.replace(/[0-9A-F]{8}$/, ""),
      isDeadLetters: !("RedrivePolicy" in properties),
    }))
    .toSorted((a, b) => Number(a.isDeadLetters) - Number(b.isDeadLetters));
}
