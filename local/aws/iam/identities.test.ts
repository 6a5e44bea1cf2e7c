import { describe, expect, it } from "vitest";
import { AwsError } from "../service.ts";
import { createIdentities } from "./identities.ts";

const roleArn = "arn:aws:iam::123456789012:role/line-webhook";
const queueArn = "arn:aws:sqs:ap-northeast-1:123456789012:photos";

function withPolicy(...statements: Parameters<typeof policy>) {
  const identities = createIdentities();
  identities.addRole({ roleArn, policies: [policy(...statements)] });
  return identities;
}

function policy(
  ...Statement: { Effect: "Allow" | "Deny"; Action: string | string[]; Resource: string | string[] }[]
) {
  return { Version: "2012-10-17", Statement };
}

describe("identities", () => {
  it("lets a role do what its policy allows and names principal, action and resource otherwise", () => {
    const caller = withPolicy({ Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn }).callerFor(
      roleArn,
      "webhook",
    );
    expect(() => caller.authorize("sqs:SendMessage", queueArn)).not.toThrow();
    let refusal: unknown;
    try {
      caller.authorize("sqs:ReceiveMessage", queueArn);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(AwsError);
    expect(refusal).toMatchObject({
      code: "AccessDeniedException",
      status: 403,
      message:
        "User: arn:aws:sts::123456789012:assumed-role/line-webhook/webhook is not authorized to perform: " +
        `sqs:ReceiveMessage on resource: ${queueArn} because no identity-based policy allows the sqs:ReceiveMessage action`,
    });
  });

  it("refuses an explicit deny even where another statement allows", () => {
    const caller = withPolicy(
      { Effect: "Allow", Action: "sqs:*", Resource: "*" },
      { Effect: "Deny", Action: "sqs:Purge*", Resource: queueArn },
    ).callerFor(roleArn);
    expect(() => caller.authorize("sqs:SendMessage", queueArn)).not.toThrow();
    expect(() => caller.authorize("sqs:PurgeQueue", queueArn)).toThrow("with an explicit deny");
  });

  it("finds temporary keys only together with their token, the administrator's only without one", () => {
    const identities = withPolicy({ Effect: "Allow", Action: "*", Resource: "*" });
    const { accessKeyId, sessionToken, secretAccessKey } = identities.credentialsFor(roleArn);
    expect(identities.find(accessKeyId, sessionToken)?.secretAccessKey).toBe(secretAccessKey);
    expect(identities.find(accessKeyId)).toBeUndefined();
    expect(identities.find(accessKeyId, "another")).toBeUndefined();
    const { administrator } = identities;
    expect(identities.find(administrator.accessKeyId)?.caller.arn).toContain(":user/");
    expect(identities.find(administrator.accessKeyId, "token")).toBeUndefined();
    expect(identities.find("AKIAUNKNOWN")).toBeUndefined();
  });

  it("keeps the administrator's keys that it is given and the session of a role", () => {
    const administrator = { accessKeyId: "AKIAKEPT", secretAccessKey: "kept" };
    const identities = createIdentities({ administrator });
    expect(identities.administrator).toMatchObject(administrator);
    identities.addRole({ roleArn, policies: [] });
    expect(identities.credentialsFor(roleArn, "a")).toBe(identities.credentialsFor(roleArn, "a"));
    expect(identities.credentialsFor(roleArn, "a").accessKeyId).not.toBe(
      identities.credentialsFor(roleArn, "b").accessKeyId,
    );
    expect(() => identities.callerFor("arn:aws:iam::123456789012:role/none")).toThrow(
      "role/none is not known",
    );
  });
});
