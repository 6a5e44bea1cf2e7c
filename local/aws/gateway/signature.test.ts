import { describe, expect, it } from "vitest";
import { sha256, signatureOf, type SigningFacts } from "./signature.ts";
import type { WireRequest } from "./wire-request.ts";

const get: WireRequest = { method: "GET", path: "/", query: "", headers: {}, body: Buffer.alloc(0) };
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Request, facts and signature as AWS publishes them in its test suite and in the S3 API reference. */
describe("AWS's published signatures", () => {
  const suiteKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  const suite: SigningFacts = {
    scope: { date: "20150830", region: "us-east-1", service: "service" },
    amzDate: "20150830T123600Z",
    signedHeaders: ["host", "x-amz-date"],
    payloadHash: EMPTY,
    pathEncoding: "twice",
  };
  const suiteHeaders = { host: "example.amazonaws.com", "x-amz-date": "20150830T123600Z" };

  it.each([
    ["get-vanilla", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
    [
      "get-vanilla-query-order-key-case",
      "/",
      "Param2=value2&Param1=value1",
      "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    ],
    ["get-relative", "/example/..", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
    ["get-slashes", "//example//", "", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"],
  ])("%s", (_, path, query, signature) => {
    expect(signatureOf({ ...get, path, query, headers: suiteHeaders }, suite, suiteKey)).toBe(signature);
  });

  const s3Key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  const s3: SigningFacts = {
    scope: { date: "20130524", region: "us-east-1", service: "s3" },
    amzDate: "20130524T000000Z",
    signedHeaders: ["host", "range", "x-amz-content-sha256", "x-amz-date"],
    payloadHash: EMPTY,
    pathEncoding: "once",
  };

  it("S3: GET with a range", () => {
    const headers = {
      host: "examplebucket.s3.amazonaws.com",
      range: "bytes=0-9",
      "x-amz-content-sha256": EMPTY,
      "x-amz-date": "20130524T000000Z",
    };
    expect(signatureOf({ ...get, path: "/test.txt", headers }, s3, s3Key)).toBe(
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
  });

  it("S3: PUT of a key with a character that is encoded", () => {
    const body = Buffer.from("Welcome to Amazon S3.");
    const headers = {
      date: "Fri, 24 May 2013 00:00:00 GMT",
      host: "examplebucket.s3.amazonaws.com",
      "x-amz-content-sha256": sha256(body),
      "x-amz-date": "20130524T000000Z",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
    };
    const facts = { ...s3, signedHeaders: Object.keys(headers), payloadHash: sha256(body) };
    expect(signatureOf({ ...get, method: "PUT", path: "/test$file.text", headers, body }, facts, s3Key)).toBe(
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    );
  });

  it("S3: a presigned URL, whose own signature is not part of what is signed", () => {
    const query =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request" +
      "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=anything";
    const facts = { ...s3, signedHeaders: ["host"], payloadHash: "UNSIGNED-PAYLOAD" };
    const headers = { host: "examplebucket.s3.amazonaws.com" };
    expect(signatureOf({ ...get, path: "/test.txt", query, headers }, facts, s3Key)).toBe(
      "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    );
  });
});
