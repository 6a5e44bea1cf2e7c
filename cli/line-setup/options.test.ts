import { describe, expect, it } from "vitest";
import { UsageError } from "../usage.ts";
import { readOptions } from "./options.ts";

describe("npm run line:setup", () => {
  it.each<[string, object]>([
    ["", { language: "ja", isCheck: false, place: "either" }],
    ["--check --local", { language: "ja", isCheck: true, place: "local" }],
    ["--port 4810 --language zh-hant", { language: "zh-Hant", isCheck: false, place: "local", port: 4810 }],
    [
      "--line --language en --outputs out.json --liff 1234567890-AbcdEfgh --webhook https://example.org/x",
      {
        language: "en",
        isCheck: false,
        place: "line",
        outputs: "out.json",
        liffId: "1234567890-AbcdEfgh",
        webhookUrl: "https://example.org/x",
      },
    ],
    ["--line --webhook outputs", { language: "ja", isCheck: false, place: "line", webhookUrl: "outputs" }],
  ])("understands %s", (words, options) => {
    expect(readOptions(words.split(" ").filter(Boolean))).toEqual(options);
  });

  it.each([
    ["--language fr", "--language takes ja, en, zh-Hant"],
    ["--line --local", "not both"],
    ["--line --port 1", "not both"],
    ["--port 0", "--port takes"],
    ["--liff 1234567890-AbcdEfgh", "go with --line"],
    ["--local --webhook outputs", "go with --line"],
    ["--line --liff AbcdEfgh", "--liff takes"],
    ["--line --webhook http://example.org", "begins with https://"],
    ["--token x", "--token"],
    ["everything", "everything"],
  ])("refuses %s", (words, why) => {
    const read = () => readOptions(words.split(" "));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(why);
  });
});
