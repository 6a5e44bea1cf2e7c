import type { Queues } from "../aws/sqs/queues.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { object } from "./template-values.ts";

/** Queues of the templates; a dead-letter queue must exist before the queue that names it. */
export function addQueues(deployment: Deployment, queues: Queues): void {
  const declared = deployment.all("AWS::SQS::Queue");
  const isSource = (properties: Readonly<Record<string, unknown>>): boolean => "RedrivePolicy" in properties;
  for (const { identity, properties } of declared.toSorted(
    (a, b) => Number(isSource(a.properties)) - Number(isSource(b.properties)),
  )) {
    const attributes: Record<string, string> = {};
    for (const name of [
      "VisibilityTimeout",
      "MessageRetentionPeriod",
      "DelaySeconds",
      "MaximumMessageSize",
    ]) {
      const value = properties[name];
      if (typeof value === "number") attributes[name] = String(value);
    }
    if (isSource(properties)) {
      const redrive = object(properties, "RedrivePolicy");
      attributes["RedrivePolicy"] = JSON.stringify(redrive);
    }
    queues.createQueue({ name: String(identity.attributes["QueueName"]), attributes });
  }
}
