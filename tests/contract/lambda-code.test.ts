import { LambdaClient } from "@aws-sdk/client-lambda";
import { describe, expect, it, vi } from "vitest";
import { openInvoker } from "./lambda-stack.ts";

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
    const { deploy, invoke } = await openInvoker();
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
    const { deploy, invoke } = await openInvoker();
    deploy("f", code);
    for (const __ of [1, 2])
      expect(await invoke("f")).toMatchObject({ payload: { errorType }, error: "Unhandled" });
  });
});

describe("the environment", () => {
  it("holds the function's own, the runtime's and the role's, and nothing of the host", async () => {
    const { deploy, invoke } = await openInvoker();
    vi.stubEnv("HOST_SECRET", "leak");
    deploy("f", "export const handler = async () => process.env;", {
      environment: { BUCKET: "b" },
      memoryMb: 256,
    });
    const { payload } = await invoke("f");
    vi.unstubAllEnvs();
    expect(payload).toEqual({
      BUCKET: "b",
      LANG: "en_US.UTF-8",
      PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
      TZ: ":UTC",
      TMPDIR: expect.stringContaining("-tmp-"),
      _HANDLER: "index.handler",
      AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
      AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/f",
      AWS_LAMBDA_LOG_STREAM_NAME: "local",
      LAMBDA_RUNTIME_DIR: "/var/runtime",
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
    const { deploy, invoke, asAdministrator } = await openInvoker();
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
    const { deploy, invoke } = await openInvoker();
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
    const { deploy, invoke, lines } = await openInvoker();
    deploy("f", "export const handler = async () => { console.log('one\\ntwo'); console.error('three'); };");
    await invoke("f");
    await vi.waitFor(() => expect(lines.toSorted()).toEqual(["f: one", "f: three", "f: two"]));
  });
});
