import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it, vi } from "vitest";
import { Faults } from "../../local/faults/faults.ts";
import { openInvoker } from "./lambda-stack.ts";

const sleep = "const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));";
const crash = {
  errorType: "Runtime.ExitError",
  errorMessage: expect.stringMatching(
    /^RequestId: [\da-f-]{36} Error: Runtime exited with error: signal: killed$/,
  ),
};

describe("killing sandboxes at work", () => {
  it("ends them in the middle, as AWS reports a crash, and leaves idle ones alone", async () => {
    const { deploy, invoke, lambda, lines } = await openInvoker();
    const code = `${sleep} let calls = 0;
      export const handler = async ({ ms = 0 }) => { calls += 1; console.log("begun"); await sleep(ms); console.log("survived"); return calls; };`;
    deploy("busy", code, { timeoutSeconds: 60 });
    deploy("idle", code);
    expect((await invoke("idle")).payload).toBe(1);
    const running = invoke("busy", { ms: 60_000 });
    await vi.waitFor(() => expect(lines).toContain("busy: begun"), { timeout: 5000 });
    expect(lambda.kill("idle")).toBe(0);
    expect(lambda.kill()).toBe(1);
    expect(await running).toEqual({ payload: crash, error: "Unhandled" });
    expect(lines).not.toContain("busy: survived");
    // The next one begins anew, in another sandbox; the idle one is still warm.
    expect((await invoke("busy")).payload).toBe(1);
    expect((await invoke("idle")).payload).toBe(2);
  });

  it("ends a function that never gives way", async () => {
    const { deploy, invoke, lambda, lines } = await openInvoker();
    deploy("f", "export const handler = async () => { console.log('begun'); await 0; for (;;); };", {
      timeoutSeconds: 60,
    });
    const running = invoke("f");
    await vi.waitFor(() => expect(lines).toContain("f: begun"), { timeout: 5000 });
    expect(lambda.kill("f")).toBe(1);
    expect((await running).payload).toEqual(crash);
  });

  it("strikes every invocation of a share of 1, before, while and after it does its work", async () => {
    const faults = new Faults({ kill: { f: 1 }, seed: 1 });
    const { deploy, invoke, lines } = await openInvoker({ faults });
    deploy(
      "f",
      `${sleep} export const handler = async () => { await sleep(20); console.log("done"); return 1; };`,
    );
    deploy("g", "export const handler = async () => 'untouched';");
    const times = 12;
    for (let call = 0; call < times; call += 1) expect((await invoke("f")).payload).toEqual(crash);
    expect((await invoke("g")).payload).toBe("untouched");
    const finished = lines.filter((line) => line === "f: done").length;
    expect(finished).toBeGreaterThan(0);
    expect(finished).toBeLessThan(times);
    faults.set({});
    expect((await invoke("f")).payload).toBe(1);
  });

  it("strikes the share that was asked for", async () => {
    const faults = new Faults({ kill: { "*": 0.5 }, seed: 3 });
    const { deploy, lambda } = await openInvoker({ faults });
    deploy("f", "export const handler = async () => 1;");
    let crashes = 0;
    for (let call = 0; call < 30; call += 1)
      if ((await lambda.invoke("f", {})).functionError !== undefined) crashes += 1;
    expect(crashes).toBeGreaterThan(7);
    expect(crashes).toBeLessThan(23);
  });
});

describe("a message whose function was killed", () => {
  it("is hidden until its visibility timeout, or until its time is said to have passed", async () => {
    const opened = await openInvoker();
    const { queues, lambda, deploy, lines } = opened;
    const queueArn = "arn:aws:sqs:ap-northeast-1:123456789012:photos";
    queues.createQueue({ name: "photos", attributes: { VisibilityTimeout: 360 } });
    queues.createQueue({ name: "other" });
    const Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
    const code = `${sleep} export const handler = async ({ Records: [{ body, attributes }] }) => {
      const count = attributes.ApproximateReceiveCount;
      console.log(body, count);
      if (count === "1") await sleep(60_000);
    };`;
    deploy("worker", code, {
      policies: [{ Statement: { Effect: "Allow", Action, Resource: queueArn } }],
      timeoutSeconds: 60,
    });
    lambda.createEventSourceMapping({ functionName: "worker", queue: queueArn }, queues);
    const sqs = new SQSClient(opened.asAdministrator);
    await sqs.send(
      new SendMessageCommand({ QueueUrl: "http://x/123456789012/photos", MessageBody: "photo" }),
    );
    await vi.waitFor(() => expect(lines).toContain("worker: photo 1"), { timeout: 5000 });
    lambda.kill("worker");
    await vi.waitFor(() => expect(lines.join()).toContain("signal: killed"));
    expect(queues.counts("photos")).toEqual({ visible: 0, inFlight: 1, delayed: 0 });

    expect(queues.releaseInFlight("other")).toBe(0);
    expect(queues.counts("photos").inFlight).toBe(1);
    expect(queues.releaseInFlight()).toBe(1);
    await vi.waitFor(() => expect(lines).toContain("worker: photo 2"), { timeout: 5000 });
    await vi.waitFor(() => expect(queues.counts("photos")).toEqual({ visible: 0, inFlight: 0, delayed: 0 }));
  });
});
