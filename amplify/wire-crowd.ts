import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Queues } from "./queues.ts";
import { consumeStatement, rehearsalCrowdStatements, sendStatement } from "./statements.ts";

interface Crowd {
  readonly resources: { readonly lambda: IFunction };
  addEnvironment(name: string, value: string): void;
}

/**
 * H1: the next seconds of a rehearsal at a time, each with a message of its own. Two events may rehearse side by side: AWS
 * knows no smaller number here.
 */
export function wireCrowd(
  crowd: Crowd,
  world: {
    readonly queues: Queues;
    readonly bucket: IBucket;
    readonly apiUrlName: string;
    readonly webhookUrl: string;
  },
): void {
  const { rehearsals } = world.queues;
  const { lambda } = crowd.resources;
  crowd.addEnvironment("GRAPHQL_URL_PARAMETER", world.apiUrlName);
  crowd.addEnvironment("PHOTO_BUCKET", world.bucket.bucketName);
  crowd.addEnvironment("REHEARSAL_QUEUE_URL", rehearsals.queueUrl);
  crowd.addEnvironment("WEBHOOK_URL", world.webhookUrl);
  for (const statement of [
    sendStatement(rehearsals.queueArn),
    consumeStatement(rehearsals.queueArn),
    ...rehearsalCrowdStatements(world.bucket.bucketArn),
  ])
    lambda.addToRolePolicy(statement);
  lambda.addEventSourceMapping("Rehearsals", {
    eventSourceArn: rehearsals.queueArn,
    batchSize: 1,
    maxConcurrency: 2,
  });
}
