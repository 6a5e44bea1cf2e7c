import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { echoJson, openEcho, signer } from "./gateway-stack.ts";
import { openGateway } from "./open-gateway.ts";

describe("signatures of JSON calls", () => {
  it("knows the administrator and a role's session", async () => {
    const opened = await openEcho();
    const send = (settings: typeof opened.asAdministrator) =>
      new SQSClient(settings).send(new ListQueuesCommand({}));
    expect((await send(opened.asAdministrator)).QueueUrls).toEqual([
      "arn:aws:iam::123456789012:user/local-administrator",
    ]);
    expect((await send(opened.asRole("worker"))).QueueUrls).toEqual([
      "arn:aws:sts::123456789012:assumed-role/worker/test",
    ]);
  });

  it.each([
    ["an unknown key", { accessKeyId: "AKIAUNKNOWN" }, "UnrecognizedClientException"],
    ["a wrong secret", { secretAccessKey: "wrong" }, "InvalidSignatureException"],
    ["a token that does not belong to the key", { sessionToken: "x" }, "UnrecognizedClientException"],
  ])("refuses %s", async (_, change, name) => {
    const { asAdministrator } = await openEcho();
    const client = new SQSClient({
      ...asAdministrator,
      credentials: { ...asAdministrator.credentials, ...change },
    });
    await expect(client.send(new ListQueuesCommand({}))).rejects.toMatchObject({ name });
  });

  it("refuses another region and another service by name", async () => {
    const opened = await openEcho();
    const region = new SQSClient({ ...opened.asAdministrator, region: "us-east-1" });
    await expect(region.send(new ListQueuesCommand({}))).rejects.toMatchObject({
      name: "InvalidSignatureException",
      message: expect.stringContaining("'us-east-1' is wrong; expecting 'ap-northeast-1'"),
    });
    const answer = await signer(opened, { service: "ssm" }).fetch(opened.origin, {
      method: "POST",
      body: "{}",
      headers: { "x-amz-target": "AmazonSQS.ListQueues" },
    });
    expect(await answer.json()).toMatchObject({
      message: "Credential should be scoped to correct service: 'sqs'.",
    });
  });

  it("refuses a body, a path, a query or a header that was changed after signing", async () => {
    const opened = await openEcho();
    const signed = await signer(opened).sign(`${opened.origin}/a%20b/c?x=1&y=~*'`, {
      method: "POST",
      body: `{"a":1}`,
      headers: { "x-amz-target": "AmazonSQS.ListQueues" },
    });
    const headers = Object.fromEntries(signed.headers);
    const send = (url: string, body: string, change = {}) =>
      fetch(url, { method: "POST", body, headers: { ...headers, ...change } });
    expect((await send(signed.url, `{"a":1}`)).status).toBe(200);
    for (const answer of [
      await send(signed.url, `{"a":2}`),
      await send(signed.url.replace("/c", "/d"), `{"a":1}`),
      await send(signed.url.replace("x=1", "x=2"), `{"a":1}`),
      await send(signed.url, `{"a":1}`, { "x-amz-target": "AmazonSQS.Break" }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get("x-amzn-errortype")).toBe("InvalidSignatureException");
    }
  });

  it.each([-6, 6])("refuses a clock that is %d minutes off, and takes four", async (minutes) => {
    const opened = await openGateway({
      jsonServices: [echoJson],
      clock: () => Date.now() - minutes * 60_000,
    });
    await expect(new SQSClient(opened.asAdministrator).send(new ListQueuesCommand({}))).rejects.toMatchObject(
      {
        name: "InvalidSignatureException",
      },
    );
    const near = await openGateway({
      jsonServices: [echoJson],
      clock: () => Date.now() - Math.sign(minutes) * 4 * 60_000,
    });
    await expect(new SQSClient(near.asAdministrator).send(new ListQueuesCommand({}))).resolves.toBeTruthy();
  });

  it("lets the vendor's client correct its clock by the answer's date, as AWS does", async () => {
    const opened = await openGateway({ jsonServices: [echoJson], clock: () => Date.now() + 3_600_000 });
    const client = new SQSClient({ ...opened.asAdministrator, maxAttempts: 2 });
    await expect(client.send(new ListQueuesCommand({}))).resolves.toBeTruthy();
  });

  it("refuses a call without a signature or with half of one", async () => {
    const { call } = await openEcho();
    const missing = await call("ListQueues");
    expect(missing.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
    for (const authorization of [
      "Bearer x",
      "AWS4-HMAC-SHA256",
      "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=0",
    ]) {
      const answer = await call("ListQueues", { headers: { authorization } });
      expect(answer.headers.get("x-amzn-errortype")).toBe("IncompleteSignatureException");
    }
  });
});
