import type { CloudWatch } from "../aws/cloudwatch/create-cloud-watch.ts";
import type { Queues } from "../aws/sqs/queues.ts";
import type { Deployment } from "../cloudformation/deployment.ts";

/** Alarms of the templates, and what they look at of the queues; functions and API report by themselves. */
export function addAlarms(
  deployment: Deployment,
  { cloudWatch, queues }: { readonly cloudWatch: CloudWatch; readonly queues: Queues },
): void {
  for (const { properties } of deployment.all("AWS::CloudWatch::Alarm")) {
    // DescribeAlarms tells no tags.
    const { Tags: _tags, ...definition } = properties;
    cloudWatch.putAlarm(definition);
  }
  for (const { identity } of deployment.all("AWS::SQS::Queue")) {
    const name = String(identity.attributes["QueueName"]);
    const metric = (metricName: string) => ({
      namespace: "AWS/SQS",
      name: metricName,
      dimensions: { QueueName: name },
    });
    cloudWatch.watch(metric("ApproximateNumberOfMessagesVisible"), () => queues.counts(name).visible);
    cloudWatch.watch(metric("ApproximateAgeOfOldestMessage"), () => queues.queue(name).oldestAgeS());
  }
}
