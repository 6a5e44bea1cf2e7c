import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError, type Caller } from "../service.ts";
import { type Alarm, alarmArn } from "./alarm.ts";

const schema = z.object({
  AlarmNames: z.array(z.string()).max(100).optional(),
  AlarmNamePrefix: z.string().min(1).optional(),
  AlarmTypes: z.array(z.enum(["MetricAlarm", "CompositeAlarm", "LogAlarm"])).optional(),
  StateValue: z.enum(["OK", "ALARM", "INSUFFICIENT_DATA"]).optional(),
  MaxRecords: z.int().min(1).max(100).default(50),
  NextToken: z.string().optional(),
});
/** Members that narrow the answer in ways that nobody here knows. */
const unknownMembers = ["ChildrenOfAlarmName", "ParentsOfAlarmName", "ActionPrefix"];

/** In the order of their names. */
export function describeAlarms(alarms: readonly Alarm[], input: unknown, caller: Caller): unknown {
  const request = parseInput(schema, input, "ValidationException");
  const given = Object.keys(input ?? {}).find((member) => unknownMembers.includes(member));
  if (given !== undefined) throw new AwsError("ValidationException", `${given} is not available locally`);
  if (request.AlarmNames !== undefined && request.AlarmNamePrefix !== undefined) {
    throw new AwsError("ValidationException", "AlarmNames and AlarmNamePrefix cannot both be given");
  }
  for (const name of request.AlarmNames ?? ["*"])
    caller.authorize("cloudwatch:DescribeAlarms", alarmArn(name));
  const found = alarms
    .filter((alarm) => isAskedFor(alarm, request))
    .toSorted((a, b) => (a.definition.AlarmName < b.definition.AlarmName ? -1 : 1));
  const start = startOf(request.NextToken);
  const end = start + request.MaxRecords;
  return {
    MetricAlarms: found.slice(start, end).map((alarm) => alarm.describe()),
    CompositeAlarms: [],
    ...(end < found.length && { NextToken: String(end) }),
  };
}

function isAskedFor({ definition, state }: Alarm, request: z.output<typeof schema>): boolean {
  const { AlarmName } = definition;
  return (
    (request.AlarmTypes?.includes("MetricAlarm") ?? true) &&
    (request.AlarmNames?.includes(AlarmName) ?? true) &&
    AlarmName.startsWith(request.AlarmNamePrefix ?? "") &&
    (request.StateValue ?? state) === state
  );
}

function startOf(token: string | undefined): number {
  if (token === undefined) return 0;
  if (!/^\d{1,9}$/.test(token))
    throw new AwsError("InvalidNextToken", "The next token specified is invalid.");
  return Number(token);
}
