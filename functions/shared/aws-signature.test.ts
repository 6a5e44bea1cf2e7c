import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { AwsV4Signer } from "aws4fetch";
import { describe, expect, it } from "vitest";
import { signedAddress, signedHeaders } from "./aws-signature.ts";

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

describe("a signed address", () => {
  it.each([undefined, "IQoJb3JpZ2luX2VjE+/="])(
    "says what the vendor's does, and is signed as another signer would, with session token %s",
    async (sessionToken) => {
      const { region, ...credentials } = key;
      const client = new S3Client({
        region,
        credentials: { ...credentials, ...(sessionToken !== undefined && { sessionToken }) },
      });
      const command = new GetObjectCommand({ Bucket: "photos", Key: "copies/e-1/g1/42-s.jpg" });
      const vendors = new URL(await getSignedUrl(client, command, { expiresIn: 3_600, signingDate: now }));
      const address = new URL(vendors.origin + vendors.pathname);
      const ours = new URL(signedAddress(address, { ...key, service: "s3", sessionToken }, now, 3_600));
      // Checksums and names of operations are the SDK's own business.
      for (const [name, value] of ours.searchParams)
        if (name !== "X-Amz-Signature") expect(vendors.searchParams.get(name), name).toBe(value);
      const other = await new AwsV4Signer({
        ...key,
        ...(sessionToken !== undefined && { sessionToken }),
        service: "s3",
        url: `${address.href}?X-Amz-Expires=3600`,
        method: "GET",
        datetime: "20261120T123456Z",
        signQuery: true,
      }).sign();
      expect(ours.searchParams.get("X-Amz-Signature")).toBe(other.url.searchParams.get("X-Amz-Signature"));
    },
  );

  it("asks for another header of the answer, signed as another signer would", async () => {
    const disposition = `attachment; filename="photos.zip"; filename*=UTF-8''${encodeURIComponent("O'Hara (笑顔)*!")}`;
    const address = new URL("https://photos.s3.ap-northeast-1.amazonaws.com/exports/e-1/g1/1800.zip");
    const asks = { "response-content-disposition": disposition };
    const ours = new URL(signedAddress(address, { ...key, service: "s3" }, now, 900, asks));
    expect(ours.searchParams.get("response-content-disposition")).toBe(disposition);
    expect(ours.search).not.toMatch(/['()*!]/);
    const asked = new URL(`${address.href}?X-Amz-Expires=900`);
    asked.searchParams.set("response-content-disposition", disposition);
    const other = await new AwsV4Signer({
      ...key,
      service: "s3",
      url: asked.href,
      method: "GET",
      datetime: "20261120T123456Z",
      signQuery: true,
    }).sign();
    expect(ours.searchParams.get("X-Amz-Signature")).toBe(other.url.searchParams.get("X-Amz-Signature"));
  });
});
