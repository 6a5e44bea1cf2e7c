import type { Clock } from "../../aws/service.ts";
import { FieldError } from "../errors.ts";
import { plainCopy, plainRecord, type Fields } from "../shape.ts";
import type { HandlerModule, HandlerName } from "./handler-module.ts";
import { during, EarlyReturn, noEffects, type Effects } from "./invocation.ts";

export interface Evaluation {
  readonly result: unknown;
  /** The stash after the handler, to be handed to the next one. */
  readonly stash: Fields;
  readonly effects: Effects;
  /** Set if the handler ended by `runtime.earlyReturn`. */
  readonly skipTo?: "END" | "NEXT";
  readonly error?: FieldError;
}

/** The line of a fault in resolver code, for the log. */
function placeOf(error: unknown, fileName: string): string {
  const stack = error instanceof Error || hasStack(error) ? String(error.stack) : "";
  const line = stack.split("\n").find((text) => text.includes(`${fileName}:`));
  return /:(\d+:\d+)\)?$/.exec(line ?? "")?.[1] ?? "?";
}

function hasStack(error: unknown): error is { stack: unknown } {
  return typeof error === "object" && error !== null && "stack" in error;
}

function asFieldError(error: unknown, fileName: string, effects: Effects): FieldError {
  if (error instanceof FieldError) return error;
  // Errors of the sandbox are of another realm, so `instanceof Error` cannot tell.
  effects.logs.push(`${fileName}:${placeOf(error, fileName)} ${String(error)}`);
  return new FieldError("Runtime Error", "Code");
}

/** Runs one handler on its own copy of the context. Never throws for what the code does. */
export function evaluate(
  module: HandlerModule,
  handler: HandlerName,
  context: Fields,
  clock: Clock,
): Evaluation {
  const effects = noEffects();
  const instance = module.instantiate(JSON.stringify({ stash: {}, ...context }));
  const outcome = during({ clock, identity: instance.context["identity"] ?? null, effects }, () => {
    try {
      return { result: plainCopy(instance.call(handler)) };
    } catch (error) {
      if (error instanceof EarlyReturn) return { result: error.value, skipTo: error.skipTo };
      return { result: null, error: asFieldError(error, module.fileName, effects) };
    }
  });
  return { ...outcome, stash: plainRecord(instance.context["stash"]), effects };
}
