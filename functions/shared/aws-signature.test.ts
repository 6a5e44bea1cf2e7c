import { AwsV4Signer } from "aws4fetch";
import { describe, expect, it } from "vitest";
import { signedHeaders } from "./aws-signature.ts";

const key = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  region: "ap-northeast-1",
};
const now = new Date("2026-11-20T12:34:56.789Z");

describe("a signature", () => {
  it.each([
    ["sqs", "https://sqs.ap-northeast-1.amazonaws.com/", { "x-amz-target": "AmazonSQS.SendMessageBatch" }],
    [
      "appsync",
      "https://abc.appsync-api.ap-northeast-1.amazonaws.com/graphql",
      { "content-type": "application/json" },
    ],
    ["cloudfront", "https://cloudfront.amazonaws.com/2020-05-31/distribution/E%20X/invalidation", {}],
    ["ssm", "http://127.0.0.1:4811/", { "x-amz-target": "AmazonSSM.GetParameter" }],
  ])("of a call of %s is the one that another signer makes", async (service, address, headers) => {
    for (const sessionToken of [undefined, "IQoJb3JpZ2luX2VjE+/="]) {
      const body = JSON.stringify({ query: "mutation { 笑顔 }" });
      const ours = signedHeaders(new URL(address), headers, body, { ...key, service, sessionToken }, now);
      const other = await new AwsV4Signer({
        ...key,
        ...(sessionToken !== undefined && { sessionToken }),
        service,
        url: address,
        method: "POST",
        headers,
        body,
        datetime: ours["x-amz-date"] ?? "",
        allHeaders: true,
      }).authHeader();
      expect(ours["x-amz-date"]).toBe("20261120T123456Z");
      expect(ours["authorization"]).toBe(other);
    }
  });
});
