import { expect, test } from "vitest";
import { alarmSubject } from "./alarm.ts";

test.each([
  ["photos-waiting", "waiting", "photos"],
  ["orders-dead-letters", "dead-letters", "orders"],
  ["line-worker-errors", "errors", "line-worker"],
  ["guest-session-throttles", "throttles", "guest-session"],
  ["line-webhook-busy", "busy", "line-webhook"],
  ["DetectFaces-throttled", "throttled", "DetectFaces"],
  ["line-quota", "quota", "line"],
  ["events-near-their-end", "near-their-end", "events"],
  ["deletions-stuck", "stuck", "deletions"],
  ["disk-full", "other", "disk-full"],
])("%s is about %s of %s", (name, kind, of) => {
  expect(alarmSubject(name)).toEqual({ kind, of });
});
