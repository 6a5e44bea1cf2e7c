import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderSample } from "../../local/samples/render-sample.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

let stack: TestStack;
let data: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "egao-full-"));
  stack = await startTestStack({ dataDirectory: data });
}, 120_000);
afterAll(async () => {
  await stack.close();
  rmSync(data, { recursive: true });
});

async function take(userId: string): Promise<number> {
  const response = await fetch(`${stack.endpoints.lineApiUrl}/local/users/${userId}/messages/image`, {
    method: "POST",
    body: new Uint8Array(await renderSample("bride")),
  });
  return response.status;
}

const standings = async (): Promise<string[]> => {
  const board = await stack.graphql<{ standings: { displayName: string }[] }>(
    "query ($id: ID!) { board(boardId: $id) { standings { displayName } } }",
    { id: stack.endpoints.boardId },
  );
  return board.standings.map(({ displayName }) => displayName);
};

/** Lets the visibility timeouts pass, until nothing waits any more. */
const workOff = async (): Promise<number> => {
  if (stack.services.lambda.busy === 0) stack.services.queues.releaseInFlight();
  return stack.waitingMessages();
};

test("a photo whose work a full disk broke off is finished when there is room, and counts once", async () => {
  const userId = await stack.phones.userNamed("Hanako");
  const unwatch = stack.faults.watch(({ action, phase }) => {
    if (action === "s3:PutObject" && phase === "before") stack.faults.set({ diskQuotaBytes: 0 });
  });
  expect(await take(userId)).toBe(201);
  await expect.poll(() => stack.faults.plan.diskQuotaBytes, { timeout: 30_000 }).toBe(0);
  unwatch();
  await expect
    .poll(() => stack.lines.filter((line) => /line-worker.*ERROR/.test(line)).length, { timeout: 30_000 })
    .toBeGreaterThan(0);
  // Meanwhile boards can be read, and phones are told that nothing can be taken.
  expect(await standings()).toEqual([]);
  expect(await take(userId)).toBe(500);

  stack.faults.set({});
  await expect.poll(workOff, { timeout: 60_000, interval: 2000 }).toBe(0);
  expect(await standings()).toEqual(["Hanako"]);
  expect(await stack.rows("Photo")).toHaveLength(1);
}, 240_000);
