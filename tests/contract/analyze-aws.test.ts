import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, afterAll, expect, it, vi } from "vitest";
import { createRekognition } from "../../local/aws/rekognition/rekognition.ts";
import { Faults } from "../../local/faults/faults.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { clone } from "../fixtures/clone.ts";
import { folderOf, freshMachine, pointAt, run } from "./analyze-harness.ts";
import { answerWith } from "./function-answers.ts";
import { openGateway } from "./open-gateway.ts";

const rekognition = createRekognition({ readObject: () => Promise.reject(new Error("unused")) });
beforeAll(() => rekognition.warm());
afterAll(() => rekognition.close());

const open = (faults?: Faults) => openGateway({ jsonServices: [rekognition], ...(faults && { faults }) });
const allow = (...actions: readonly string[]) =>
  ({ Effect: "Allow", Action: actions.map((each) => `rekognition:${each}`), Resource: "*" }) as const;
const aws = ["--source", "aws"] as const;
const photos = async () =>
  folderOf({ "a.jpg": await renderSample("couple"), "b.jpg": await renderSample("bride") });

it("reads with the credentials and the address that the vendor's client finds", async () => {
  const { asRole } = await open();
  freshMachine();
  // What docs/aws-account.md tells a newcomer to allow is enough.
  const guide = readFileSync(join(clone, "docs", "aws-account.md"), "utf8");
  const { Statement: statements } = JSON.parse(/```json\n([^]*?)```/.exec(guide)?.[1] ?? "");
  pointAt(asRole("reader", ...statements));
  const { code, out, err } = await run(await photos(), "a.jpg", "--labels", ...aws);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/2 faces, 1[89]\d\.\dpt/);
});

it("a profile brings its region and its keys", async () => {
  const { asAdministrator, origin } = await open();
  const { accessKeyId, secretAccessKey } = asAdministrator.credentials;
  freshMachine({
    config: `[profile party]\nregion = ${asAdministrator.region}\n`,
    credentials: `[party]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  });
  vi.stubEnv("AWS_ENDPOINT_URL_REKOGNITION", origin);
  expect(await run(await photos(), "a.jpg", ...aws, "--profile", "party")).toMatchObject({ code: 0 });
});

it("a right that is missing is named, and nothing more is tried", async () => {
  const { asRole } = await open();
  freshMachine();
  pointAt(asRole("nobody"));
  const bride = await renderSample("bride");
  const folder = folderOf(Object.fromEntries([1, 2, 3, 4, 5].map((each) => [`${each}.jpg`, bride])));
  const { code, out, err } = await run(folder, ".", "--workers", "1", "--no-moderation", ...aws);
  expect(code).toBe(4);
  expect(out.match(/reading failed/g)).toHaveLength(2);
  expect(err).toContain("3 photos were not tried.");
  expect(err.match(/may not call/g)).toHaveLength(1);
  expect(err).toContain("may not call rekognition:DetectFaces");
  expect(err).toContain("docs/aws-account.md");
});

it("a right that is missing for one reading leaves the others", async () => {
  const { asRole } = await open();
  freshMachine();
  pointAt(asRole("faces-only", allow("DetectFaces", "DetectModerationLabels")));
  const { code, out, err } = await run(await photos(), "a.jpg", "--labels", ...aws);
  expect(code).toBe(4);
  expect(out).toMatch(/2 faces/);
  expect(out).toContain("Labels: not checked");
  expect(err).toContain("may not call rekognition:DetectLabels");
  expect(err).not.toContain("DetectFaces");
});

it("keys that AWS does not know", async () => {
  const { asAdministrator } = await open();
  freshMachine();
  pointAt({ ...asAdministrator, credentials: { accessKeyId: "AKIAUNKNOWN", secretAccessKey: "wrong" } });
  const unknown = await run(await photos(), "a.jpg", ...aws);
  expect(unknown).toMatchObject({ code: 4, err: expect.stringContaining("UnrecognizedClientException") });
  expect(unknown.err).toContain("AWS does not know these keys");
  pointAt({ ...asAdministrator, credentials: { ...asAdministrator.credentials, secretAccessKey: "wrong" } });
  expect((await run(await photos(), "a.jpg", ...aws)).err).toContain("AWS does not know these keys");
});

it("no credentials at all, no such profile, an SSO sign-in that is over", async () => {
  freshMachine({
    config: [
      "[profile guests]",
      "region = ap-northeast-1",
      "sso_session = house",
      "sso_account_id = 123456789012",
      "sso_role_name = reader",
      "[sso-session house]",
      "sso_region = ap-northeast-1",
      "sso_start_url = https://example.awsapps.com/start",
      "sso_registration_scopes = sso:account:access",
    ].join("\n"),
  });
  const folder = await photos();
  const none = await run(folder, "a.jpg", ...aws, "--region", "ap-northeast-1");
  expect(none).toMatchObject({ code: 4, err: expect.stringContaining("No AWS credentials were found") });
  expect(none.err).toContain("--source local");
  const other = await run(folder, "a.jpg", ...aws, "--region", "ap-northeast-1", "--profile", "other");
  expect(other.err).toContain('no credentials for the profile "other"');
  const over = await run(folder, "a.jpg", ...aws, "--profile", "guests");
  expect(over).toMatchObject({ code: 4, err: expect.stringContaining("aws sso login --profile guests") });
});

it("no region, a word that is none, and one that the keys are not for", async () => {
  freshMachine();
  const folder = await photos();
  expect((await run(folder, "a.jpg", ...aws)).err).toContain("--region ap-northeast-1");
  expect((await run(folder, "a.jpg", ...aws, "--region", "to_kyo")).err).toContain('"to_kyo" is no region');
  const { asAdministrator } = await open();
  pointAt(asAdministrator);
  expect((await run(folder, "a.jpg", ...aws, "--region", "us-east-1")).err).toContain("refuses this region");
});

it("keys that were made for a few hours, a clock that is wrong, an account that is not ready", async () => {
  const refusing = async (name: string, message: string) => {
    const { origin } = await answerWith({ status: 400, body: { __type: name, message } });
    freshMachine();
    const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
    pointAt({ endpoint: origin, region: "ap-northeast-1", maxAttempts: 1, credentials });
    return (await run(await photos(), "a.jpg", ...aws)).err;
  };
  expect(
    await refusing("ExpiredTokenException", "The security token included in the request is expired"),
  ).toContain("Sign in again");
  expect(
    await refusing("InvalidSignatureException", "Signature not yet current: 20270101T000000Z is still later"),
  ).toContain("Set its clock");
  expect(
    await refusing("OptInRequired", "The AWS Access Key Id needs a subscription for the service"),
  ).toContain("has not been activated");
  expect(await refusing("SomethingNewException", "of AWS's own")).toContain(
    "SomethingNewException: of AWS's own",
  );
});

it("throttling is waited for first, and told when it goes on", { timeout: 90_000 }, async () => {
  const faults = new Faults({ calls: { "rekognition:DetectFaces": { throttlePerSecond: 0.001, times: 2 } } });
  const { asAdministrator } = await open(faults);
  freshMachine();
  pointAt(asAdministrator);
  const folder = await photos();
  await run(folder, "b.jpg", ...aws); // the one that is let through
  expect(await run(folder, "a.jpg", ...aws)).toMatchObject({
    code: 0,
    out: expect.stringMatching("2 faces"),
  });
  expect(faults.struck("rekognition:DetectFaces")).toBe(2);

  faults.set({ calls: { "rekognition:DetectFaces": { throttlePerSecond: 0.001 } } });
  await run(folder, "b.jpg", ...aws);
  const { code, err } = await run(folder, "a.jpg", ...aws);
  expect(code).toBe(4);
  expect(err).toContain("takes no more requests");
  expect(err).toContain("--workers 1");
});

it("a network that is not there", async () => {
  const { origin } = await answerWith({ drop: true });
  freshMachine();
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  // A port that nobody listens on any more.
  pointAt({ endpoint: "http://127.0.0.1:9", region: "ap-northeast-1", maxAttempts: 1, credentials });
  expect(await run(await photos(), "a.jpg", ...aws)).toMatchObject({
    code: 4,
    err: expect.stringContaining("Check the network"),
  });
  pointAt({ endpoint: origin, region: "ap-northeast-1", maxAttempts: 1, credentials });
  expect((await run(await photos(), "a.jpg", ...aws)).err).toContain("Check the network");
});
