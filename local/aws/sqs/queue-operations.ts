import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { ACCOUNT_ID, AwsError } from "../service.ts";
import { type OperationContext, type Operations, permittedEntry, permittedQueue } from "./operation.ts";
import { queueArn, type RegisteredQueue } from "./queue-registry.ts";
import { showSettings } from "./queue-settings.ts";

const queueSchema = z.object({ QueueUrl: z.string() });
const urlSchema = z.object({ QueueName: z.string() });
const listSchema = z.object({
  QueueNamePrefix: z.string().default(""),
  MaxResults: z.number().int().min(1).max(1000).default(1000),
  NextToken: z.string().default(""),
});
const attributesSchema = queueSchema.extend({ AttributeNames: z.array(z.string()).default([]) });
const changesSchema = queueSchema.extend({ Attributes: z.record(z.string(), z.string()) });

/** The calls about queues as a whole. Queues are made from the templates only, so there is no `CreateQueue`. */
export const queueOperations: Operations = {
  GetQueueUrl(input, context) {
    const { QueueName } = parseInput(urlSchema, input, "InvalidParameterValue");
    return { QueueUrl: urlOf(permittedQueue(QueueName, "sqs:GetQueueUrl", context).name, context) };
  },

  ListQueues(input, context) {
    const request = parseInput(listSchema, input, "InvalidParameterValue");
    context.caller.authorize("sqs:ListQueues", queueArn("*"));
    const names = context.registry
      .all()
      .map(({ queue }) => queue.name)
      .filter((name) => name.startsWith(request.QueueNamePrefix) && name > request.NextToken)
      .sort();
    const page = names.slice(0, request.MaxResults);
    return {
      QueueUrls: page.map((name) => urlOf(name, context)),
      ...(page.length < names.length && { NextToken: page.at(-1) }),
    };
  },

  GetQueueAttributes(input, context) {
    const { QueueUrl, AttributeNames } = parseInput(attributesSchema, input, "InvalidParameterValue");
    const all = allAttributes(permittedEntry(QueueUrl, "sqs:GetQueueAttributes", context));
    if (AttributeNames.includes("All")) return { Attributes: all };
    const unknown = AttributeNames.find((name) => !shownNames.has(name));
    if (unknown !== undefined) throw new AwsError("InvalidAttributeName", `Unknown Attribute ${unknown}.`);
    return {
      Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => AttributeNames.includes(name))),
    };
  },

  SetQueueAttributes(input, context) {
    const { QueueUrl, Attributes } = parseInput(changesSchema, input, "InvalidParameterValue");
    const { queue, attributes } = permittedEntry(QueueUrl, "sqs:SetQueueAttributes", context);
    context.registry.create(queue.name, { ...attributes, ...Attributes });
  },

  PurgeQueue(input, context) {
    const { QueueUrl } = parseInput(queueSchema, input, "InvalidParameterValue");
    permittedQueue(QueueUrl, "sqs:PurgeQueue", context).purge();
  },
};

const shownNames = new Set([
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesDelayed",
  "ApproximateNumberOfMessagesNotVisible",
  "CreatedTimestamp",
  "DelaySeconds",
  "KmsDataKeyReusePeriodSeconds",
  "KmsMasterKeyId",
  "LastModifiedTimestamp",
  "MaximumMessageSize",
  "MessageRetentionPeriod",
  "Policy",
  "QueueArn",
  "ReceiveMessageWaitTimeSeconds",
  "RedriveAllowPolicy",
  "RedrivePolicy",
  "SqsManagedSseEnabled",
  "VisibilityTimeout",
]);

function allAttributes({ queue, createdAtMs, modifiedAtMs }: RegisteredQueue): Record<string, string> {
  const counts = queue.counts();
  return {
    ...showSettings(queue.settings),
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    CreatedTimestamp: String(Math.floor(createdAtMs / 1000)),
    LastModifiedTimestamp: String(Math.floor(modifiedAtMs / 1000)),
  };
}

function urlOf(name: string, { origin }: OperationContext): string {
  return `${origin()}/${ACCOUNT_ID}/${name}`;
}
