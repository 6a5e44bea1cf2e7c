import * as z from "zod";
import type { FaultPlan } from "./fault-plan.ts";

/**
 * Throws a `ZodError` for an operation that its service does not have: a misspelt fault would never strike, and nobody
 * would learn of it.
 */
export function checkActions(plan: FaultPlan, operations: ReadonlyMap<string, ReadonlySet<string>>): void {
  const issues = Object.keys(plan.calls ?? {}).flatMap((action) => {
    const [service = "", operation = ""] = action.split(":");
    const known = operations.get(service);
    if (known === undefined || operation === "*" || known.has(operation)) return [];
    const message = `No operation ${action}; there are ${[...known].join(", ")}`;
    return [{ code: "custom" as const, path: ["calls", action], message, input: action }];
  });
  if (issues.length > 0) throw new z.ZodError(issues);
}
