import { describe, expect, it } from "vitest";
import { formatEntry } from "./format-entry.ts";
import { LogBook } from "./log-book.ts";
import { readLine } from "./read-line.ts";

const at = new Date(2026, 10, 20, 12, 1, 33);
const worker = (told: object): string => `line-worker: ${JSON.stringify(told)}`;
const shown = (line: string): string => formatEntry(readLine(line), at, false);

const photo = "374918702463859123";
const info = { level: "info", photo } as const;

describe("a line of the log", () => {
  it.each([
    [{ ...info, code: "photo-received" }, "received"],
    [
      { ...info, code: "photo-stored", state: "shown", score: 187.4, faces: 3 },
      "read: 3 faces, 187.4 pt → shown",
    ],
    [{ ...info, code: "photo-stored", state: "shown", score: 90, faces: 1 }, "read: 1 face, 90.0 pt → shown"],
    [
      { ...info, code: "photo-stored", state: "hidden", score: 0, faces: 0, reason: "no-face" },
      "read: no face, 0.0 pt → hidden (no-face)",
    ],
    [{ ...info, code: "photo-published" }, "on the boards"],
    [{ ...info, code: "guest-told", answer: "score", afterMs: 1_234 }, "card sent, 1.2 s after LINE got it"],
    [
      { ...info, code: "guest-told", answer: "score", by: "push", afterMs: 61_000 },
      "card sent as a push, 61.0 s after LINE got it",
    ],
    [
      { ...info, code: "guest-told", answer: "set", afterMs: 1_234 },
      "card sent with the others of its set, 1.2 s after LINE got it",
    ],
    [{ ...info, code: "photo-withdrawn" }, "taken back by its guest"],
    [{ ...info, code: "photo-not-admitted", reason: "closed" }, "not let in: closed"],
  ])("%j", (told, words) => {
    expect(shown(worker(told))).toBe(`12:01:33 photo …3859123     ${words}`);
  });

  it("lets what is wrong stand out", () => {
    const failed = { photo, code: "message-failed", queueMessage: "m", tries: 2 };
    expect(shown(worker({ ...failed, level: "error", fault: "api-refused", cause: "savePhoto" }))).toBe(
      "12:01:33 photo …3859123   ✗ failed at try 2, comes again: api-refused (savePhoto)",
    );
    expect(shown(worker({ level: "warn", photo, code: "reply-expired", answer: "score" }))).toBe(
      "12:01:33 photo …3859123   ! the card came too late: the reply token was used or is over",
    );
  });

  it("takes what this machine can never do for no trouble", () => {
    const told = { level: "warn", code: "moderation-not-checked" };
    const text = { ...told, code: "text-not-checked", cause: "TextDetectionNotAvailableLocallyException" };
    expect(readLine(`line-worker: ${JSON.stringify(text)}`)).toMatchObject({
      level: "info",
      text: "text was not read: TextDetectionNotAvailableLocallyException",
    });
    const [here, there] = ["ModerationNotAvailableLocallyException", "AccessDeniedException"];
    expect(readLine(worker({ ...told, cause: here })).level).toBe("info");
    expect(readLine(worker({ ...told, cause: there })).level).toBe("warn");
  });

  it("names the function where there is no photo", () => {
    expect(shown(worker({ level: "info", code: "event-ignored" }))).toBe(
      "12:01:33 line-worker        an event of LINE that is none of our business",
    );
  });

  it("takes a metric for what it says, without what only CloudWatch reads", () => {
    const told = { level: "info", code: "line-quota", "line-quota": 87.5, FunctionName: "f" };
    const metrics = { Timestamp: 1, CloudWatchMetrics: [] };
    expect(readLine(worker({ ...told, _aws: metrics })).text).toBe(
      "87.5 % of LINE's messages of the month are used",
    );
  });

  it("shows a code without words of its own as it is", () => {
    expect(shown(worker({ level: "info", code: "moon-rose", photo, size: 2, isFull: true }))).toBe(
      "12:01:33 photo …3859123     moon-rose size=2 isFull=true",
    );
  });

  it("says where a function crashed", () => {
    const payload = JSON.stringify({
      errorType: "TypeError",
      errorMessage: "x is not a function",
      trace: ["TypeError: x is not a function", "    at go (file:///tmp/a/index.mjs:12:7)"],
    });
    expect(shown(`line-webhook: ERROR Invoke Error ${payload}`)).toBe(
      "12:01:33 line-webhook     ✗ crashed: TypeError: x is not a function (index.mjs:12)",
    );
  });

  it.each([
    [
      "gateway: fault of a stand-in: Error: disk\n    at somewhere",
      "gateway          ✗ fault of a stand-in: Error: disk\n        at somewhere",
    ],
    ["dev: ERROR the old version runs on: x", "dev              ✗ the old version runs on: x"],
    ["Query.board: [1,2]", "Query.board        [1,2]"],
    ["faults: s3:PutObject was failed on command", "faults           ! s3:PutObject was failed on command"],
    ["sqs: PhotoQueue: the journal failed", "sqs              ✗ PhotoQueue: the journal failed"],
    [
      "gateway: User: r is not authorized to perform: s3:GetObject",
      "gateway          ! User: r is not authorized to perform: s3:GetObject",
    ],
    ["line-worker: {not json", "line-worker        {not json"],
    ['line-worker: {"level":"info"}', 'line-worker        {"level":"info"}'],
    ["just words", "stack              just words"],
  ])("takes %j as it is", (line, words) => {
    expect(shown(line)).toBe(`12:01:33 ${words}`);
  });

  it("shows nobody's LINE id, whatever quotes it", () => {
    const userId = `U${"0123456789abcdef".repeat(2)}`;
    const crash = JSON.stringify({ errorMessage: `GET /v2/bot/profile/${userId} failed` });
    for (const line of [
      `a: ERROR Invoke Error ${crash}`,
      `a: ${userId}`,
      worker({ ...info, code: "x", userId }),
    ]) {
      expect(shown(line)).toContain("U…");
      expect(shown(line)).not.toContain(userId);
    }
  });

  it("is coloured only where that is wanted", () => {
    const line = worker({ level: "error", code: "webhook-failed", fault: "f", cause: "c" });
    expect(formatEntry(readLine(line), at, true)).toContain("\u001b[31m");
    expect(shown(line)).not.toContain("\u001b");
  });
});

describe("the log book", () => {
  it("keeps the last things, the newest first, and no more than anybody reads", () => {
    let now = 1_000;
    const book = new LogBook(() => now);
    for (let index = 0; index < 100; index += 1) {
      now += 1;
      book.hear(worker({ level: "info", code: "photo-received", photo: String(index) }));
    }
    book.hear(worker({ level: "error", code: "webhook-failed", fault: "f", cause: "c" }));
    book.hear("Query.board: hello");
    expect(book.photos.map((one) => one.photo).slice(0, 2)).toEqual(["99", "98"]);
    expect(book.photos).toHaveLength(60);
    expect(book.photos[0]).toMatchObject({ at: 1_100, text: "received" });
    expect(book.troubles).toMatchObject([{ at: 1_100, source: "line-worker", level: "error" }]);
  });
});
