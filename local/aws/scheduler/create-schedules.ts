import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Faults } from "../../faults/faults.ts";
import type { Identities } from "../iam/identities.ts";
import type { Lambda } from "../lambda/lambda.ts";
import { ACCOUNT_ID, type Clock, REGION } from "../service.ts";
import { type NextTime, nextTimeOf } from "./schedule-expression.ts";

/** A schedule in the words of its template. Members and values that are not here are refused by name. */
const scheduleSchema = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal("OFF") }),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.enum(["UTC", "Etc/UTC"]).default("UTC"),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    RetryPolicy: z
      .strictObject({ MaximumEventAgeInSeconds: z.number(), MaximumRetryAttempts: z.number() })
      .optional(),
  }),
});

export interface SchedulesOptions {
  readonly clock: Clock;
  readonly faults: Pick<Faults, "onChange">;
  readonly identities: Pick<Identities, "checkTrust" | "callerFor">;
  readonly lambda: Pick<Lambda, "invoke">;
  readonly log: (line: string) => void;
}

/** The stand-in of EventBridge Scheduler: calls functions by the stack's clock. */
export interface Schedules {
  /**
   * In the template's words. Throws for what is not available here, and when the role may not call the target or the
   * scheduler may not take the role: on AWS nothing would ever be called.
   */
  add(name: string, definition: unknown): void;
  /** Calls what is due now; resolves when all of it has ended. */
  tick(): Promise<void>;
  close(): void;
}

const SERVICE = "scheduler.amazonaws.com";
/** What AWS tells a role that the scheduler wants to take. */
const source = {
  "aws:SourceAccount": ACCOUNT_ID,
  "aws:SourceArn": `arn:aws:scheduler:${REGION}:${ACCOUNT_ID}:schedule-group/default`,
};
const LOOK_EVERY_MS = 1_000;

interface Planned {
  readonly name: string;
  readonly target: z.output<typeof scheduleSchema>["Target"];
  readonly next: NextTime;
  dueAt: number;
}

/**
 * What was missed while the clock jumped is called once. A call that fails is said in the log and made again at the next
 * time: AWS itself would try it again sooner.
 */
export function createSchedules({ clock, faults, identities, lambda, log }: SchedulesOptions): Schedules {
  const planned: Planned[] = [];

  async function call({ name, target, dueAt }: Planned): Promise<void> {
    try {
      identities.callerFor(target.RoleArn, name).authorize("lambda:InvokeFunction", target.Arn);
      const given: unknown = target.Input === undefined ? messageOf(name, dueAt) : JSON.parse(target.Input);
      const { functionError } = await lambda.invoke(target.Arn, given);
      if (functionError !== undefined) log(`scheduler: ERROR ${name} called ${target.Arn}, which failed`);
    } catch (error) {
      log(`scheduler: ERROR ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async function tick(): Promise<void> {
    const now = clock();
    const due = planned.filter(({ dueAt }) => dueAt <= now);
    const calls = due.map(call);
    for (const one of due) one.dueAt = one.next(now);
    await Promise.all(calls);
  }

  const timer = setInterval(() => void tick(), LOOK_EVERY_MS);
  timer.unref();
  const ignore = faults.onChange(() => void tick());
  return {
    add(name, definition) {
      const { ScheduleExpression, State, Target } = scheduleSchema.parse(definition);
      const next = nextTimeOf(ScheduleExpression, clock());
      identities.checkTrust(Target.RoleArn, SERVICE, source);
      identities.callerFor(Target.RoleArn, name).authorize("lambda:InvokeFunction", Target.Arn);
      if (State === "ENABLED") planned.push({ name, target: Target, next, dueAt: next(clock()) });
    },
    tick,
    close() {
      clearInterval(timer);
      ignore();
    },
  };
}

/** What a target gets that was given no input. */
const messageOf = (name: string, at: number): object => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.scheduler",
  account: ACCOUNT_ID,
  time: `${new Date(at).toISOString().slice(0, 19)}Z`,
  region: REGION,
  resources: [`arn:aws:scheduler:${REGION}:${ACCOUNT_ID}:schedule/default/${name}`],
  detail: "{}",
});
