import * as z from "zod";
import type { FaultPlan } from "./fault-plan.ts";

const SERVICES = [
  "appsync",
  "cdn",
  "cloudfront",
  "cognito-idp",
  "dynamodb",
  "lambda",
  "line",
  "rekognition",
  "s3",
  "sqs",
  "ssm",
];
const form = new RegExp(`^(\\*|(${SERVICES.join("|")}):(\\*|\\w+))$`);

/**
 * Throws a `ZodError` for an action that nobody does, by the names that services have declared: a misspelt fault would
 * never strike, and nobody would learn of it.
 */
export function checkActions(plan: FaultPlan, declared: ReadonlyMap<string, ReadonlySet<string>>): void {
  const issues = Object.keys(plan.calls ?? {}).flatMap((action) => {
    const message = wrongWith(action, declared);
    if (message === undefined) return [];
    return [{ code: "custom" as const, path: ["calls", action], message, input: action }];
  });
  if (issues.length > 0) throw new z.ZodError(issues);
}

function wrongWith(action: string, declared: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  if (!form.test(action))
    return `${action} is not *, SERVICE:* or SERVICE:Operation; services are ${SERVICES.join(", ")}`;
  const [service = "", operation = ""] = action.split(":");
  const known = declared.get(service);
  if (known === undefined || operation === "*" || known.has(operation)) return undefined;
  return `No operation ${action}; there are ${[...known].join(", ")}`;
}
