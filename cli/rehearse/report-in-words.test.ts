import { describe, expect, it } from "vitest";
import type { RehearsalReport } from "#domain/rehearsal-report";
import { UsageError } from "../usage.ts";
import { readOptions } from "./options.ts";
import { progressInWords, reportInWords } from "./report-in-words.ts";

const report: RehearsalReport = {
  sent: { photos: 200, sets: 20, unsent: 3, chats: 40, redelivered: 1, undelivered: 0 },
  stored: 197,
  shown: 190,
  guests: 70,
  ranked: 68,
  lost: 0,
  double: 0,
  findings: [],
  latenciesMs: { stored: { p50: 800, p95: 1_940, p99: 2_500, max: 12_340 } },
  readsForReal: false,
  rekognition: { faces: 200, moderation: 200, labels: 0, text: 0 },
  line: { replies: 150, expired: 0, pushes: 2, loadings: 150, profiles: 80, menus: 8, quotas: 0 },
  bytes: 4e8,
  startedAt: 0,
  sendsFrom: 10_000,
  endedAt: 400_000,
};
const told = {
  rehearsalId: "r",
  boardId: "b",
  state: "running",
  guests: 80,
  photos: 200,
  minutes: 5,
  sentSoFar: 41,
  report: undefined,
} as const;

describe("H6, H7: a report as a table", () => {
  it("tells what came of the photos, how quick it was, what was used and what it costs", () => {
    const lines = reportInWords(report, 80);
    const has = (pattern: RegExp) =>
      expect(
        lines.filter((line) => pattern.test(line)),
        `${pattern}`,
      ).toHaveLength(1);
    expect(lines[0]).toBe("Nothing was lost, and nothing came twice.");
    has(/^lost +0$/);
    has(/^double +0$/);
    has(/^sent +200 {2}20 sets, 3 taken back, 40 other messages$/);
    has(/^stored +197 {2}190 shown$/);
    has(/^ranked +68 {2}of 70 guests with photos$/);
    has(/^until stored +0\.8 +1\.9 +2\.5 +12\.3$/);
    has(/^until answered( +–){4}$/);
    has(/^Rekognition \(would have been asked\): faces 200, moderation 200, labels 0, text 0$/);
    has(/^LINE .*replies 150.*pushes 2/);
    has(/^ +Tokyo +N\. Virginia$/);
    has(/^Rekognition +\$0\.52 +\$0\.40$/);
    has(/^total +\$\d+\.\d\d +\$\d+\.\d\d$/);
    has(/prices of \d{4}-\d\d-\d\d/);
  });

  it("begins with what went wrong", () => {
    const findings = ["not-kept 9123", "answered-twice abc"];
    const lines = reportInWords({ ...report, lost: 1, double: 1, findings }, 80);
    expect(lines.slice(0, 3)).toEqual(["NOT AS IT SHOULD BE:", "  not-kept 9123", "  answered-twice abc"]);
    expect(lines.some((line) => /^lost +1$/.test(line))).toBe(true);
  });
});

it("tells how far it is in one line", () => {
  expect(progressInWords({ ...told, phase: "drawing" })).toBe("drawing photos");
  expect(progressInWords({ ...told, phase: "sending" })).toBe("sending: 41 of 200 photos");
});

describe("options", () => {
  it("are a wedding's when nothing is said", () => {
    const wish = { guests: 80, photos: 200, minutes: 5, readsForReal: false };
    expect(readOptions([])).toEqual({ action: "rehearse", wish, wipes: false, isJson: false });
  });

  it("say everything", () => {
    const words = "--guests 6 --photos 10 --minutes 1 --read-for-real --wipe --json --event e --port 4900";
    expect(readOptions(words.split(" "))).toEqual({
      action: "rehearse",
      wish: { guests: 6, photos: 10, minutes: 1, readsForReal: true },
      wipes: true,
      isJson: true,
      eventId: "e",
      port: 4900,
    });
    expect(readOptions(["wipe", "--event", "e"])).toEqual({ action: "wipe", eventId: "e" });
  });

  it.each([
    "--guests 0",
    "--guests 1001",
    "--photos 5001",
    "--photos 2.5",
    "--minutes 61",
    "--minutes x",
    "go",
    "wipe now",
    "--loud",
  ])("that nobody understands: %s", (words) => {
    expect(() => readOptions(words.split(" "))).toThrow(UsageError);
  });
});
