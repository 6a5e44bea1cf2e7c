import {
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  PublishVersionCommand,
} from "@aws-sdk/client-lambda";
import { describe, expect, it, vi } from "vitest";
import { openLambda } from "./lambda-stack.ts";

async function start(...options: Parameters<typeof openLambda>) {
  const opened = await openLambda(...options);
  const invoke = async (FunctionName: string, event: unknown = {}, client = opened.client) => {
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
    const payload: unknown = JSON.parse(answer.Payload?.transformToString() || "null");
    return { payload, error: answer.FunctionError };
  };
  return { ...opened, invoke };
}

const sleep = "const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));";

describe("code", () => {
  const commonJs = "exports.handler = async (event) => ({ got: event.x });";
  it.each<[string, string | Record<string, string>, string?]>([
    ["an ES module", "export const handler = async (event) => ({ got: event.x });"],
    [
      "top-level await",
      "const k = await Promise.resolve('got'); export const handler = async (e) => ({ [k]: e.x });",
    ],
    ["CommonJS by its ending", { "index.cjs": commonJs }],
    ["CommonJS by default", { "index.js": commonJs }],
    [
      "module.exports",
      { "index.js": "module.exports = Object.assign({}, { handler: async (e) => ({ got: e.x }) });" },
    ],
    [
      "another file and name",
      { "src/app.mjs": "export const main = async (e) => ({ got: e.x });" },
      "src/app.main",
    ],
    [
      "a callback",
      "export const handler = (e, context, done) => setTimeout(() => done(null, { got: e.x }), 1);",
    ],
    [
      "modules of its own",
      {
        "index.mjs": "import { got } from 'dep'; export const handler = async (e) => got(e);",
        "node_modules/dep/index.mjs": "export const got = (e) => ({ got: e.x });",
        "node_modules/dep/package.json": `{ "main": "index.mjs" }`,
      },
    ],
  ])("runs with %s", async (_, code, handler = "index.handler") => {
    const { deploy, invoke } = await start();
    deploy("f", code, { handler });
    expect(await invoke("f", { x: 1 })).toEqual({ payload: { got: 1 }, error: undefined });
  });

  it.each<[string, string | Record<string, string>, string]>([
    ["no file", { "other.mjs": "" }, "Runtime.ImportModuleError"],
    [
      "a package that is not there",
      "import 'no-such-package'; export const handler = async () => 1;",
      "Runtime.ImportModuleError",
    ],
    ["a syntax error", "export const handler = (", "Runtime.UserCodeSyntaxError"],
    ["no such export", "export const other = 1;", "Runtime.HandlerNotFound"],
    ["a throw while loading", "throw new RangeError('early');", "RangeError"],
    ["an exit while loading", "process.exit(0);", "Runtime.ExitError"],
  ])("reports %s at every invocation", async (_, code, errorType) => {
    const { deploy, invoke } = await start();
    deploy("f", code);
    for (const __ of [1, 2])
      expect(await invoke("f")).toMatchObject({ payload: { errorType }, error: "Unhandled" });
  });
});

describe("the environment", () => {
  it("holds the function's own, the runtime's and the role's, and nothing of the host", async () => {
    const { deploy, invoke } = await start();
    vi.stubEnv("HOST_SECRET", "leak");
    deploy("f", "export const handler = async () => process.env;", {
      environment: { BUCKET: "b" },
      memoryMb: 256,
    });
    const { payload } = await invoke("f");
    vi.unstubAllEnvs();
    expect(payload).toEqual({
      BUCKET: "b",
      AWS_ENDPOINT_URL: "http://endpoint",
      AWS_REGION: "ap-northeast-1",
      AWS_DEFAULT_REGION: "ap-northeast-1",
      AWS_LAMBDA_FUNCTION_NAME: "f",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
      LAMBDA_TASK_ROOT: expect.stringContaining("egao-lambda-"),
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
      AWS_SECRET_ACCESS_KEY: expect.any(String),
      AWS_SESSION_TOKEN: expect.any(String),
    });
  });

  it("gives credentials with which the role's rights hold", async () => {
    const { deploy, invoke, asAdministrator } = await start();
    deploy("caller", "export const handler = async () => process.env;", {
      policies: [
        {
          Statement: {
            Effect: "Allow",
            Action: "lambda:InvokeFunction",
            Resource: "arn:aws:lambda:ap-northeast-1:123456789012:function:open",
          },
        },
      ],
    });
    for (const name of ["open", "closed"]) deploy(name, "export const handler = async () => 'hello';");
    const env = JSON.parse(JSON.stringify((await invoke("caller")).payload));
    const client = new LambdaClient({
      ...asAdministrator,
      credentials: {
        accessKeyId: env.AWS_ACCESS_KEY_ID,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        sessionToken: env.AWS_SESSION_TOKEN,
      },
    });
    expect((await invoke("open", {}, client)).payload).toBe("hello");
    await expect(invoke("closed", {}, client)).rejects.toMatchObject({
      name: "AccessDeniedException",
      message:
        "User: arn:aws:sts::123456789012:assumed-role/caller-role/caller is not authorized to perform: " +
        "lambda:InvokeFunction on resource: arn:aws:lambda:ap-northeast-1:123456789012:function:closed " +
        "because no identity-based policy allows the lambda:InvokeFunction action",
    });
  });

  it("gives the context, with the time that is left", async () => {
    const { deploy, invoke } = await start();
    const code = `export const handler = async (_, { getRemainingTimeInMillis, ...context }) =>
      ({ ...context, left: getRemainingTimeInMillis() });`;
    deploy("f", code, { timeoutSeconds: 7 });
    const { payload } = await invoke("f");
    expect(payload).toMatchObject({
      functionName: "f",
      functionVersion: "$LATEST",
      invokedFunctionArn: "arn:aws:lambda:ap-northeast-1:123456789012:function:f",
      memoryLimitInMB: "128",
      awsRequestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(payload).toHaveProperty(
      "left",
      expect.toSatisfy((left: number) => left > 6000 && left <= 7000),
    );
  });

  it("brings what the function prints to the log", async () => {
    const { deploy, invoke, lines } = await start();
    deploy("f", "export const handler = async () => { console.log('one\\ntwo'); console.error('three'); };");
    await invoke("f");
    await vi.waitFor(() => expect(lines.toSorted()).toEqual(["f: one", "f: three", "f: two"]));
  });
});

describe("failures", () => {
  it.each([
    ["a rejection", "throw new TypeError('broken');", "TypeError", "broken"],
    ["a thrown string", "throw 'text';", "string", "text"],
    [
      "an exception outside the handler",
      "setImmediate(() => { throw new RangeError('later'); }); await new Promise(() => {});",
      "RangeError",
      "later",
    ],
    [
      "an unhandled rejection",
      "Promise.reject(new Error('lost')); await new Promise(() => {});",
      "Runtime.UnhandledPromiseRejection",
      "lost",
    ],
    ["an exit", "process.exit(3);", "Runtime.ExitError", "Runtime exited without providing a reason"],
    ["a result that is not JSON", "const a = {}; a.a = a; return a;", "Runtime.MarshalError", "circular"],
    [
      "too large a result",
      "return 'x'.repeat(6 * 1024 * 1024);",
      "Function.ResponseSizeTooLarge",
      "exceeded",
    ],
  ])("describes %s, and the next invocation works", async (_, code, errorType, message) => {
    const { deploy, invoke, lines } = await start();
    deploy("f", `export const handler = async (event) => { if (event.ok) return "fine"; ${code} };`);
    const { payload, error } = await invoke("f");
    expect(error).toBe("Unhandled");
    expect(payload).toMatchObject({ errorType, errorMessage: expect.stringContaining(message) });
    expect(lines.join()).toContain(errorType);
    expect(await invoke("f", { ok: true })).toEqual({ payload: "fine", error: undefined });
  });

  it("keeps the trace of an error", async () => {
    const { deploy, invoke } = await start();
    deploy("f", "export const handler = async () => { throw new Error('x'); };");
    const { payload } = await invoke("f");
    expect(payload).toHaveProperty(
      "trace",
      expect.arrayContaining(["Error: x", expect.stringContaining("index.mjs:1")]),
    );
  });

  it.each([
    ["a promise that never settles", "await new Promise(() => {});"],
    ["a synchronous endless loop", "for (;;);"],
  ])("ends %s when its time is over", async (_, code) => {
    const { deploy, invoke } = await start();
    deploy("f", `export const handler = async (event) => { if (event.ok) return 1; ${code} };`, {
      timeoutSeconds: 1,
    });
    const startedAt = performance.now();
    const { payload, error } = await invoke("f");
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(error).toBe("Unhandled");
    expect(payload).toEqual({
      errorMessage: expect.stringMatching(
        /^20\d\d-\d\d-\d\dT[\d:.]+Z [\da-f-]{36} Task timed out after 1\.00 seconds$/,
      ),
    });
    expect((await invoke("f", { ok: true })).payload).toBe(1);
  });

  it("ends a function that takes more memory than it has", async () => {
    const { deploy, invoke } = await start();
    const code =
      "export const handler = async () => { const all = []; for (;;) all.push(Array(1000).fill({})); };";
    deploy("f", code, { timeoutSeconds: 10 });
    expect(await invoke("f")).toMatchObject({
      payload: { errorType: "Runtime.OutOfMemory" },
      error: "Unhandled",
    });
  });
});

describe("sandboxes", () => {
  const counting = `${sleep} let calls = 0; export const handler = async ({ ms = 0 }) => { calls += 1; await sleep(ms); return calls; };`;

  it("keeps module state while warm and gives concurrent events sandboxes of their own", async () => {
    const { deploy, invoke, lambda } = await start();
    deploy("f", counting);
    expect((await invoke("f")).payload).toBe(1);
    expect((await invoke("f")).payload).toBe(2);
    const both = await Promise.all([invoke("f", { ms: 200 }), invoke("f", { ms: 200 })]);
    expect(both.map(({ payload }) => payload).toSorted()).toEqual([1, 3]);
    expect(lambda.workers).toBe(2);
  });

  it("answers many short events with few sandboxes", async () => {
    const { deploy, invoke, lambda } = await start();
    deploy("f", counting);
    await invoke("f");
    const client = async () => {
      for (let call = 0; call < 25; call += 1) await invoke("f");
    };
    await Promise.all(Array.from({ length: 8 }, client));
    expect(lambda.workers).toBeLessThanOrEqual(4);
  });

  it("never has more threads than allowed; further events wait their turn", async () => {
    const { deploy, invoke, lambda } = await start({ maxWorkers: 2 });
    deploy("f", counting);
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, lambda.workers)), 5);
    const results = await Promise.all(Array.from({ length: 6 }, () => invoke("f", { ms: 100 })));
    clearInterval(watch);
    expect(results.every(({ error }) => error === undefined)).toBe(true);
    expect(most).toBe(2);
  });

  it("lets a function call another one although all threads are taken by callers", async () => {
    const { deploy, lambda, origin } = await start({ maxWorkers: 1 });
    deploy("inner", "export const handler = async () => 'inside';");
    lambda.createFunctionUrl("inner");
    deploy("outer", "export const handler = async ({ url }) => (await fetch(url)).json();");
    expect(await lambda.invoke("outer", { url: `${origin}/_url/inner/` })).toEqual({ payload: "inside" });
  });

  it("makes room for another function and ends what is long unused", async () => {
    const { deploy, invoke, lambda } = await start({ maxWorkers: 1, idleMs: 50 });
    for (const name of ["a", "b"]) deploy(name, counting);
    await invoke("a");
    await invoke("b");
    await vi.waitFor(() => expect(lambda.workers).toBe(0), { timeout: 5000 });
    expect((await invoke("a")).payload).toBe(1);
  });

  it("throttles at the reserved concurrency", async () => {
    const { deploy, invoke } = await start();
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
    const { deploy, invoke } = await start();
    deploy("f", "export const handler = async () => 'old';");
    expect((await invoke("f")).payload).toBe("old");
    deploy("f", "export const handler = async () => 'new';");
    expect((await invoke("f")).payload).toBe("new");
  });

  it("closes within a second although a function is in an endless loop", async () => {
    const { deploy, lambda } = await start();
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
    const { deploy, client, lines } = await start();
    deploy("f", "export const handler = async (event) => console.log('ran', event.x);");
    const send = (InvocationType: "Event" | "DryRun", x: number) =>
      client.send(new InvokeCommand({ FunctionName: "f", InvocationType, Payload: JSON.stringify({ x }) }));
    expect((await send("DryRun", 1)).StatusCode).toBe(204);
    expect((await send("Event", 2)).StatusCode).toBe(202);
    await vi.waitFor(() => expect(lines).toEqual(["f: ran 2"]));
  });

  it("finds functions by ARN and describes them", async () => {
    const { deploy, client, invoke } = await start();
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
    const { deploy, client, invoke } = await start();
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
