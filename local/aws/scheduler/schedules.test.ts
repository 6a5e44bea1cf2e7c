import { beforeEach, describe, expect, it, vi } from "vitest";
import { Faults } from "../../faults/faults.ts";
import { createIdentities } from "../iam/identities.ts";
import { ACCOUNT_ID, AwsError, REGION } from "../service.ts";
import { createSchedules } from "./create-schedules.ts";
import { nextTimeOf } from "./schedule-expression.ts";

const HOUR_MS = 3_600_000;
const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`);
const timesOf = (expression: string, from: string, count = 3): readonly string[] => {
  const next = nextTimeOf(expression, at(from));
  const found: string[] = [];
  for (let now = at(from); found.length < count;) {
    now = next(now);
    found.push(new Date(now).toISOString().slice(11, 19));
  }
  return found;
};

describe("a schedule's expression", () => {
  it.each([
    ["cron(0 */1 * * ? *)", ["07:00:00", "08:00:00", "09:00:00"]],
    ["cron(0 */6 * * ? *)", ["12:00:00", "18:00:00", "00:00:00"]],
    ["cron(*/20 * * * ? *)", ["06:40:00", "07:00:00", "07:20:00"]],
    ["cron(5 3 ? * * *)", ["03:05:00", "03:05:00", "03:05:00"]],
    ["cron(30/15 6 * * ? *)", ["06:45:00", "06:30:00", "06:45:00"]],
    ["rate(1 hour)", ["07:30:10", "08:30:10", "09:30:10"]],
    ["rate(20 minutes)", ["06:50:10", "07:10:10", "07:30:10"]],
  ])("%s", (expression, expected) => {
    expect(timesOf(expression, "06:30:10")).toEqual(expected);
  });

  it.each([
    "cron(0 0 1 * ? *)",
    "cron(0 0 ? * 1 *)",
    "cron(0 0 * 3 ? *)",
    "cron(0 0 * * ? 2027)",
    "cron(60 * * * ? *)",
    "cron(1,2 * * * ? *)",
    "cron(0 0 * * *)",
    "rate(0 hours)",
    "rate(1 week)",
    "at(2026-11-21T10:00:00)",
    "every 1h",
  ])("refuses %s by name", (expression) => {
    expect(() => nextTimeOf(expression, 0)).toThrow(AwsError);
    expect(() => nextTimeOf(expression, 0)).toThrow(expression);
  });
});

const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/scheduler`;
const target = `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:keeper`;
const definition = {
  FlexibleTimeWindow: { Mode: "OFF" },
  ScheduleExpression: "cron(0 */1 * * ? *)",
  ScheduleExpressionTimezone: "UTC",
  State: "ENABLED",
  Target: {
    Arn: target,
    RoleArn: roleArn,
    RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
  },
};
const trust = (condition: object, service = "scheduler.amazonaws.com") => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service }, Condition: condition },
  ],
});
const allowing = (action: string) => ({
  Version: "2012-10-17" as const,
  Statement: [{ Effect: "Allow" as const, Action: action, Resource: target }],
});

describe("schedules", () => {
  let now = 0;
  let faults: Faults;
  const calls: unknown[] = [];
  const lines: string[] = [];
  const invoke = vi.fn(async (_target: string, payload: unknown) => {
    calls.push(payload);
    return { payload: null };
  });
  const opened = (options: { readonly action?: string; readonly trust?: object } = {}) => {
    const identities = createIdentities();
    identities.addRole({
      roleArn,
      policies: [allowing(options.action ?? "lambda:InvokeFunction")],
      trust: options.trust ?? trust({ StringEquals: { "aws:SourceAccount": ACCOUNT_ID } }),
    });
    faults = new Faults();
    const clock = faults.clock(() => now);
    return createSchedules({
      clock,
      faults,
      identities,
      lambda: { invoke },
      log: (line) => lines.push(line),
    });
  };
  beforeEach(() => {
    now = at("06:30:10");
    calls.length = lines.length = 0;
  });

  it("call by the stack's clock, and once for whatever was jumped over", async () => {
    const schedules = opened();
    schedules.add("hourly", definition);
    await schedules.tick();
    expect(calls).toEqual([]);
    now = at("07:00:01");
    await schedules.tick();
    await schedules.tick();
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ source: "aws.scheduler", time: "2026-11-21T07:00:00Z" });
    faults.set({ clockOffsetMs: 90 * 24 * HOUR_MS });
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    schedules.close();
  });

  it("send the target's own input", async () => {
    const schedules = opened();
    schedules.add("hourly", { ...definition, Target: { ...definition.Target, Input: '{"a":1}' } });
    now += HOUR_MS;
    await schedules.tick();
    expect(calls).toEqual([{ a: 1 }]);
    schedules.close();
  });

  it("do not call when they are switched off", async () => {
    const schedules = opened();
    schedules.add("hourly", { ...definition, State: "DISABLED" });
    now += HOUR_MS;
    await schedules.tick();
    expect(calls).toEqual([]);
    schedules.close();
  });

  it("say loudly that a call failed, and go on", async () => {
    const schedules = opened();
    schedules.add("hourly", definition);
    invoke.mockRejectedValueOnce(new Error("throttled"));
    now += HOUR_MS;
    await schedules.tick();
    expect(lines.join()).toContain("ERROR hourly: throttled");
    now += HOUR_MS;
    await schedules.tick();
    expect(calls).toHaveLength(1);
    schedules.close();
  });

  it("refuse what would never be called on AWS, and what has no stand-in", () => {
    expect(() => opened({ action: "lambda:GetFunction" }).add("a", definition)).toThrow(
      "lambda:InvokeFunction",
    );
    expect(() => opened({ trust: trust({}, "lambda.amazonaws.com") }).add("a", definition)).toThrow(
      "cannot be assumed",
    );
    const elsewhere = trust({ StringEquals: { "aws:SourceAccount": "1" } });
    expect(() => opened({ trust: elsewhere }).add("a", definition)).toThrow("cannot be assumed");
    for (const change of [
      { FlexibleTimeWindow: { Mode: "FLEXIBLE" } },
      { ScheduleExpressionTimezone: "Asia/Tokyo" },
      { StartDate: "2026-11-21T10:00:00Z" },
    ])
      expect(() => opened().add("a", { ...definition, ...change })).toThrow();
  });
});
