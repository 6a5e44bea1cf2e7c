import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";
import type { RetrySoon } from "../ports/retry-soon.ts";

/** Sets the visibility of a failed message, of any queue of the same account and region. Fault `queue-refused`. */
export function createRetrySoon(fetch: AwsFetch, endpoint: string): RetrySoon {
  return async ({ queueArn, receiptHandle }, delaySeconds) => {
    // arn:aws:sqs:REGION:ACCOUNT:NAME
    const [account = "", name = ""] = queueArn.split(":").slice(-2);
    const response = await fetch(`${endpoint}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "AmazonSQS.ChangeMessageVisibility",
      },
      body: JSON.stringify({
        QueueUrl: `${endpoint}/${account}/${name}`,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: delaySeconds,
      }),
    });
    if (!response.ok) throw new Fault("queue-refused", `ChangeMessageVisibility ${response.status}`);
  };
}
