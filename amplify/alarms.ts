import { Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { deadLettersOf, type Queues } from "./queues.ts";

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** Where the alarms stand, and what all their names begin with, so that hosts are shown these and no others. */
export interface AlarmPlace {
  readonly scope: Construct;
  readonly prefix: string;
}

interface Bell {
  /** What hosts are told about stands in domain/words/host-troubles.ts under this name. */
  readonly name: string;
  readonly description: string;
  readonly metric: IMetric;
  /** It rings from here on. */
  readonly threshold: number;
  /** Times of the metric's period in a row; once when left out. */
  readonly periods?: number;
}

function addAlarm({ scope, prefix }: AlarmPlace, bell: Bell): void {
  const id = bell.name.replaceAll(/(^|-)([a-z])/gi, (_all, _dash, letter: string) => letter.toUpperCase());
  new Alarm(scope, `${id}Alarm`, {
    alarmName: `${prefix}${bell.name}`,
    alarmDescription: bell.description,
    metric: bell.metric,
    threshold: bell.threshold,
    evaluationPeriods: bell.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Nothing is measured where nothing happens.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

/** How long guests and hosts may wait before somebody should know. */
const PATIENCE_S: Readonly<Record<keyof Queues, number>> = {
  photos: 120,
  chat: 180,
  orders: 60,
  reminders: 180,
  // A part is under way for minutes.
  exports: 900,
  // Drawn guests come in real time.
  rehearsals: 180,
};

export function watchQueues(place: AlarmPlace, queues: Queues): void {
  for (const name of ["photos", "chat", "orders", "reminders", "exports", "rehearsals"] as const) {
    const queue = queues[name];
    const threshold = PATIENCE_S[name];
    addAlarm(place, {
      name: `${name}-waiting`,
      description: `The oldest message of the queue of ${name} has waited for ${threshold} seconds or longer.`,
      metric: queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, statistic: Stats.MAXIMUM }),
      threshold,
      periods: 2,
    });
    addAlarm(place, {
      name: `${name}-dead-letters`,
      description: `A message of the queue of ${name} failed eight times.`,
      metric: deadLettersOf(queue).metricApproximateNumberOfMessagesVisible({
        period: MINUTE,
        statistic: Stats.MAXIMUM,
      }),
      threshold: 1,
    });
  }
}

/** A function, by the name that hosts are told. */
export interface WatchedFunction {
  readonly name: string;
  readonly lambda: IFunction;
  /** Failed invocations within five minutes that nobody need know of yet. */
  readonly tolerated: number;
  /** Where one wants to know before the share of the account's concurrency is used up. */
  readonly concurrency?: number;
}

const NEAR = 0.8;
/** A burst may once meet an instance that is not there yet: the caller tries again. */
const FEW_THROTTLES = 5;

export function watchFunctions(place: AlarmPlace, functions: readonly WatchedFunction[]): void {
  for (const { name, lambda, tolerated, concurrency } of functions) {
    addAlarm(place, {
      name: `${name}-errors`,
      description: `${name} failed more than ${tolerated} times within five minutes.`,
      metric: lambda.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      threshold: tolerated + 1,
    });
    addAlarm(place, {
      name: `${name}-throttles`,
      description: `${name} was called more often than it may run, ${FEW_THROTTLES} times within five minutes.`,
      metric: lambda.metricThrottles({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      threshold: FEW_THROTTLES,
    });
    if (concurrency === undefined) continue;
    addAlarm(place, {
      name: `${name}-busy`,
      description: `${name} runs close to the ${concurrency} times at once that it may.`,
      metric: lambda.metric("ConcurrentExecutions", { period: MINUTE, statistic: Stats.MAXIMUM }),
      threshold: Math.ceil(concurrency * NEAR),
      periods: 2,
    });
  }
}

const FEW_API_FAILURES = 5;

/** In the API's own stack: the other one must not depend on it. */
export function watchApi(place: AlarmPlace, apiId: string): void {
  addAlarm(place, {
    name: "api-errors",
    description: `The GraphQL API failed ${FEW_API_FAILURES} times within five minutes.`,
    metric: new Metric({
      namespace: "AWS/AppSync",
      metricName: "5XXError",
      dimensionsMap: { GraphQLAPIId: apiId },
      period: FIVE_MINUTES,
      statistic: Stats.SUM,
    }),
    threshold: FEW_API_FAILURES,
  });
}

/** The worker waits and tries again; more than this means that photos come faster than they can be read. */
const FEW_SLOW_READS = 10;

export function watchReading(place: AlarmPlace): void {
  for (const Operation of ["DetectFaces", "DetectModerationLabels", "DetectLabels"]) {
    addAlarm(place, {
      name: `${Operation}-throttled`,
      description: `Rekognition's ${Operation} was asked too often, ${FEW_SLOW_READS} times within five minutes.`,
      metric: new Metric({
        namespace: "AWS/Rekognition",
        metricName: "ThrottledCount",
        dimensionsMap: { Operation },
        period: FIVE_MINUTES,
        statistic: Stats.SUM,
      }),
      threshold: FEW_SLOW_READS,
    });
  }
}

/** Where the bot stops pushing by itself (A5), so that hosts have the rest. */
const QUOTA_PERCENT = 90;

export function watchLineQuota(place: AlarmPlace, worker: IFunction): void {
  addAlarm(place, {
    name: "line-quota",
    description: `LINE's messages of the month are used up to ${QUOTA_PERCENT} percent.`,
    // Out of the worker's log, which measures whenever it has asked LINE.
    metric: new Metric({
      namespace: "Egao",
      metricName: "line-quota",
      dimensionsMap: { FunctionName: worker.functionName },
      period: FIVE_MINUTES,
      statistic: Stats.MAXIMUM,
    }),
    threshold: QUOTA_PERCENT,
  });
}

const HOUR = Duration.hours(1);

/** K9, K11: what the keeper measures every hour. */
export function watchEndings(place: AlarmPlace, keeper: IFunction): void {
  const measured = (metricName: string): IMetric =>
    new Metric({
      namespace: "Egao",
      metricName,
      dimensionsMap: { FunctionName: keeper.functionName },
      period: HOUR,
      statistic: Stats.MAXIMUM,
    });
  addAlarm(place, {
    name: "events-near-their-end",
    description: "An event is deleted within days, and nobody has downloaded its photos.",
    metric: measured("events-near-their-end"),
    threshold: 1,
  });
  addAlarm(place, {
    name: "deletions-stuck",
    description: "The deletion of an event has not moved for three quarters of an hour.",
    metric: measured("deletions-stuck"),
    threshold: 1,
  });
}

/** Reading the alarms' states; CloudWatch lists alarms only for who may see every one of the account and region. */
export const alarmsArn = (scope: Construct): string =>
  Stack.of(scope).formatArn({ service: "cloudwatch", resource: "alarm:*" });
