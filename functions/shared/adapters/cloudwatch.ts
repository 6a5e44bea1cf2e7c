import * as z from "zod";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";
import type { Alarm, AlarmBoard } from "../ports/alarm-board.ts";

const answerShape = z.object({
  MetricAlarms: z.array(
    z.object({
      AlarmName: z.string(),
      StateValue: z.enum(["OK", "ALARM", "INSUFFICIENT_DATA"]),
      /** Seconds since the epoch. */
      StateTransitionedTimestamp: z.number().optional(),
      StateUpdatedTimestamp: z.number(),
      StateReasonData: z.string().optional(),
      Threshold: z.number().optional(),
    }),
  ),
  NextToken: z.string().optional(),
});
type Described = z.infer<typeof answerShape>["MetricAlarms"][number];

const reasonShape = z.object({ recentDatapoints: z.array(z.number()).optional() });

/** CloudWatch's alarms whose names begin so; told without that beginning. */
export function createAlarmBoard(fetch: AwsFetch, endpoint: string, prefix: string): AlarmBoard {
  return {
    async alarms() {
      const all: Alarm[] = [];
      let token: string | undefined;
      do {
        const page = await describeAlarms(fetch, endpoint, prefix, token);
        all.push(...page.MetricAlarms.map((described) => alarmOf(described, prefix)));
        token = page.NextToken;
      } while (token !== undefined);
      return all;
    },
  };
}

async function describeAlarms(
  fetch: AwsFetch,
  endpoint: string,
  prefix: string,
  token: string | undefined,
): Promise<z.infer<typeof answerShape>> {
  try {
    const response = await fetch(`${endpoint}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "GraniteServiceVersion20100801.DescribeAlarms",
      },
      body: JSON.stringify({
        AlarmNamePrefix: prefix,
        AlarmTypes: ["MetricAlarm"],
        MaxRecords: 100,
        NextToken: token,
      }),
    });
    if (!response.ok) throw new Error(`DescribeAlarms ${response.status}`);
    return answerShape.parse(response.json());
  } catch (error) {
    throw new Fault("alarms-unreachable", error);
  }
}

function alarmOf(described: Described, prefix: string): Alarm {
  const value = valueIn(described.StateReasonData);
  const { Threshold: threshold } = described;
  return {
    name: described.AlarmName.slice(prefix.length),
    state: described.StateValue,
    since: (described.StateTransitionedTimestamp ?? described.StateUpdatedTimestamp) * 1_000,
    ...(value !== undefined && { value }),
    ...(threshold !== undefined && { threshold }),
  };
}

/** The highest of the points that decided; text that is not what CloudWatch writes today tells nothing. */
function valueIn(reason: string | undefined): number | undefined {
  if (reason === undefined) return undefined;
  try {
    const { recentDatapoints = [] } = reasonShape.parse(JSON.parse(reason));
    return recentDatapoints.length === 0 ? undefined : Math.max(...recentDatapoints);
  } catch {
    return undefined; // the alarm itself is what matters
  }
}
