import type { Clock } from "../../aws/service.ts";
import { callSource } from "../data-sources/call-source.ts";
import type { Outcome } from "../data-sources/outcome.ts";
import { FieldError } from "../errors.ts";
import type { DataSource } from "../options.ts";
import { evaluate, type Evaluation } from "../runtime/evaluate.ts";
import type { HandlerModule, HandlerName } from "../runtime/handler-module.ts";
import { noEffects, type Effects } from "../runtime/invocation.ts";
import type { Fields } from "../shape.ts";
import type { ResolverContext } from "./resolver-context.ts";

export interface Stage {
  readonly code: HandlerModule;
  readonly source: DataSource;
}

export interface Resolver {
  readonly code: HandlerModule;
  /** Stages of a pipeline; a unit resolver has only its data source. */
  readonly stages: readonly Stage[] | undefined;
  readonly source: DataSource | undefined;
}

export interface ResolverEnvironment {
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string>>;
}

/** Subscriptions are filtered in the response handlers of their own resolvers, and ended in those of mutations. */
function checkExtensions(handler: HandlerName, typeName: string, effects: Effects): void {
  const isFiltered = effects.subscriptionFilter !== undefined || effects.invalidationFilter !== undefined;
  if (isFiltered && (handler !== "response" || typeName !== "Subscription"))
    throw new FieldError("A subscription is filtered only in the response handler of its resolver", "Code");
  if (effects.invalidations.length > 0 && (handler !== "response" || typeName !== "Mutation"))
    throw new FieldError("Subscriptions are ended only in the response handler of a mutation", "Code");
}

/** One run of a resolver: carries stash and effects from handler to handler. */
class Run {
  readonly effects: Effects = noEffects();
  #stash: Fields = {};
  readonly #context: ResolverContext;
  readonly #environment: ResolverEnvironment;

  constructor(context: ResolverContext, environment: ResolverEnvironment) {
    this.#context = context;
    this.#environment = environment;
  }

  /** Throws the handler's `util.error`. */
  handle(code: HandlerModule, handler: HandlerName, previous: unknown, outcome?: Outcome): Evaluation {
    const context = {
      ...this.#context,
      stash: this.#stash,
      env: this.#environment.env,
      prev: { result: previous },
      result: outcome?.result ?? null,
      error: outcome?.error,
    };
    const evaluation = evaluate(code, handler, context, this.#environment.clock);
    this.#stash = evaluation.stash;
    checkExtensions(handler, this.#context.info.parentTypeName, evaluation.effects);
    const { appended, logs, invalidations, ...filters } = evaluation.effects;
    this.effects.appended.push(...appended);
    this.effects.logs.push(...logs);
    this.effects.invalidations.push(...invalidations);
    Object.assign(this.effects, filters);
    if (evaluation.error) throw evaluation.error;
    return evaluation;
  }

  /** Request, data source, response; an early return of the request skips the rest. */
  async stage({ code, source }: Stage, previous: unknown): Promise<Evaluation> {
    const request = this.handle(code, "request", previous);
    if (request.skipTo) return request;
    return this.handle(code, "response", previous, await callSource(source, request.result));
  }

  async pipeline({ code }: Resolver, stages: readonly Stage[]): Promise<unknown> {
    let last = this.handle(code, "request", null);
    if (!last.skipTo) {
      for (const stage of stages) {
        last = await this.stage(stage, last.result);
        if (last.skipTo === "END") break;
      }
    }
    return this.handle(code, "response", last.result, { result: last.result }).result;
  }
}

export interface Resolution {
  readonly result: unknown;
  readonly effects: Effects;
  readonly error?: unknown;
}

/** Runs a unit or pipeline resolver. `error` is what ended it: a `FieldError`, or a fault of this stand-in. */
export async function resolve(
  resolver: Resolver,
  context: ResolverContext,
  environment: ResolverEnvironment,
): Promise<Resolution> {
  const run = new Run(context, environment);
  const { code, stages, source } = resolver;
  try {
    const result = source
      ? (await run.stage({ code, source }, null)).result
      : await run.pipeline(resolver, stages ?? []);
    return { result, effects: run.effects };
  } catch (error) {
    return { result: null, effects: run.effects, error };
  }
}
