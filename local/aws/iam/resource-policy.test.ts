import { describe, expect, it } from "vitest";
import { compileResourcePolicies, type ResourcePolicyDocument } from "./resource-policy.ts";

type Statement = Exclude<ResourcePolicyDocument["Statement"], readonly unknown[]>;
const base = { Effect: "Allow" as const, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };

function decide(statement: Partial<Statement>, asking = {}, context = {}) {
  const document = { Statement: { Principal: "*" as const, ...base, ...statement } };
  return compileResourcePolicies([document])(asking, "s3:GetObject", "arn:aws:s3:::b/k", context);
}

const role = "arn:aws:iam::123456789012:role/r";

describe("compileResourcePolicies", () => {
  it.each<[Statement["Principal"], object, string]>([
    ["*", {}, "allowed"],
    [{ AWS: "*" }, {}, "allowed"],
    [{ AWS: role }, { arns: [role, "arn:aws:sts::123456789012:assumed-role/r/s"] }, "allowed"],
    [{ AWS: [role, `${role}2`] }, { arns: [`${role}2`] }, "allowed"],
    [{ AWS: role }, { arns: [`${role}2`] }, "not allowed"],
    [{ AWS: role }, {}, "not allowed"],
    [{ Service: "cloudfront.amazonaws.com" }, { service: "cloudfront.amazonaws.com" }, "allowed"],
    [{ Service: "cloudfront.amazonaws.com" }, { service: "s3.amazonaws.com" }, "not allowed"],
    [{ Service: "cloudfront.amazonaws.com" }, { arns: ["cloudfront.amazonaws.com"] }, "not allowed"],
    [{ Federated: "cognito-identity.amazonaws.com" }, { arns: [role] }, "not allowed"],
  ])("principal %j asked by %j: %s", (Principal, asking, expected) => {
    expect(decide({ Principal }, asking)).toBe(expected);
  });

  it("lets a deny win over an allow of another statement", () => {
    const deny = { ...base, Effect: "Deny" as const, Principal: "*" as const, Action: "s3:*" };
    const document = { Statement: [{ ...base, Principal: "*" as const }, deny] };
    expect(compileResourcePolicies([document])({}, "s3:GetObject", "arn:aws:s3:::b/k", {})).toBe(
      "explicitly denied",
    );
  });

  it("asks conditions; any value of a single one is that one", () => {
    const Condition = { "ForAnyValue:StringLike": { "x:amr": "authenti*" } };
    expect(decide({ Principal: "*", Condition }, {}, { "x:amr": "authenticated" })).toBe("allowed");
    expect(decide({ Principal: "*", Condition }, {}, { "x:amr": "unauthenticated" })).toBe("not allowed");
    expect(decide({ Principal: "*", Condition })).toBe("not allowed");
  });

  it.each([
    [{ NotPrincipal: { AWS: role } }, "Principal"],
    [{ Principal: { CanonicalUser: "x" } }, "CanonicalUser"],
    [{ Principal: { AWS: "123456789012" } }, "the account 123456789012"],
    [{ Principal: { AWS: "arn:aws:iam::123456789012:root" } }, "as a principal is not supported"],
    [{ Principal: "*", Condition: { "ForAllValues:StringLike": { a: "b" } } }, "ForAllValues:StringLike"],
    [{ Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "1" } } }, "IpAddress"],
  ])("throws at load for %j", (members, message) => {
    expect(() => compileResourcePolicies([{ Statement: { ...base, ...members } }])).toThrow(message);
  });
});
