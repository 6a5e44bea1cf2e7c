import type { Operation } from "../operations/operation.ts";
import type { Route } from "../wire/route.ts";

/** Calls allowed within a time. */
export interface Rate {
  readonly calls: number;
  readonly withinMs: number;
}

export interface OperationRoute extends Route {
  /** The name that the vendor's client gives it; faults are switched by it. */
  readonly name: string;
  readonly run: Operation;
  readonly rate: Rate;
  /** What a body may be; JSON when left out. */
  readonly mediaTypes?: readonly string[];
}

const USUAL: Rate = { calls: 2_000, withinMs: 1_000 };

export function route(
  method: string,
  path: string,
  name: string,
  run: Operation,
  rate: Rate = USUAL,
): OperationRoute {
  return { method, path, name, run, rate };
}
