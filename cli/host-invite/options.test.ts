import { describe, expect, it } from "vitest";
import { UsageError } from "../usage.ts";
import { readOptions } from "./options.ts";

describe("npm run host:invite", () => {
  it.each<[string, unknown]>([
    ["hanako@example.org", { kind: "local" }],
    ["hanako@example.org --port 4810", { kind: "local", port: 4810 }],
    ["hanako@example.org --aws", { kind: "aws" }],
    [
      "hanako@example.org --aws --pool eu-central-1_Ab1 --profile wedding --region eu-central-1",
      { kind: "aws", poolId: "eu-central-1_Ab1", profile: "wedding", region: "eu-central-1" },
    ],
    ["hanako@example.org --aws --outputs out.json", { kind: "aws", outputs: "out.json" }],
  ])("understands %s", (words, place) => {
    expect(readOptions(words.split(" "))).toEqual({ email: "hanako@example.org", resend: false, place });
  });

  it("takes unusual addresses as they are, and --resend", () => {
    expect(readOptions(["o'hara+egao@mail.example.co.jp", "--resend"])).toMatchObject({
      email: "o'hara+egao@mail.example.co.jp",
      resend: true,
    });
  });

  it.each([
    ["", "Whom?"],
    ["hanako", '"hanako" is no mail address'],
    ["hanako@example", "no mail address"],
    ["hanako@@example.org", "no mail address"],
    ["hana ko@example.org", "no mail address"],
    ["a@b.jp c@d.jp", '"c@d.jp" is too much'],
    ["a@b.jp --pool x --aws", "--pool takes an id"],
    ["a@b.jp --profile p", "go with --aws"],
    ["a@b.jp --aws --port 1", "--port is for the local Egao"],
    ["a@b.jp --port no", "--port takes a number"],
    ["a@b.jp --force", "--force"],
  ])("refuses %j: %s", (words, complaint) => {
    // One address with a space in it is one word of the shell.
    const args = words === "" ? [] : words.startsWith("hana ") ? [words] : words.split(" ");
    expect(() => readOptions(args)).toThrow(complaint);
    expect(() => readOptions(args)).toThrow(UsageError);
  });
});
