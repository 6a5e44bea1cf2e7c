import { describe, expect, it } from "vitest";
import { openInvoker } from "./lambda-stack.ts";

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
    const { deploy, invoke, lines } = await openInvoker();
    deploy("f", `export const handler = async (event) => { if (event.ok) return "fine"; ${code} };`);
    const { payload, error } = await invoke("f");
    expect(error).toBe("Unhandled");
    expect(payload).toMatchObject({ errorType, errorMessage: expect.stringContaining(message) });
    expect(lines.join()).toContain(errorType);
    expect(await invoke("f", { ok: true })).toEqual({ payload: "fine", error: undefined });
  });

  it("keeps the trace of an error", async () => {
    const { deploy, invoke } = await openInvoker();
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
    const { deploy, invoke } = await openInvoker();
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
    const { deploy, invoke } = await openInvoker();
    const code =
      "export const handler = async () => { const all = []; for (;;) all.push(Array(1000).fill({})); };";
    deploy("f", code, { timeoutSeconds: 10 });
    expect(await invoke("f")).toMatchObject({
      payload: { errorType: "Runtime.OutOfMemory" },
      error: "Unhandled",
    });
  });
});
