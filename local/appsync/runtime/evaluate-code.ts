import type { Clock } from "../../aws/service.ts";
import type { Fields } from "../shape.ts";
import { evaluate } from "./evaluate.ts";
import { loadHandlers, type HandlerName } from "./handler-module.ts";

export interface CodeEvaluation {
  /** What the handler returned, after a JSON round trip; null if it failed. */
  readonly result: unknown;
  readonly stash: Fields;
  readonly error?: {
    readonly message: string;
    readonly type: string | null;
    readonly data: unknown;
    readonly errorInfo: unknown;
  };
  /** Errors of `util.appendError`. */
  readonly outErrors: readonly { readonly message: string; readonly type: string | null }[];
  readonly logs: readonly string[];
  /** Arguments of `extensions.setSubscriptionFilter` and `setSubscriptionInvalidationFilter`. */
  readonly subscriptionFilter?: unknown;
  readonly invalidationFilter?: unknown;
  readonly skipTo?: "END" | "NEXT";
}

/**
 * AppSync's EvaluateCode for tests of resolver files: one handler with a given `ctx`
 * (`{args?, identity?, source?, stash?, result?, prev?, error?, request?, info?, env?}`).
 * Throws a `CodeRefusal` with file and line for code that the runtime refuses to load.
 */
export function evaluateCode(input: {
  readonly code: string;
  readonly fileName: string;
  readonly context: Readonly<Fields>;
  readonly function: HandlerName;
  readonly clock: Clock;
}): CodeEvaluation {
  const context = { ...input.context, args: input.context["args"] ?? input.context["arguments"] ?? {} };
  const { effects, error, ...rest } = evaluate(
    loadHandlers(input.code, input.fileName),
    input.function,
    context,
    input.clock,
  );
  const { appended, logs, invalidations: _, ...filters } = effects;
  return {
    ...rest,
    ...filters,
    logs,
    outErrors: appended.map(({ message, errorType }) => ({ message, type: errorType })),
    ...(error && {
      error: { message: error.message, type: error.errorType, data: error.data, errorInfo: error.errorInfo },
    }),
  };
}
