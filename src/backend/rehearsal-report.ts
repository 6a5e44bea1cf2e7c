import type { Latencies, RehearsalReport } from "#domain/rehearsal-report";
import { flag, list, number, optional, record } from "./parse.ts";

/** Throws on anything that is not a report. */
export function parseRehearsalReport(value: unknown): RehearsalReport {
  const report = record(value, "report");
  const latencies = record(report["latenciesMs"], "latenciesMs");
  const stored = optional(latencies, "stored", parseLatencies);
  const answered = optional(latencies, "answered", parseLatencies);
  return {
    sent: counts(report, "sent", ["photos", "sets", "unsent", "chats", "redelivered", "undelivered"]),
    stored: number(report, "stored"),
    shown: number(report, "shown"),
    guests: number(report, "guests"),
    ranked: number(report, "ranked"),
    lost: number(report, "lost"),
    double: number(report, "double"),
    findings: list(report, "findings", String),
    latenciesMs: { ...(stored !== null && { stored }), ...(answered !== null && { answered }) },
    readsForReal: flag(report, "readsForReal"),
    rekognition: counts(report, "rekognition", ["faces", "moderation", "labels", "text"]),
    line: counts(report, "line", ["replies", "expired", "pushes", "loadings", "profiles", "menus", "quotas"]),
    bytes: number(report, "bytes"),
    startedAt: number(report, "startedAt"),
    sendsFrom: number(report, "sendsFrom"),
    endedAt: number(report, "endedAt"),
  };
}

const parseLatencies = (from: Record<string, unknown>, key: string): Latencies =>
  counts(from, key, ["p50", "p95", "p99", "max"]);

function counts<const Name extends string>(
  from: Record<string, unknown>,
  key: string,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  const counted = record(from[key], key);
  // Each was read by its name.
  return Object.fromEntries(names.map((name) => [name, number(counted, name)])) as Record<Name, number>;
}
