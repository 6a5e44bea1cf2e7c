import { describe, expect, it } from "vitest";
import { compilePolicies, type PolicyDocument } from "./policy.ts";
import { rightsOf, withoutRight } from "./right.ts";

const documents: PolicyDocument[] = [
  {
    Statement: [
      { Effect: "Allow", Action: ["s3:Get", "s3:Put"], Resource: ["a", "b"] },
      { Effect: "Deny", Action: "s3:Get", Resource: "c" },
    ],
  },
  { Statement: { Effect: "Allow", Action: "sqs:Send", Resource: "q" } },
];

describe("rights", () => {
  it("are pairs of an action and a resource", () => {
    expect(rightsOf(documents).map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      "s3:Get a",
      "s3:Put a",
      "s3:Get b",
      "s3:Put b",
      "sqs:Send q",
    ]);
  });

  it.each(rightsOf(documents))("%j can be taken away, and nothing else goes", (right) => {
    const before = compilePolicies(documents);
    const after = compilePolicies(withoutRight(documents, right));
    const questions = ["s3:Get", "s3:Put", "sqs:Send"].flatMap((action) =>
      ["a", "b", "c", "q"].map((resource) => ({ action, resource })),
    );
    for (const { action, resource } of questions) {
      const isTaken = action === right.action && resource === right.resource;
      const expected = isTaken ? "not allowed" : before(action, resource, {});
      expect(after(action, resource, {}), `${action} ${resource}`).toBe(expected);
    }
  });

  it("of a statement with NotAction cannot be told", () => {
    const all: PolicyDocument = { Statement: { Effect: "Allow", NotAction: "s3:*", Resource: "*" } };
    expect(() => rightsOf([all])).toThrow("cannot be taken apart");
  });
});
