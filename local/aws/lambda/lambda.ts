import { Faults } from "../../faults/faults.ts";
import type { GatewayRoute } from "../gateway/gateway.ts";
import type { Identities } from "../iam/identities.ts";
import { AwsError, type Clock, type RestService } from "../service.ts";
import type { Queues } from "../sqs/queues.ts";
import { checkEnvironment } from "./check-environment.ts";
import { type EventSourceMappingOptions, startEventSourceMapping } from "./event-source-mapping.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import type { Functions } from "./functions.ts";
import { createFunctionUrlRoute } from "./function-url-route.ts";
import { createInvokeApi } from "./invoke-api.ts";
import { type FunctionMetrics, Metrics } from "./metrics.ts";
import type { Outcome } from "./outcome.ts";
import { sandboxEnvironment } from "./sandbox-environment.ts";
import { Scheduler } from "./scheduler.ts";

export interface LambdaOptions {
  readonly clock: Clock;
  readonly identities: Identities;
  /** Where the stand-ins are: `AWS_ENDPOINT_URL` and the like. Read at every cold start. */
  readonly serviceEnvironment: () => Readonly<Record<string, string>>;
  /** Gets each line that a function prints, and its errors. */
  readonly log: (functionName: string, line: string) => void;
  /** Worker threads at the same time, over all functions; 8 when left out. */
  readonly maxWorkers?: number;
  /** How long an unused sandbox stays warm; five minutes when left out. */
  readonly idleMs?: number;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
  /** Told what CloudWatch would be told of a function. */
  readonly onMeasured?: (functionName: string, metric: FunctionMetric, value: number) => void;
  /** `always`: each event gets a sandbox of its own. Otherwise they stay warm. */
  readonly coldStarts?: "always" | undefined;
}

export type FunctionMetric = "Errors" | "Throttles" | "ConcurrentExecutions";

/** The stand-in of Lambda. As a `RestService` it answers Invoke, GetFunction and ListFunctions. */
export interface Lambda extends RestService {
  /**
   * Replaces a function of the same name; running invocations end with the old code. Throws for an environment that
   * Lambda would refuse.
   */
  createFunction(definition: FunctionDefinition): void;
  /** Opens `/_url/NAME/…` of `functionUrlRoute` for anybody (auth type NONE). */
  createFunctionUrl(functionName: string): void;
  readonly functionUrlRoute: GatewayRoute;
  /**
   * Polls a queue in the name of the function's role. Throws `InvalidParameterValueException` when the role may not
   * receive or delete, when the queue's visibility timeout is shorter than the function's, or for wrong numbers.
   */
  createEventSourceMapping(mapping: EventSourceMappingOptions, queues: Queues): void;
  /** For stand-ins that call a function themselves; rejects with an `AwsError` when it is unknown or throttled. */
  invoke(
    nameOrArn: string,
    payload: unknown,
  ): Promise<{ readonly payload: unknown; readonly functionError?: string }>;
  /**
   * Ends the sandboxes that are at work at once, as when their machine dies, of one function or of all; returns how
   * many. Their callers are told of a crash, messages of a queue come again after their visibility timeout.
   */
  kill(functionName?: string): number;
  /** How each function fared since the start, by name. */
  metrics(): ReadonlyMap<string, FunctionMetrics>;
  /** Worker threads now, for measurements. */
  readonly workers: number;
  /** Invocations under way now, those that still wait for a thread included. */
  readonly busy: number;
  /** Stops polling and ends all threads at once, busy or not. */
  close(): Promise<void>;
}

const DEFAULT_MAX_WORKERS = 8;
const DEFAULT_IDLE_MS = 5 * 60_000;

export function createLambda(options: LambdaOptions): Lambda {
  const { clock, identities, log, maxWorkers = DEFAULT_MAX_WORKERS, idleMs = DEFAULT_IDLE_MS } = options;
  const definitions = new Map<string, FunctionDefinition>();
  const urls = new Set<string>();
  const metrics = new Metrics(clock);
  const mappings: { stop(): void }[] = [];
  const { faults = new Faults() } = options;
  const scheduler = new Scheduler({
    maxWorkers,
    idleMs,
    log,
    faults,
    coldStarts: options.coldStarts,
    prepare(definition) {
      metrics.countColdStart(definition.name);
      return {
        environment: sandboxEnvironment(definition, options),
        log: (line) => log(definition.name, line),
        clockOffset: faults.clockOffset,
      };
    },
  });
  const functions: Functions = {
    clock,
    identities,
    log,
    all: () => [...definitions.values()],
    find(nameOrArn) {
      const found = definitions.get(nameOrArn.slice(nameOrArn.lastIndexOf(":") + 1));
      if (found !== undefined) return found;
      throw new AwsError("ResourceNotFoundException", `Function not found: ${nameOrArn}`, 404, {
        Type: "User",
      });
    },
    async run(nameOrArn, payload) {
      const definition = functions.find(nameOrArn);
      return observed(definition.name, options.onMeasured, scheduler, () =>
        metrics.measure(definition.name, () => scheduler.run(definition, payload)),
      );
    },
  };
  const invokeApi = createInvokeApi(functions);

  return {
    handle: (request, caller) => invokeApi.handle(request, caller),
    renderError: (error, requestId) => invokeApi.renderError(error, requestId),
    createFunction(definition) {
      checkEnvironment(definition.environment);
      scheduler.retire(definition.name);
      definitions.set(definition.name, definition);
    },
    createFunctionUrl: (functionName) => void urls.add(functions.find(functionName).name),
    functionUrlRoute: createFunctionUrlRoute(functions, urls, faults),
    createEventSourceMapping: (mapping, queues) => {
      mappings.push(startEventSourceMapping(mapping, queues, functions));
    },
    async invoke(nameOrArn, payload) {
      const outcome = await functions.run(nameOrArn, JSON.stringify(payload ?? null));
      const { functionError } = outcome;
      return { payload: JSON.parse(outcome.payload), ...(functionError && { functionError }) };
    },
    kill: (functionName) => scheduler.kill(functionName),
    metrics: () => new Map([...definitions.keys()].map((name) => [name, metrics.of(name)])),
    get workers() {
      return scheduler.workers;
    },
    get busy() {
      return scheduler.busy;
    },
    async close() {
      for (const mapping of mappings) mapping.stop();
      invokeApi.close();
      await scheduler.close();
    },
  };
}

/** Runs an invocation and tells how it went: a throttled one is no error, and an error is no throttle. */
async function observed(
  name: string,
  tell: LambdaOptions["onMeasured"],
  scheduler: Scheduler,
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    const running = run();
    tell?.(name, "ConcurrentExecutions", scheduler.running(name));
    const outcome = await running;
    tell?.(name, "Throttles", 0);
    tell?.(name, "Errors", outcome.functionError === undefined ? 0 : 1);
    return outcome;
  } catch (error) {
    const isThrottle = error instanceof AwsError && error.code === "TooManyRequestsException";
    if (isThrottle) tell?.(name, "Throttles", 1);
    throw error;
  }
}
