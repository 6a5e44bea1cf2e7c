/** What is measured, by the vendor's names. */
export interface Metric {
  /** For example `AWS/SQS`. */
  readonly namespace: string;
  readonly name: string;
  /** For example `{ QueueName: "photos" }`. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** All that the stand-ins measure of AWS: the dimension that each metric has. */
const measured: Readonly<Record<string, string>> = {
  "AWS/SQS ApproximateAgeOfOldestMessage": "QueueName",
  "AWS/SQS ApproximateNumberOfMessagesVisible": "QueueName",
  "AWS/Lambda Errors": "FunctionName",
  "AWS/Lambda Throttles": "FunctionName",
  "AWS/Lambda ConcurrentExecutions": "FunctionName",
  "AWS/AppSync 5XXError": "GraphQLAPIId",
  "AWS/Rekognition ThrottledCount": "Operation",
};

export function isMeasured({ namespace, name, dimensions }: Metric): boolean {
  // What functions measure themselves comes with their log, whatever they call it.
  if (!namespace.startsWith("AWS/")) return true;
  const dimension = measured[`${namespace} ${name}`];
  return dimension !== undefined && Object.keys(dimensions).join() === dimension;
}

export function keyOf({ namespace, name, dimensions }: Metric): string {
  const parts = Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, parts]);
}
