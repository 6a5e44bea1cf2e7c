import type { ProductRight } from "./product-rights.ts";

/** Rights that nothing here misses and that stay, each with its reason. */
const kept: readonly {
  readonly action: string;
  readonly resource: RegExp;
  readonly why: string;
}[] = [
  {
    action: "ssm:GetParameters",
    resource: /:parameter\/amplify\/shared\//,
    why: "Amplify's `secret()` grants it: a secret that the branch does not have is looked for among the shared ones",
  },
  {
    action: "lambda:InvokeFunction",
    resource: /:function:[^:]+:\*$/,
    why: "the CDK's grant for a data source names the function's versions too; there are none",
  },
  {
    action: "dynamodb:GetItem",
    resource: /:table\/Audit-/,
    why: "AppSync reads what is there when an entry is written once more after a lost answer",
  },
  {
    action: "s3:AbortMultipartUpload",
    resource: /\/(event-)?exports\/\*$/,
    why: "an archive that breaks off takes its parts away; the bucket's lifecycle does it a day later",
  },
  {
    action: "sqs:ChangeMessageVisibility",
    resource: /ReminderQueue/,
    why: "a reminder that failed comes back soon by it; six minutes later, as without it, its guest waits no longer",
  },
  {
    action: "sqs:ChangeMessageVisibility",
    resource: /RehearsalQueue/,
    why: "a step that failed comes back soon by it, so that drawn guests do not all wait for six minutes",
  },
];

/** Why an unmissed right stays; undefined for one that has to go. */
export function reasonToKeep({ action, resource }: ProductRight): string | undefined {
  return kept.find((one) => one.action === action && one.resource.test(resource))?.why;
}
