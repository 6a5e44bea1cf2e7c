import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { createDynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { guests, ofEvent, START_MS } from "./dynamodb-harness.ts";

const administrator = createIdentities().administrator.caller;

describe("on disk", () => {
  test("every acknowledged item and its index entry survive a kill", async () => {
    const directory = await mkdtemp(join(tmpdir(), "egao-dynamodb-"));
    try {
      const acknowledged = await writeUntilKilled(directory, 300);
      const reopened = await createDynamoDb({ clock: () => START_MS, directory });
      try {
        const stored = await reopened.call("Query", { TableName: "Guest", ...ofEvent() }, administrator);
        const indexed = await reopened.call(
          "Query",
          { TableName: "Guest", IndexName: "byRank", ...ofEvent() },
          administrator,
        );
        const ids = idsOf(stored);
        expect(acknowledged.length).toBeGreaterThanOrEqual(300);
        expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
        expect(idsOf(indexed)).toEqual(ids);
        await expect(createDynamoDb({ clock: () => START_MS, directory })).rejects.toThrow(/is it in use/);
      } finally {
        await reopened.close();
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

function idsOf(answer: unknown): Set<string> {
  // The test's own table: every item has a text `guestId`.
  const { Items } = answer as { Items: { guestId: { S: string } }[] };
  return new Set(Items.map((item) => item.guestId.S));
}

/** Starts a writer, kills it in the middle of its work after `count` acknowledged items, returns these. */
async function writeUntilKilled(directory: string, count: number): Promise<string[]> {
  const program = `
    const { createDynamoDb } = await import(${JSON.stringify(new URL("../../local/aws/dynamodb/create-dynamo-db.ts", import.meta.url).href)});
    const store = await createDynamoDb({ clock: Date.now, directory: ${JSON.stringify(directory)} });
    await store.ensureTable(${JSON.stringify(guests)});
    const caller = { arn: "test", authorize() {} };
    for (let at = 0; ; at += 1) {
      const Item = { eventId: { S: "e1" }, guestId: { S: "g" + at }, rankKey: { S: "r" + at } };
      await store.call("PutItem", { TableName: "Guest", Item }, caller);
      process.stdout.write("g" + at + "\\n");
    }`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill("SIGKILL");
  }
  await ended;
  return acknowledged;
}
