import { describe, expect, it } from "vitest";
import { readEmbeddedMetrics } from "./embedded-metrics.ts";

const NOW_MS = Date.UTC(2026, 10, 21, 9, 0);
const metric = { Namespace: "Egao", Dimensions: [["FunctionName"]], Metrics: [{ Name: "line-quota" }] };
const aws = (change: object = {}) => ({ Timestamp: NOW_MS, CloudWatchMetrics: [{ ...metric, ...change }] });
const read = (line: object | string) =>
  readEmbeddedMetrics(typeof line === "string" ? line : JSON.stringify(line), NOW_MS);
const told = { FunctionName: "worker", "line-quota": 87.5 };
const point = (value: number, dimensions: object = { FunctionName: "worker" }) => ({
  metric: { namespace: "Egao", name: "line-quota", dimensions },
  value,
  atMs: NOW_MS,
});

describe("metrics in a log", () => {
  it("are taken out of a line with their dimensions' values", () => {
    expect(read({ ...told, _aws: aws() })).toEqual({ points: [point(87.5)], complaints: [] });
  });

  it("are one for each set of dimensions and each number of a list", () => {
    const line = { ...told, "line-quota": [1, 2], _aws: aws({ Dimensions: [["FunctionName"], []] }) };
    expect(read(line).points).toEqual([point(1), point(2), point(1, {}), point(2, {})]);
  });

  it.each([
    ["words", 'a word with "_aws" in it'],
    ["other JSON", '{"level":"info","code":"x"}'],
    ["text before it", `INFO ${JSON.stringify({ ...told, _aws: aws() })}`],
  ])("are none in %s", (_what, line) => {
    expect(read(line)).toEqual({ points: [], complaints: [] });
  });

  it.each([
    ["half a line", `{"_aws": {`],
    ["no time stamp", { ...told, _aws: { CloudWatchMetrics: [metric] } }],
    ["seconds", { ...told, _aws: { ...aws(), Timestamp: NOW_MS / 1_000 } }],
    ["a time far ahead", { ...told, _aws: { ...aws(), Timestamp: NOW_MS + 7_200_001 } }],
    ["AWS's own namespace", { ...told, _aws: aws({ Namespace: "AWS/Lambda" }) }],
    ["a unit that does not exist", { ...told, _aws: aws({ Metrics: [{ Name: "line-quota", Unit: "%" }] }) }],
    ["no dimensions", { ...told, _aws: aws({ Dimensions: undefined }) }],
    ["no value", { FunctionName: "worker", _aws: aws() }],
    ["a value that is text", { ...told, "line-quota": "87.5", _aws: aws() }],
    ["a dimension without a value", { "line-quota": 87.5, _aws: aws() }],
    ["a dimension that is a number", { ...told, FunctionName: 5, _aws: aws() }],
  ])("with %s are dropped, and that is said", (_what, line) => {
    const { points, complaints } = read(line);
    expect(points).toEqual([]);
    expect(complaints).toHaveLength(1);
  });
});
