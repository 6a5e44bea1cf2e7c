import { expect, test } from "vitest";
import { Fault } from "../../functions/shared/fault.ts";
import { explainFailure } from "./explain-failure.ts";

const nobody = (code: string) =>
  Object.assign(new Error(`getaddrinfo ${code} rekognition.eu-north-1.amazonaws.com`), { code });
const aws = { kind: "aws", region: "eu-north-1" } as const;

test("a name that nobody knows is a region without Rekognition while others are known", async () => {
  const fault = new Fault("face-reading-failed", nobody("ENOTFOUND"));
  const asked: string[] = [];
  const online = await explainFailure(fault, aws, async (host) => asked.push(host) > 0);
  expect(online).toMatchObject({
    what: expect.stringContaining("no Amazon Rekognition in this region"),
    isLasting: true,
  });
  expect(online.next).toContain("--region ap-northeast-1");
  expect(asked).toEqual(["aws.amazon.com"]);
  const offline = await explainFailure(fault, aws, async () => false);
  expect(offline.next).toContain("Check the network");
});

test("no answer about names at all is the network", async () => {
  expect((await explainFailure(nobody("EAI_AGAIN"), aws, async () => true)).next).toContain(
    "Check the network",
  );
});

test("the addresses of one host that were tried at once are one failure", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED ::1:443"), { code: "ECONNREFUSED" });
  const all = new AggregateError([refused, refused]);
  expect(await explainFailure(all, aws)).toMatchObject({
    what: expect.stringContaining("ECONNREFUSED ::1:443"),
  });
});

test("throttling and failures of AWS's own pass: the next photo is tried", async () => {
  for (const name of [
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "InternalServerError",
  ]) {
    const error = Object.assign(new Error("no"), { name });
    expect(await explainFailure(error, aws), name).toMatchObject({ isLasting: false });
  }
});

test("a failure on this machine says nothing of AWS", async () => {
  const { what, next } = await explainFailure(new Error("out of memory"), { kind: "local" });
  expect(what).toContain("out of memory");
  expect(what + next).not.toMatch(/AWS|Amazon|docs/);
});
