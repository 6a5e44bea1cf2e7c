import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ worksOffQueues: false });
}, 120_000);
afterAll(() => stack.close());
afterEach(() => stack.faults.set({}));

const local = (path: string, init: RequestInit = {}) =>
  fetch(`${stack.origins.main}/local/faults${path}`, init);
const putPlan = (plan: unknown) => local("", { method: "PUT", body: JSON.stringify(plan) });

describe("the plan over HTTP", () => {
  it("is read and replaced as a whole", async () => {
    const plan = { seed: 3, calls: { "s3:*": { failBefore: 0.5 } }, cutSocketsPerMinute: 0 };
    const answer = await putPlan(plan);
    expect([answer.status, await answer.json()]).toEqual([200, plan]);
    expect(stack.faults.plan).toEqual(plan);
    expect((await putPlan({ clockOffsetMs: 5 })).status).toBe(200);
    expect(await (await local("")).json()).toEqual({ clockOffsetMs: 5 });
    await putPlan({});
    expect(stack.faults.plan).toEqual({});
  });

  it.each([
    [{ calls: { "s3:PutObject": { failBefore: 2 } } }, "expected number to be <=1"],
    [{ calls: { "storage:Put": {} } }, "SERVICE:Operation"],
    [{ calls: { "line:sendEverything": {} } }, "No operation line:sendEverything"],
    [{ calls: { "rekognition:DetectFace": {} } }, "there are DetectFaces"],
    [{ calls: { "s3:ListBucket": {} } }, "ListObjectsV2"],
    [{ calls: { "dynamodb:Put": {} } }, "PutItem"],
    [{ calls: { "appsync:Query": {} } }, "there are GraphQL"],
    [{ weather: "bad" }, "weather"],
    ["[", "not JSON"],
  ])("that is wrong is refused with what is wrong, and changes nothing: %j", async (plan, words) => {
    await putPlan({ seed: 1 });
    const answer = await local("", {
      method: "PUT",
      body: typeof plan === "string" ? plan : JSON.stringify(plan),
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain(words);
    expect(stack.faults.plan).toEqual({ seed: 1 });
  });

  it("is not for other sites' pages", async () => {
    const from = (origin: string) => local("/kill-workers", { method: "POST", headers: { origin } });
    expect((await from("https://example.com")).status).toBe(403);
    expect((await from("null")).status).toBe(403);
    const own = await from(stack.origins.line);
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([200, stack.origins.line]);
  });

  it("knows its commands and methods by name", async () => {
    const unknown = await local("/rain", { method: "POST" });
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { message: "No command rain; there are expire-tokens, cut-sockets, kill-workers" },
    ]);
    expect((await local("/cut-sockets")).status).toBe(405);
    expect((await local("", { method: "DELETE" })).status).toBe(405);
  });
});
