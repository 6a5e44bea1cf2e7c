import { expect, test } from "vitest";
import { UsageError } from "../usage.ts";
import { readOptions } from "./options.ts";

const read = (line: string, env: Record<string, string> = {}) => readOptions(line.split(" "), env);

test("a photo alone is read here, with everything that costs nothing", () => {
  expect(read("a.jpg b")).toEqual({
    places: ["a.jpg", "b"],
    source: { kind: "local" },
    moderation: true,
    form: "text",
    all: false,
    language: "en",
  });
});

test("each option arrives", () => {
  expect(
    read(
      "a.jpg --source aws --profile party --region us-east-1 --labels --min-confidence 80 --max-labels 20 --no-moderation --json --all --annotate o.html --language zh-hant --workers 3",
    ),
  ).toEqual({
    places: ["a.jpg"],
    source: { kind: "aws", profile: "party", region: "us-east-1" },
    labels: { minConfidence: 80, most: 20 },
    moderation: false,
    form: "json",
    all: true,
    annotate: "o.html",
    language: "zh-Hant",
    workers: 3,
  });
});

test.each([
  ["--json", "Which photo"],
  ["a.jpg --json --csv", "one of"],
  ["a.jpg --min-confidence 80", "--labels"],
  ["a.jpg --labels --min-confidence 101", "0 to 100"],
  ["a.jpg --labels --min-confidence=", "0 to 100"],
  ["a.jpg --labels --max-labels 2.5", "whole number"],
  ["a.jpg --workers 0", "1 to 16"],
  ["a.jpg --source gcp", "local or aws"],
  ["a.jpg --region us-east-1", "--source aws"],
  ["a.jpg --annotate o.gif", ".html"],
  ["a.jpg --language de", "ja, en, zh-Hant"],
  ["a.jpg --lables", "--lables"],
])("%s is refused in words", (line, words) => {
  expect(() => read(line)).toThrow(UsageError);
  expect(() => read(line)).toThrow(words);
});

test.each([
  [{ LANG: "ja_JP.UTF-8" }, "ja"],
  [{ LANG: "zh_TW.UTF-8" }, "zh-Hant"],
  [{ LANG: "ja_JP.UTF-8", LC_ALL: "C" }, "en"],
  [{ LANG: "de_DE.UTF-8" }, "en"],
  [{ LC_ALL: "", LANG: "ja_JP" }, "ja"],
])("%j is told in %s", (env, language) => {
  expect(read("a.jpg", env)).toMatchObject({ language });
});

test("help needs no photo", () => {
  expect(read("--help")).toBe("help");
});
