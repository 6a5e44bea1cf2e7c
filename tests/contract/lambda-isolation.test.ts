import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createFunctionsHome } from "../../local/stack/functions-home.ts";
import { clone } from "../fixtures/clone.ts";
import { openInvoker } from "./lambda-stack.ts";

const nodeModules = join(clone, "node_modules");

/** A function in the folder where the stack puts the product's bundles. */
async function openAtHome() {
  const home = createFunctionsHome(nodeModules);
  onTestFinished(() => home.remove());
  return openInvoker({}, home.directory);
}

describe("modules", () => {
  const probe = `
    import { createRequire, builtinModules, globalPaths, Module } from "node:module";
    const require = createRequire(import.meta.url);
    const attempt = async (load) => {
      try { await load(); return "found"; } catch (error) { return error.code; }
    };
    export const handler = async () => ({
      paths: [...require.resolve.paths("zod"), ...(globalPaths ?? Module.globalPaths)],
      required: await attempt(() => require("zod")),
      imported: await attempt(() => import("zod")),
      fromAbove: await attempt(() => createRequire(import.meta.url + "/../../..").resolve("zod")),
      typescript: await attempt(() => import("typescript")),
      sdk: await attempt(() => import("@aws-sdk/client-s3")),
      sdkRequired: await attempt(() => require("@aws-sdk/client-sqs")),
      builtin: await attempt(() => import("node:crypto")),
      builtins: builtinModules.length > 0,
    });`;

  it("are Node's own and the SDK's clients, however one looks for others", async () => {
    vi.stubEnv("NODE_PATH", nodeModules);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { deploy, invoke } = await openAtHome();
    deploy("f", probe);
    const { payload } = await invoke("f");
    expect(payload).toMatchObject({
      required: "MODULE_NOT_FOUND",
      imported: "ERR_MODULE_NOT_FOUND",
      fromAbove: "MODULE_NOT_FOUND",
      typescript: "ERR_MODULE_NOT_FOUND",
      sdk: "found",
      sdkRequired: "found",
      builtin: "found",
      builtins: true,
    });
    // Every folder that is searched is either not there or holds nothing but the SDK.
    const { paths } = payload as { paths: string[] };
    for (const path of paths.filter((one) => existsSync(one))) {
      expect(path.startsWith(clone), path).toBe(false);
      expect(readdirSync(path), path).toEqual(["@aws-sdk"]);
    }
    expect(paths.length).toBeGreaterThan(2);
  });

  it("resolves relative names from its own folder, not from where the stack runs", async () => {
    const { deploy, invoke } = await openAtHome();
    deploy(
      "f",
      `import { resolve } from "node:path";
      export const handler = async () => [process.cwd(), resolve("package.json"), process.env.LAMBDA_TASK_ROOT];`,
    );
    const { payload } = await invoke("f");
    const [cwd, resolved, root] = payload as string[];
    expect(cwd).toBe(root);
    expect(resolved).toBe(join(String(root), "package.json"));
    expect(cwd?.startsWith(clone)).toBe(false);
  });
});

describe("the temporary folder", () => {
  it("is each sandbox's own, stays while it is warm, and goes with it", async () => {
    const { deploy, invoke, lambda } = await openInvoker();
    deploy(
      "f",
      `import { tmpdir } from "node:os"; import { readdirSync, writeFileSync } from "node:fs";
      export const handler = async ({ name, ms = 0 }) => {
        writeFileSync(tmpdir() + "/" + name, "");
        await new Promise((wake) => setTimeout(wake, ms));
        return { folder: tmpdir(), files: readdirSync(tmpdir()) };
      };`,
    );
    const one = invoke("f", { name: "a", ms: 300 });
    const other = invoke("f", { name: "b", ms: 300 });
    const [first, second] = [(await one).payload, (await other).payload] as {
      folder: string;
      files: string[];
    }[];
    expect([first?.files, second?.files]).toEqual([["a"], ["b"]]);
    const { payload } = await invoke("f", { name: "c" });
    expect((payload as { files: string[] }).files).toHaveLength(2);
    expect(existsSync(String(first?.folder))).toBe(true);
    await lambda.close();
    expect(existsSync(String(first?.folder))).toBe(false);
    expect(readdirSync(dirname(String(first?.folder))).filter((name) => name.includes("-tmp-"))).toEqual([]);
  });
});

describe("memory", () => {
  it.each([
    ["on the heap", "all.push(Array(1000).fill({}));"],
    ["in buffers beside the heap", "all.push(Buffer.alloc(4_000_000, 1)); await new Promise(setImmediate);"],
  ])("ends a function that takes more than it has %s, in Lambda's words", async (_, take) => {
    const { deploy, invoke } = await openInvoker();
    deploy(
      "f",
      `export const handler = async ({ ok }) => { if (ok) return 1; const all = []; for (;;) { ${take} } };`,
      {
        timeoutSeconds: 20,
        memoryMb: 128,
      },
    );
    const { payload, error } = await invoke("f");
    expect(error).toBe("Unhandled");
    expect(payload).toEqual({
      errorType: "Runtime.OutOfMemory",
      errorMessage: expect.stringMatching(
        /^RequestId: [\da-f-]{36} Error: Runtime exited with error: signal: killed$/,
      ),
    });
    expect((await invoke("f", { ok: true })).payload).toBe(1);
  });

  it("sees at the end what was taken without a pause, and leaves alone what fits", async () => {
    const { deploy, invoke } = await openInvoker();
    const code = "export const handler = async ({ mb }) => Buffer.alloc(mb * 1_000_000, 1).length;";
    deploy("f", code, { memoryMb: 128 });
    expect(await invoke("f", { mb: 60 })).toEqual({ payload: 60_000_000, error: undefined });
    expect((await invoke("f", { mb: 160 })).payload).toMatchObject({ errorType: "Runtime.OutOfMemory" });
  });
});

describe("cold starts", () => {
  it("are had for every event when that is wanted, one after the other and at once", async () => {
    const { deploy, invoke, lambda } = await openInvoker({ coldStarts: "always" });
    deploy(
      "f",
      `let calls = 0; export const handler = async () => {
      calls += 1; await new Promise((wake) => setTimeout(wake, 50)); return calls; };`,
    );
    for (let call = 0; call < 3; call += 1) expect((await invoke("f")).payload).toBe(1);
    const many = await Promise.all(Array.from({ length: 12 }, () => invoke("f")));
    expect(many.map(({ payload }) => payload)).toEqual(Array(12).fill(1));
    await vi.waitFor(() => expect(lambda.workers).toBe(0));
  });
});

describe("an environment that Lambda would refuse", () => {
  it.each([
    [{ AWS_REGION: "eu-west-1", MINE: "1" }, "Reserved keys used in this request: AWS_REGION"],
    [{ BIG: "x".repeat(4096) }, 'exceeded the 4KB limit. String measured: {"BIG":'],
  ])("is refused here: %#", async (environment, message) => {
    const { deploy } = await openInvoker();
    expect(() => deploy("f", "export const handler = async () => 1;", { environment })).toThrow(message);
  });
});
