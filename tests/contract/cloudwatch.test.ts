import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  type MetricAlarm,
} from "@aws-sdk/client-cloudwatch";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCloudWatch } from "../../local/aws/cloudwatch/create-cloud-watch.ts";
import { openGateway } from "./open-gateway.ts";

const START_MS = Date.UTC(2026, 10, 21, 9, 0);
const MINUTE_MS = 60_000;
const errors = { namespace: "AWS/Lambda", name: "Errors", dimensions: { FunctionName: "worker" } };

async function start() {
  let now = START_MS;
  const cloudWatch = createCloudWatch({ clock: () => now });
  onTestFinished(() => cloudWatch.close());
  const opened = await openGateway({ jsonServices: [cloudWatch] });
  const client = new CloudWatchClient(opened.asAdministrator);
  const describeAll = async (input: DescribeAlarmsCommandInput = {}): Promise<MetricAlarm[]> =>
    (await client.send(new DescribeAlarmsCommand(input))).MetricAlarms ?? [];
  return {
    cloudWatch,
    opened,
    client,
    describeAll,
    state: async () => (await describeAll())[0]?.StateValue,
    addAlarm: (change: object = {}) =>
      cloudWatch.putAlarm({
        AlarmName: "egao-worker-errors",
        Namespace: "AWS/Lambda",
        MetricName: "Errors",
        Dimensions: [{ Name: "FunctionName", Value: "worker" }],
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 3,
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
        TreatMissingData: "notBreaching",
        ...change,
      }),
    /** A minute passes. */
    pass(minutes = 1) {
      now += minutes * MINUTE_MS;
    },
  };
}

describe("DescribeAlarms", () => {
  it("tells the alarm as the template has it, its state, why and since when", async () => {
    const { cloudWatch, addAlarm, describeAll, pass } = await start();
    addAlarm({ AlarmDescription: "too many" });
    await describeAll();
    pass();
    cloudWatch.record(errors, 2);
    cloudWatch.record(errors, 3);
    const [alarm] = await describeAll();
    expect(alarm).toEqual({
      AlarmName: "egao-worker-errors",
      AlarmArn: "arn:aws:cloudwatch:ap-northeast-1:123456789012:alarm:egao-worker-errors",
      AlarmDescription: "too many",
      AlarmConfigurationUpdatedTimestamp: new Date(START_MS),
      ActionsEnabled: true,
      OKActions: [],
      AlarmActions: [],
      InsufficientDataActions: [],
      StateValue: "ALARM",
      StateReason: "Threshold Crossed: 1 datapoint [5] were greater than or equal to the threshold (3).",
      StateReasonData: expect.any(String),
      StateUpdatedTimestamp: new Date(START_MS + MINUTE_MS),
      StateTransitionedTimestamp: new Date(START_MS + MINUTE_MS),
      Namespace: "AWS/Lambda",
      MetricName: "Errors",
      Dimensions: [{ Name: "FunctionName", Value: "worker" }],
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 3,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "notBreaching",
    });
    expect(JSON.parse(alarm?.StateReasonData ?? "")).toMatchObject({ recentDatapoints: [5], threshold: 3 });
  });

  it("keeps the time and the reason of the change while the state stays", async () => {
    const { cloudWatch, addAlarm, describeAll, pass } = await start();
    addAlarm();
    cloudWatch.record(errors, 4);
    const [before] = await describeAll();
    pass();
    cloudWatch.record(errors, 9);
    const [after] = await describeAll();
    expect(after).toEqual(before);
  });

  it("finds by name, prefix and state, page by page", async () => {
    const { addAlarm, describeAll, client } = await start();
    for (const name of ["b", "a", "c"]) addAlarm({ AlarmName: `egao-${name}` });
    addAlarm({ AlarmName: "other" });
    const namesOf = (alarms: readonly MetricAlarm[]) => alarms.map(({ AlarmName }) => AlarmName);
    expect(namesOf(await describeAll({ AlarmNamePrefix: "egao-" }))).toEqual(["egao-a", "egao-b", "egao-c"]);
    expect(namesOf(await describeAll({ AlarmNames: ["other", "none"] }))).toEqual(["other"]);
    expect(await describeAll({ StateValue: "ALARM" })).toEqual([]);
    expect(await describeAll({ AlarmTypes: ["CompositeAlarm"] })).toEqual([]);
    const first = await client.send(new DescribeAlarmsCommand({ MaxRecords: 3 }));
    const second = await client.send(new DescribeAlarmsCommand({ NextToken: first.NextToken }));
    expect(namesOf([...(first.MetricAlarms ?? []), ...(second.MetricAlarms ?? [])])).toHaveLength(4);
    expect(second.NextToken).toBeUndefined();
  });

  it.each([
    ["a token that it never gave", { NextToken: "x" }, "InvalidNextToken"],
    ["names and a prefix at once", { AlarmNames: ["a"], AlarmNamePrefix: "a" }, "ValidationException"],
    ["what it cannot narrow by", { ActionPrefix: "arn:" }, "ValidationException"],
  ])("refuses %s", async (_what, input, name) => {
    const { describeAll } = await start();
    await expect(describeAll(input)).rejects.toMatchObject({ name });
  });

  it("needs the right to all alarms, or to those that it names", async () => {
    const { addAlarm, opened } = await start();
    addAlarm();
    const only = (alarm: string) =>
      new CloudWatchClient(
        opened.asRole(`sees-${alarm.length}`, {
          Effect: "Allow",
          Action: "cloudwatch:DescribeAlarms",
          Resource: `arn:aws:cloudwatch:ap-northeast-1:123456789012:alarm:${alarm}`,
        }),
      );
    const byPrefix = new DescribeAlarmsCommand({ AlarmNamePrefix: "egao-" });
    const byName = new DescribeAlarmsCommand({ AlarmNames: ["egao-worker-errors"] });
    expect((await only("*").send(byPrefix)).MetricAlarms).toHaveLength(1);
    expect((await only("egao-worker-errors").send(byName)).MetricAlarms).toHaveLength(1);
    await expect(only("egao-worker-errors").send(byPrefix)).rejects.toThrow("cloudwatch:DescribeAlarms");
  });
});

describe("an alarm", () => {
  it("knows nothing before it has looked, and is well then when missing data are", async () => {
    const { cloudWatch, addAlarm, state } = await start();
    addAlarm();
    expect(await state()).toBe("OK");
    addAlarm({ TreatMissingData: "missing" });
    expect(await state()).toBe("INSUFFICIENT_DATA");
    cloudWatch.record(errors, 0);
    expect(await state()).toBe("OK");
  });

  it("adds up within a period and begins anew with the next", async () => {
    const { cloudWatch, addAlarm, state, pass } = await start();
    addAlarm({ Period: 300 });
    cloudWatch.record(errors, 2);
    pass(4);
    expect(await state()).toBe("OK");
    cloudWatch.record(errors, 1);
    expect(await state()).toBe("ALARM");
    pass(1);
    expect(await state()).toBe("OK");
  });

  it("rings only when as many periods as it wants breach, M of N", async () => {
    const { cloudWatch, addAlarm, state, pass } = await start();
    addAlarm({ EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    cloudWatch.record(errors, 3);
    expect(await state()).toBe("OK");
    pass(2);
    cloudWatch.record(errors, 3);
    expect(await state()).toBe("ALARM");
    pass(1);
    expect(await state()).toBe("OK");
  });

  it("takes the worst, the least or the mean of a period", async () => {
    const { cloudWatch, addAlarm, describeAll } = await start();
    for (const Statistic of ["Maximum", "Minimum", "Average", "SampleCount"]) {
      addAlarm({ AlarmName: Statistic, Statistic, Threshold: 0 });
    }
    for (const value of [1, 6, 2]) cloudWatch.record(errors, value);
    const points = (await describeAll()).map(({ AlarmName, StateReasonData = "{}" }) => {
      const { recentDatapoints } = JSON.parse(StateReasonData) as { recentDatapoints: number[] };
      return [AlarmName, recentDatapoints];
    });
    expect(Object.fromEntries(points)).toEqual({
      Maximum: [6],
      Minimum: [1],
      Average: [3],
      SampleCount: [3],
    });
  });

  it("treats what was not measured as it says", async () => {
    const { cloudWatch, addAlarm, state, pass } = await start();
    addAlarm({ TreatMissingData: "breaching" });
    expect(await state()).toBe("ALARM");
    addAlarm({ TreatMissingData: "ignore" });
    cloudWatch.record(errors, 5);
    expect(await state()).toBe("ALARM");
    pass(2);
    expect(await state()).toBe("ALARM");
  });

  it.each([
    ["GreaterThanThreshold", 3, 4],
    ["LessThanThreshold", 3, 2],
    ["LessThanOrEqualToThreshold", 4, 3],
  ])("compares by %s", async (ComparisonOperator, calm, ringing) => {
    const { cloudWatch, addAlarm, state, pass } = await start();
    addAlarm({ ComparisonOperator });
    cloudWatch.record(errors, calm);
    expect(await state()).toBe("OK");
    pass();
    cloudWatch.record(errors, ringing);
    expect(await state()).toBe("ALARM");
  });

  it("says that nobody here measures its metric, and never pretends that all is well", async () => {
    const { addAlarm, describeAll } = await start();
    addAlarm({ MetricName: "Duration" });
    const [alarm] = await describeAll();
    expect(alarm?.StateValue).toBe("INSUFFICIENT_DATA");
    expect(alarm?.StateReason).toContain("not available locally: nobody measures AWS/Lambda Duration");
  });

  it("sees what a function measures in its log, in the minute that the line names", async () => {
    const { cloudWatch, addAlarm, state, pass } = await start();
    const metric = { Namespace: "Egao", Dimensions: [["FunctionName"]], Metrics: [{ Name: "line-quota" }] };
    const hear = (line: object) => cloudWatch.hearLog(JSON.stringify({ FunctionName: "worker", ...line }));
    const _aws = { Timestamp: START_MS, CloudWatchMetrics: [metric] };
    addAlarm({ Namespace: "Egao", MetricName: "line-quota", Statistic: "Maximum", Threshold: 90 });
    expect(await state()).toBe("OK");
    expect(hear({ _aws, "line-quota": 89.9 })).toEqual([]);
    expect(await state()).toBe("OK");
    expect(hear({ _aws, "line-quota": 90 })).toEqual([]);
    expect(await state()).toBe("ALARM");
    pass(1);
    expect(hear({ _aws, "line-quota": 95 })).toEqual([]);
    expect(await state()).toBe("OK");
    expect(hear({ _aws })).toEqual([expect.stringContaining("line-quota")]);
  });

  it("sees what is looked at from time to time", async () => {
    const { cloudWatch, addAlarm, state } = await start();
    let waiting: number | undefined;
    cloudWatch.watch(errors, () => waiting);
    addAlarm();
    expect(await state()).toBe("OK");
    waiting = 3;
    expect(await state()).toBe("ALARM");
  });

  it.each([
    ["metric math", { Metrics: [] }],
    ["a percentile", { ExtendedStatistic: "p99" }],
    ["ten-second periods", { Period: 10 }],
    ["more time than anybody remembers", { Period: 3600, EvaluationPeriods: 2 }],
  ])("is refused with %s", async (_what, change) => {
    const { addAlarm } = await start();
    expect(() => addAlarm(change)).toThrow();
  });
});
