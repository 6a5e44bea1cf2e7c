import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Queues } from "./queues.ts";
import { consumeStatement, eventArchiverStatements, sendStatement } from "./statements.ts";

interface Archiver {
  readonly resources: { readonly lambda: IFunction };
  addEnvironment(name: string, value: string): void;
}

/**
 * X1: one part of an export at a time, each with a message of its own. Two exports may be made side by side: AWS knows no
 * smaller number here.
 */
export function wireArchiver(
  archiver: Archiver,
  world: { readonly queues: Queues; readonly bucket: IBucket; readonly apiUrlName: string },
): void {
  const { exports } = world.queues;
  const { lambda } = archiver.resources;
  archiver.addEnvironment("GRAPHQL_URL_PARAMETER", world.apiUrlName);
  archiver.addEnvironment("PHOTO_BUCKET", world.bucket.bucketName);
  archiver.addEnvironment("EXPORT_QUEUE_URL", exports.queueUrl);
  for (const statement of [
    sendStatement(exports.queueArn),
    consumeStatement(exports.queueArn),
    ...eventArchiverStatements(world.bucket.bucketArn),
  ])
    lambda.addToRolePolicy(statement);
  lambda.addEventSourceMapping("Exports", {
    eventSourceArn: exports.queueArn,
    batchSize: 1,
    maxConcurrency: 2,
  });
}
