import { expect, test } from "vitest";
import { NO_VALUE, resolve, type Scope } from "./intrinsics.ts";

const scope: Scope = {
  ref: (name) => (name === "AWS::NoValue" ? NO_VALUE : `ref-${name}`),
  attribute: (id, name) => `${id}/${name}`,
  condition: (name) => ({ "Fn::Equals": [name, "IsOn"] }),
};

test.each([
  [{ Ref: "Queue" }, "ref-Queue"],
  [{ "Fn::GetAtt": ["Table", "Arn"] }, "Table/Arn"],
  [{ "Fn::GetAtt": "Nested.Outputs.Url" }, "Nested/Outputs.Url"],
  [{ "Fn::Join": ["-", ["a", { Ref: "B" }, 3]] }, "a-ref-B-3"],
  [{ "Fn::Select": [1, { "Fn::Split": ["/", "x/y/z"] }] }, "y"],
  [{ "Fn::Sub": "arn:${AWS::Region}:${Table.Arn}:${!Literal}" }, "arn:ref-AWS::Region:Table/Arn:${Literal}"],
  [{ "Fn::Sub": ["${given}/${Other}", { given: { Ref: "G" } }] }, "ref-G/ref-Other"],
  [{ "Fn::If": ["IsOn", "yes", "no"] }, "yes"],
  [{ "Fn::If": ["IsOff", "yes", { Ref: "No" }] }, "ref-No"],
  [{ a: { Ref: "AWS::NoValue" }, b: [1, { Ref: "AWS::NoValue" }] }, { b: [1] }],
  [{ Condition: { Bool: { x: "y" } } }, { Condition: { Bool: { x: "y" } } }],
])("%j becomes %j", (value, expected) => {
  expect(resolve(value, scope)).toEqual(expected);
});

test("an unknown function stops by name", () => {
  expect(() => resolve({ "Fn::Cidr": [] }, scope)).toThrow("Fn::Cidr");
});
