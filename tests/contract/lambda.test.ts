import {
  GetFunctionCommand,
  InvokeCommand,
  ListFunctionsCommand,
  PublishVersionCommand,
} from "@aws-sdk/client-lambda";
import { describe, expect, it, vi } from "vitest";
import { openInvoker } from "./lambda-stack.ts";

const sleep = "const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));";

describe("sandboxes", () => {
  const counting = `${sleep} let calls = 0; export const handler = async ({ ms = 0 }) => { calls += 1; await sleep(ms); return calls; };`;

  it("keeps module state while warm and gives concurrent events sandboxes of their own", async () => {
    const { deploy, invoke, lambda } = await openInvoker();
    deploy("f", counting);
    expect((await invoke("f")).payload).toBe(1);
    expect((await invoke("f")).payload).toBe(2);
    const both = await Promise.all([invoke("f", { ms: 200 }), invoke("f", { ms: 200 })]);
    expect(both.map(({ payload }) => payload).toSorted()).toEqual([1, 3]);
    expect(lambda.workers).toBe(2);
  });

  it("answers many short events with few sandboxes", async () => {
    const { deploy, invoke, lambda } = await openInvoker();
    deploy("f", counting);
    await invoke("f");
    const client = async () => {
      for (let call = 0; call < 25; call += 1) await invoke("f");
    };
    await Promise.all(Array.from({ length: 8 }, client));
    expect(lambda.workers).toBeLessThanOrEqual(4);
  });

  it("never has more threads than allowed; further events wait their turn", async () => {
    const { deploy, invoke, lambda } = await openInvoker({ maxWorkers: 2 });
    deploy("f", counting);
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, lambda.workers)), 5);
    const results = await Promise.all(Array.from({ length: 6 }, () => invoke("f", { ms: 100 })));
    clearInterval(watch);
    expect(results.every(({ error }) => error === undefined)).toBe(true);
    expect(most).toBe(2);
  });

  it("lets a function call another one although all threads are taken by callers", async () => {
    const { deploy, lambda, origin } = await openInvoker({ maxWorkers: 1 });
    deploy("inner", "export const handler = async () => 'inside';");
    lambda.createFunctionUrl("inner");
    deploy("outer", "export const handler = async ({ url }) => (await fetch(url)).json();");
    expect(await lambda.invoke("outer", { url: `${origin}/_url/inner/` })).toEqual({ payload: "inside" });
  });

  it("makes room for another function and ends what is long unused", async () => {
    const { deploy, invoke, lambda } = await openInvoker({ maxWorkers: 1, idleMs: 50 });
    for (const name of ["a", "b"]) deploy(name, counting);
    await invoke("a");
    await invoke("b");
    await vi.waitFor(() => expect(lambda.workers).toBe(0), { timeout: 5000 });
    expect((await invoke("a")).payload).toBe(1);
  });

  it("throttles at the reserved concurrency", async () => {
    const { deploy, invoke } = await openInvoker();
    deploy("f", counting, { reservedConcurrency: 1 });
    const first = invoke("f", { ms: 300 });
    await vi.waitFor(() =>
      expect(invoke("f")).rejects.toMatchObject({
        name: "TooManyRequestsException",
        Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
        $metadata: { httpStatusCode: 429 },
      }),
    );
    expect((await first).payload).toBe(1);
    expect((await invoke("f")).payload).toBe(2);
  });

  it("runs the new code after a function was replaced", async () => {
    const { deploy, invoke } = await openInvoker();
    deploy("f", "export const handler = async () => 'old';");
    expect((await invoke("f")).payload).toBe("old");
    deploy("f", "export const handler = async () => 'new';");
    expect((await invoke("f")).payload).toBe("new");
  });

  it("closes within a second although a function is in an endless loop", async () => {
    const { deploy, lambda } = await openInvoker();
    deploy("f", "export const handler = async () => { for (;;); };", { timeoutSeconds: 60 });
    const running = lambda.invoke("f", {}).catch((error: Error) => error.name);
    await vi.waitFor(() => expect(lambda.workers).toBe(1));
    const startedAt = performance.now();
    await lambda.close();
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(await running).toBe("ServiceException");
    await expect(lambda.invoke("f", {})).rejects.toThrow("shutting down");
  });
});

describe("the API", () => {
  it("answers asynchronous and dry calls at once", async () => {
    const { deploy, client, lines } = await openInvoker();
    deploy("f", "export const handler = async (event) => console.log('ran', event.x);");
    const send = (InvocationType: "Event" | "DryRun", x: number) =>
      client.send(new InvokeCommand({ FunctionName: "f", InvocationType, Payload: JSON.stringify({ x }) }));
    expect((await send("DryRun", 1)).StatusCode).toBe(204);
    expect((await send("Event", 2)).StatusCode).toBe(202);
    await vi.waitFor(() => expect(lines).toEqual(["f: ran 2"]));
  });

  it("finds functions by ARN and describes them", async () => {
    const { deploy, client, invoke } = await openInvoker();
    deploy("f", "export const handler = async () => 1;", { environment: { A: "1" } });
    const arn = "arn:aws:lambda:ap-northeast-1:123456789012:function:f";
    expect((await invoke(arn)).payload).toBe(1);
    const { Configuration } = await client.send(new GetFunctionCommand({ FunctionName: "f" }));
    expect(Configuration).toMatchObject({
      FunctionArn: arn,
      Role: "arn:aws:iam::123456789012:role/f-role",
      Timeout: 3,
      MemorySize: 128,
      Environment: { Variables: { A: "1" } },
    });
    const { Functions } = await client.send(new ListFunctionsCommand({}));
    expect(Functions?.map(({ FunctionName }) => FunctionName)).toEqual(["f"]);
  });

  it("answers what it does not have or take by name", async () => {
    const { deploy, client, invoke } = await openInvoker();
    deploy("f", "export const handler = async () => 1;");
    await expect(invoke("none")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    const send = (more: object) => client.send(new InvokeCommand({ FunctionName: "f", ...more }));
    await expect(send({ Payload: "{" })).rejects.toMatchObject({ name: "InvalidRequestContentException" });
    await expect(send({ Payload: JSON.stringify("x".repeat(6 * 1024 * 1024)) })).rejects.toMatchObject({
      name: "RequestTooLargeException",
    });
    await expect(send({ LogType: "Tail" })).rejects.toThrow("x-amz-log-type: Tail is not available locally");
    await expect(send({ Qualifier: "live" })).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    await expect(client.send(new PublishVersionCommand({ FunctionName: "f" }))).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: expect.stringContaining("/versions is not available locally"),
    });
  });
});
