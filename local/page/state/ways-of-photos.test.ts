import { expect, it } from "vitest";
import type { Noted } from "../../log/log-book.ts";
import { LogBook } from "../../log/log-book.ts";
import { ago, took } from "./spans.ts";
import { waysOfPhotos } from "./ways-of-photos.ts";

/** The log book's own words, so that both sides mean the same. */
function noted(...told: readonly Readonly<Record<string, unknown>>[]): readonly Noted[] {
  let now = 0;
  const book = new LogBook(() => (now += 1));
  for (const one of told) book.hear(`line-worker: ${JSON.stringify({ level: "info", ...one })}`);
  return book.photos;
}

const received = (photo: string) => ({ code: "photo-received", photo });
const told = (photo: string, answer = "score") => ({ code: "guest-told", photo, answer, afterMs: 1 });
const failed = { code: "message-failed", level: "error", tries: 1, fault: "f", cause: "c" };

it("puts the steps of each photo in their order, and the photo that moved last first", () => {
  const ways = waysOfPhotos(noted(received("1"), received("2"), told("1")));
  expect(ways.map(({ photo, at }) => [photo, at])).toEqual([
    ["1", 3],
    ["2", 2],
  ]);
  expect(ways[0]?.steps.map(({ text }) => text)).toEqual(["received", "card sent, 0.0 s after LINE got it"]);
});

it.each([
  ["under way", [received("1")]],
  ["under way", [received("1"), { ...failed, photo: "1" }, { code: "photo-published", photo: "1" }]],
  ["trouble", [received("1"), { ...failed, photo: "1" }]],
  ["done", [received("1"), told("1")]],
  ["done", [told("1", "refused")]],
  ["done", [told("1", "received"), { code: "photo-published", photo: "1" }]],
  ["done", [{ code: "photo-withdrawn", photo: "1" }]],
  ["done", [{ code: "photo-gone", level: "warn", photo: "1" }]],
])("%s: %j", (state, steps) => {
  expect(waysOfPhotos(noted(...steps))).toMatchObject([{ state }]);
});

it("says spans of time as people do", () => {
  expect([0, 1_000, 59_999, 60_000, 7_199_999, 90_000_000].map(ago)).toEqual([
    "now",
    "1 s",
    "59 s",
    "1 min",
    "1 h",
    "1 d",
  ]);
  expect([0.4, 412.6, 1_000, 3_449].map(took)).toEqual(["0 ms", "413 ms", "1.0 s", "3.4 s"]);
});
