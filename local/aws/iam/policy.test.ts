import { describe, expect, it } from "vitest";
import { compilePolicies, type PolicyDocument } from "./policy.ts";

const objectArn = "arn:aws:s3:::photos/public/p/1.jpg";

function decide(Statement: PolicyDocument["Statement"], action: string, resource: string, context = {}) {
  return compilePolicies([{ Version: "2012-10-17", Statement }])(action, resource, context);
}

describe("compilePolicies", () => {
  it.each([
    ["s3:GetObject", "arn:aws:s3:::photos/public/*", "allowed"],
    ["S3:getobject", "arn:aws:s3:::photos/public/*", "allowed"],
    ["s3:Get*", "*", "allowed"],
    ["s3:GetObjec?", objectArn, "allowed"],
    ["s3:Get", objectArn, "not allowed"],
    ["s3:GetObject", "arn:aws:s3:::photos/private/*", "not allowed"],
    ["s3:GetObject", "arn:aws:s3:::photos", "not allowed"],
    ["s3:GetObject", "arn:aws:s3:::photos/public/p/1xjpg", "not allowed"],
    ["s3:GetObject", objectArn.toUpperCase(), "not allowed"],
  ])("action %s on %s: %s", (Action, Resource, expected) => {
    expect(decide({ Effect: "Allow", Action, Resource }, "s3:GetObject", objectArn)).toBe(expected);
  });

  it("knows NotAction and NotResource", () => {
    const all = { Effect: "Allow" as const, NotAction: ["s3:Delete*"], Resource: "*" };
    expect(decide(all, "s3:GetObject", objectArn)).toBe("allowed");
    expect(decide(all, "s3:DeleteObject", objectArn)).toBe("not allowed");
    const elsewhere = { Effect: "Deny" as const, Action: "*", NotResource: "arn:aws:s3:::photos/*" };
    expect(decide(elsewhere, "s3:GetObject", objectArn)).toBe("not allowed");
    expect(decide(elsewhere, "s3:GetObject", "arn:aws:s3:::other/x")).toBe("explicitly denied");
  });

  it.each([
    [{ StringEquals: { "aws:x": ["a", "b"] } }, { "aws:X": "b" }, "allowed"],
    [{ StringEquals: { "aws:x": "a" } }, { "aws:x": "A" }, "not allowed"],
    [{ StringEquals: { "aws:x": "a" } }, {}, "not allowed"],
    [{ StringEqualsIfExists: { "aws:x": "a" } }, {}, "allowed"],
    [{ StringLike: { "s3:prefix": "public/*" } }, { "s3:prefix": "public/p" }, "allowed"],
    [{ StringLike: { "s3:prefix": "public/*" } }, { "s3:prefix": "private" }, "not allowed"],
    [{ Bool: { "aws:SecureTransport": true } }, { "aws:SecureTransport": "true" }, "allowed"],
    [
      { ArnLike: { "aws:SourceArn": "arn:aws:sqs:*:*:p*" } },
      { "aws:SourceArn": "arn:aws:sqs:a:1:photos" },
      "allowed",
    ],
    [
      { ArnLike: { "aws:SourceArn": "arn:*:photos" } },
      { "aws:SourceArn": "arn:aws:sqs:a:1:photos" },
      "not allowed",
    ],
    [
      { ArnEquals: { "aws:SourceArn": "arn:aws:sqs:a:1:x" } },
      { "aws:SourceArn": "arn:aws:sqs:a:1:y" },
      "not allowed",
    ],
    [{ StringEquals: { a: "1" }, StringLike: { b: "2" } }, { a: "1" }, "not allowed"],
  ])("condition %j with %j: %s", (Condition, context, expected) => {
    const statement = { Effect: "Allow" as const, Action: "*", Resource: "*", Condition };
    expect(decide(statement, "s3:GetObject", objectArn, context)).toBe(expected);
  });

  it.each<[string, PolicyDocument["Statement"], string]>([
    [
      "an unknown operator",
      { Effect: "Allow", Action: "*", Resource: "*", Condition: { NumericLessThan: { a: "1" } } },
      "operator NumericLessThan is not supported",
    ],
    ["a policy variable", { Effect: "Allow", Action: "*", Resource: "a/${aws:username}" }, "${aws:username}"],
    ["neither Action nor NotAction", { Effect: "Allow", Resource: "*" }, "Action or NotAction"],
    ["neither Resource nor NotResource", { Effect: "Allow", Action: "*" }, "Resource or NotResource"],
  ])("throws at load for %s", (_, statement, message) => {
    expect(() => compilePolicies([{ Statement: statement }])).toThrow(message);
  });

  it("throws at load for a member it does not know", () => {
    const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
    expect(() => compilePolicies([{ Statement: statement }])).toThrow("Principal");
  });
});
