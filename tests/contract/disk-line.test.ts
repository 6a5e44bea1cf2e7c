import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { Disk } from "../../local/faults/disk.ts";
import { Faults } from "../../local/faults/faults.ts";
import { befriend, JPEG, setStage } from "./line-harness.ts";

it("LINE answers 500 to a phone when the disk is full; what it took is delivered when there is room again", async () => {
  const directory = mkdtempSync(join(tmpdir(), "egao-line-disk-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const faults = new Faults();
  const stage = await setStage({ directory, disk: new Disk(directory, faults), faults });
  onTestFinished(() => stage.close());
  const guest = await befriend(stage);
  const send = async (): Promise<{ status: number; messageId: string | undefined }> => {
    const response = await fetch(`${stage.origin}/local/users/${guest}/messages/image`, {
      method: "POST",
      body: new Uint8Array(JPEG),
    });
    const { messageId } = (await response.json()) as { messageId?: string };
    return { status: response.status, messageId };
  };

  faults.set({ diskQuotaBytes: 20_000 });
  const accepted: (string | undefined)[] = [];
  const statuses = new Set<number>();
  for (let refused = 0; refused < 8;) {
    const { status, messageId } = await send();
    statuses.add(status);
    if (status === 201) accepted.push(messageId);
    else refused += 1;
  }
  expect(statuses).toEqual(new Set([201, 500]));
  expect(accepted.length).toBeGreaterThan(3);

  faults.set({});
  expect((await send()).status).toBe(201);
  await stage.line.idle();
  const delivered = new Set(
    stage.bot.events().map((event) => ("message" in event ? event.message.id : undefined)),
  );
  expect(accepted.filter((id) => !delivered.has(id))).toEqual([]);
  expect(delivered.size).toBe(accepted.length + 1);
  for (const id of accepted) {
    const { httpResponse } = await stage.blob.getMessageContentWithHttpInfo(String(id));
    expect(httpResponse.headers.get("content-length")).toBe(String(JPEG.length));
  }
});
