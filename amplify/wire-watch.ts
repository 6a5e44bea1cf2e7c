import type { IUserPool } from "aws-cdk-lib/aws-cognito";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { deadLettersOf, type Queues } from "./queues.ts";
import { hostWatchStatements } from "./statements.ts";

interface Watch {
  readonly resources: { readonly lambda: IFunction };
  addEnvironment(name: string, value: string): void;
}

/** What hosts are told about the machinery: every queue with its dead letters, the alarms, LINE's quota. */
export function wireWatch(
  watch: Watch,
  world: {
    readonly queues: Queues;
    readonly userPool: IUserPool;
    readonly apiUrlName: string;
    readonly alarmPrefix: string;
    readonly alarmsArn: string;
    readonly lineApiBaseUrl: string;
  },
): void {
  const { queues, userPool } = world;
  watch.addEnvironment("GRAPHQL_URL_PARAMETER", world.apiUrlName);
  watch.addEnvironment("USER_POOL_ID", userPool.userPoolId);
  watch.addEnvironment("LINE_API_BASE_URL", world.lineApiBaseUrl);
  watch.addEnvironment("ALARM_PREFIX", world.alarmPrefix);
  for (const [name, queue] of Object.entries(queues)) {
    watch.addEnvironment(`${name.toUpperCase()}_QUEUE_URL`, queue.queueUrl);
    watch.addEnvironment(`${name.toUpperCase()}_DEAD_LETTERS_URL`, deadLettersOf(queue).queueUrl);
  }
  for (const statement of hostWatchStatements({
    queues: Object.values(queues).map(({ queueArn }) => queueArn),
    photoQueue: queues.photos.queueArn,
    deadLetters: Object.values(queues).map((queue) => deadLettersOf(queue).queueArn),
    alarms: world.alarmsArn,
    userPool: userPool.userPoolArn,
  }))
    watch.resources.lambda.addToRolePolicy(statement);
}
