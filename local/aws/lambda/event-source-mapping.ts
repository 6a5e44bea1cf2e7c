import { setTimeout as delay } from "node:timers/promises";
import { AwsError, type Caller } from "../service.ts";
import type { ReceivedMessage } from "../sqs/message.ts";
import type { Queue } from "../sqs/queue.ts";
import type { Queues } from "../sqs/queues.ts";
import { succeeded } from "./batch-result.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import type { Functions } from "./functions.ts";
import type { Outcome } from "./outcome.ts";
import { sqsEvent } from "./sqs-event.ts";

export interface EventSourceMappingOptions {
  readonly functionName: string;
  /** Name, ARN or URL. */
  readonly queue: string;
  /** 10 when left out; more than 10 needs a batching window of at least a second. */
  readonly batchSize?: number | undefined;
  readonly maximumBatchingWindowSeconds?: number | undefined;
  /** 2 to 1000; five batches at a time when left out, as AWS begins. */
  readonly maximumConcurrency?: number | undefined;
  readonly reportBatchItemFailures?: boolean | undefined;
}

/** One mapping with everything that its pollers need. */
interface Mapping {
  readonly definition: FunctionDefinition;
  readonly queue: Queue;
  readonly caller: Caller;
  readonly functions: Functions;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly concurrency: number;
  readonly partial: boolean;
  readonly signal: AbortSignal;
}

const POLL_MS = 20_000;
const RECEIVE_MAX = 10;
const DEFAULT_CONCURRENCY = 5;
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5000;

/** Starts polling. Throws `InvalidParameterValueException` for a mapping that AWS would refuse. */
export function startEventSourceMapping(
  options: EventSourceMappingOptions,
  queues: Queues,
  functions: Functions,
): { stop(): void } {
  const definition = functions.find(options.functionName);
  const queue = queues.queue(options.queue);
  const caller = functions.identities.callerFor(definition.roleArn, definition.name);
  check(options, definition, queue, caller);
  const stopping = new AbortController();
  const mapping: Mapping = {
    definition,
    queue,
    caller,
    functions,
    batchSize: options.batchSize ?? RECEIVE_MAX,
    windowMs: (options.maximumBatchingWindowSeconds ?? 0) * 1000,
    concurrency: options.maximumConcurrency ?? DEFAULT_CONCURRENCY,
    partial: options.reportBatchItemFailures ?? false,
    signal: stopping.signal,
  };
  void poll(mapping);
  return { stop: () => stopping.abort() };
}

function check(
  options: EventSourceMappingOptions,
  definition: FunctionDefinition,
  queue: Queue,
  caller: Caller,
): void {
  const { batchSize = RECEIVE_MAX, maximumBatchingWindowSeconds = 0, maximumConcurrency } = options;
  const between = (value: number, min: number, max: number) => value >= min && value <= max;
  if (!between(batchSize, 1, 10_000)) throw invalid(`BatchSize ${batchSize} is not between 1 and 10000`);
  if (batchSize > RECEIVE_MAX && maximumBatchingWindowSeconds < 1) {
    throw invalid(
      "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
    );
  }
  if (maximumConcurrency !== undefined && !between(maximumConcurrency, 2, 1000)) {
    throw invalid(`MaximumConcurrency ${maximumConcurrency} is not between 2 and 1000`);
  }
  if (queue.settings.VisibilityTimeout < definition.timeoutSeconds) {
    throw invalid(
      `Queue visibility timeout: ${queue.settings.VisibilityTimeout} seconds is less than Function timeout: ${definition.timeoutSeconds} seconds`,
    );
  }
  for (const action of ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"]) {
    try {
      caller.authorize(`sqs:${action}`, queue.arn);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw invalid(
        `The function execution role does not have permissions to call ${action} on SQS. ${reason}`,
      );
    }
  }
}

/** Receives only what can be handed over at once: waiting messages belong in the queue, where others can take them. */
async function poll(mapping: Mapping): Promise<void> {
  const { signal, concurrency } = mapping;
  const running = new Set<Promise<void>>();
  while (!signal.aborted) {
    if (running.size > 0) await waitForCalm(signal);
    const batch = await gather(mapping).catch((error: unknown) => report(mapping, error));
    if (!batch) await pause(FIRST_BACKOFF_MS, signal);
    else if (batch.length > 0) {
      const handling: Promise<void> = handle(mapping, batch)
        .catch((error: unknown) => report(mapping, error))
        .finally(() => running.delete(handling));
      running.add(handling);
    }
    if (running.size >= concurrency) await Promise.race(running);
  }
}

const SHORT_MS = 5;
const LATE_MS = 15;
const MOST_WAITS = 40;

/**
 * On AWS a queue's function takes no processor from whoever fills the queue. Here both share this machine: a further
 * batch waits, for a while, as long as this process does not keep up with what it is asked.
 */
async function waitForCalm(signal: AbortSignal): Promise<void> {
  for (let waits = 0; waits < MOST_WAITS && !signal.aborted; waits++) {
    const startedAt = performance.now();
    await pause(SHORT_MS, signal);
    if (performance.now() - startedAt < SHORT_MS + LATE_MS) return;
  }
}

function report({ functions, definition, signal }: Mapping, error: unknown): void {
  if (signal.aborted) return;
  functions.log(
    definition.name,
    `ERROR event source: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** The next batch; with a batching window it waits for more until the batch is full or the window over. */
async function gather({
  queue,
  caller,
  batchSize,
  windowMs,
  signal,
}: Mapping): Promise<readonly ReceivedMessage[]> {
  const receive = (max: number, waitMs: number) => {
    caller.authorize("sqs:ReceiveMessage", queue.arn);
    return queue.receive({ max: Math.min(max, RECEIVE_MAX), waitMs, signal });
  };
  const batch = [...(await receive(batchSize, POLL_MS))];
  const endsAt = performance.now() + windowMs;
  while (batch.length > 0 && batch.length < batchSize && performance.now() < endsAt && !signal.aborted) {
    batch.push(...(await receive(batchSize - batch.length, endsAt - performance.now())));
  }
  return batch;
}

/** Failed messages are left alone: the queue shows them again when their visibility timeout is over. */
async function handle(mapping: Mapping, batch: readonly ReceivedMessage[]): Promise<void> {
  const { queue, caller, partial } = mapping;
  const outcome = await invoke(mapping, JSON.stringify(sqsEvent(queue.arn, batch)));
  if (outcome?.functionError !== undefined || outcome === undefined) return;
  const ids = batch.map(({ message }) => message.id);
  const done = new Set(partial ? succeeded(ids, JSON.parse(outcome.payload)) : ids);
  for (const { message, receiptHandle } of batch) {
    if (!done.has(message.id)) continue;
    caller.authorize("sqs:DeleteMessage", queue.arn);
    queue.delete(receiptHandle);
  }
}

/** Tries a throttled function again, slower and slower, until the messages would be visible to others again. */
async function invoke(
  { functions, definition, queue, signal }: Mapping,
  payload: string,
): Promise<Outcome | undefined> {
  const endsAt = performance.now() + queue.settings.VisibilityTimeout * 1000;
  for (
    let backoffMs = FIRST_BACKOFF_MS;
    !signal.aborted;
    backoffMs = Math.min(2 * backoffMs, MAX_BACKOFF_MS)
  ) {
    try {
      return await functions.run(definition.name, payload);
    } catch (error) {
      if (!(error instanceof AwsError) || error.status !== 429) throw error;
      if (performance.now() + backoffMs > endsAt) return undefined;
      await pause(backoffMs, signal);
    }
  }
  return undefined;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterValueException", message, 400, { Type: "User" });
}
